/** Both embedded engines, in the processes that users meet them in, hold the contract of the port. */
import { createProcessPool } from '../../src/query/process-pool.js';
import { queryEngineContract } from './query-engine.contract.js';
import { twenty } from './snapshots.js';

queryEngineContract('pooled processes with our own evaluator', async () => {
  const pool = createProcessPool({ backend: twenty(), size: 1 });
  await pool.warm();
  return pool;
});

queryEngineContract('pooled processes with Comunica alone', async () => {
  const pool = createProcessPool({ backend: { ...twenty(), engine: 'comunica' }, size: 1 });
  await pool.warm();
  return pool;
});
