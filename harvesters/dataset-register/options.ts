/** Options of a source of kind `dataset-register`. */
import { z } from 'zod';
import { LANGUAGES } from '../../src/model/lang-text.js';
import { iri } from '../../src/model/iri.js';

export const options = z
  .strictObject({
    /** Folder with one CSV file per table, below the catalogue's folder. */
    folder: z.string().min(1).optional(),
    /** One XLSX file with a sheet per table, instead of a folder. */
    file: z.string().min(1).optional(),
    /** Languages whose columns are read. */
    languages: z
      .array(z.enum(LANGUAGES))
      .nonempty()
      .default([...LANGUAGES]),
    /** IRI that the word `kommune` in the column `geografi` stands for. */
    municipalitySpatial: z.url().transform(iri).optional(),
    /**
     * The source holds nothing but data that are published already: a row that does not say otherwise is of the open class
     * and without personal data. A disclosure decision, so it bears who, when and why.
     */
    alreadyOpen: z
      .strictObject({
        decidedBy: z.string().min(1),
        decidedAt: z.iso.date(),
        reason: z.string().min(1),
      })
      .optional(),
  })
  .refine((value) => (value.folder === undefined) !== (value.file === undefined), {
    message: 'give either folder or file',
  });

export type DatasetRegisterOptions = z.infer<typeof options>;
