/** Options of a source of kind `processing-register`. */
import { z } from 'zod';

export const options = z.strictObject({
  /** The register's files (.json, .csv, .xlsx), below the catalogue's folder. */
  files: z.array(z.string().min(1)).nonempty(),
  /** Who subscribes to the shared processing of which system (.json, .csv, .xlsx). */
  subscriptions: z.string().min(1).optional(),
  /** Abbreviation or number of the organisation that owns rows which name none. */
  owner: z.string().min(1).optional(),
});

export type ProcessingRegisterOptions = z.infer<typeof options>;
