/** What goes in comes out, from both engines of a query child. */
import { createProcessPool } from '../../src/query/process-pool.js';
import { literalFormsContract, LITERALS_NQUADS } from './literal-forms.contract.js';
import { snapshotSpec } from './snapshots.js';

for (const engine of ['own', 'comunica'] as const) {
  literalFormsContract(`the engine "${engine}"`, async () => {
    const pool = createProcessPool({
      backend: { ...snapshotSpec(LITERALS_NQUADS), engine },
      size: 1,
    });
    await pool.warm();
    return pool;
  });
}
