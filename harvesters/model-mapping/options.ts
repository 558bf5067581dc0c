/** Options of a source of kind `model-mapping`. */
import { z } from 'zod';

export const options = z.strictObject({
  mappings: z
    .array(
      z.strictObject({
        /** The mapping sheet, CSV or XLSX, below the catalogue's folder. */
        file: z.string().min(1),
        /** The dataset or data asset whose columns are mapped, by its id in its own source. */
        dataset: z.string().min(1),
        /** The system the columns are in, by number or name, where the sheet has no such column. */
        application: z.string().min(1).optional(),
      }),
    )
    .nonempty(),
});

export type ModelMappingOptions = z.output<typeof options>;
export type Mapping = ModelMappingOptions['mappings'][number];
