/** Options of a source of kind `ggm`. */
import { z } from 'zod';
import { iri } from '../../src/model/iri.js';

const texts = z.strictObject({
  nb: z.string().min(1),
  nn: z.string().min(1),
  en: z.string().min(1),
});

export const options = z
  .strictObject({
    /** Folder with one CSV file per table, below the catalogue's folder. */
    folder: z.string().min(1).optional(),
    /** One XLSX file with a sheet per table, instead of a folder. */
    file: z.string().min(1).optional(),
    /** Delft's release: `2.5.1`. */
    version: z.string().regex(/^\d+(\.\d+)*$/),
    title: texts,
    description: texts,
    /** Abbreviation or number of the organisation that publishes this import. */
    publisher: z.string().min(1).optional(),
    licence: z
      .url()
      .transform(iri)
      .default(iri('http://publications.europa.eu/resource/authority/licence/EUPL_1_2')),
    /** The words the licence asks for. */
    attribution: z.string().min(1).default('Bron: Gemeentelijk Gegevensmodel, Gemeente Delft'),
    homepage: z
      .url()
      .transform(iri)
      .default(iri('https://github.com/Gemeente-Delft/Gemeentelijk-Gegevensmodel')),
    /** GEMMA's list of objects (CSV): the domain of classes that lie in no domain package. */
    gemma: z.string().min(1).optional(),
    /** Delft's `ggm.i18n.json`: machine translations. */
    i18n: z.string().min(1).optional(),
    /** Languages taken from it. */
    i18nLanguages: z
      .array(z.enum(['nb', 'en']))
      .nonempty()
      .default(['nb', 'en']),
  })
  .refine((value) => (value.folder === undefined) !== (value.file === undefined), {
    message: 'give either folder or file',
  });

export type GgmOptions = z.output<typeof options>;
