/** Description → backend. Each is loaded when it is asked for: a child imports no engine that it does not need. */
import type { Backend, BackendSpec, Prefixes } from './query-backend.js';

/** Rejects when the backend cannot answer anything: its data are missing. */
export async function openBackend(spec: BackendSpec, prefixes: Prefixes): Promise<Backend> {
  switch (spec.kind) {
    case 'snapshot': {
      const { openSnapshotBackend } = await import('./snapshot-backend.js');
      return openSnapshotBackend(spec, prefixes);
    }
    case 'remote': {
      const { openRemoteBackend } = await import('./remote-backend.js');
      return openRemoteBackend(spec, prefixes);
    }
    case 'federation': {
      const { openFederation } = await import('./federation-backend.js');
      return openFederation(spec, prefixes);
    }
  }
}
