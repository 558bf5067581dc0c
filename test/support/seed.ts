/** The same commit gets the same verdict: generated input comes from a fixed seed. DATAVEV_SEED looks elsewhere. */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['DATAVEV_SEED'] ?? '1') });
