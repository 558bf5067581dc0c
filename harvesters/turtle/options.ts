/** Options of a source of kind `turtle`. */
import { z } from 'zod';

export const turtleOptions = z.strictObject({
  /** Folder (or one file) below the catalogue's own folder. */
  folder: z.string().min(1),
  /** Language of titles, descriptions and keywords that have no language tag. */
  defaultLanguage: z.enum(['nb', 'nn', 'en', 'se', 'sma', 'smj']).optional(),
});

export type TurtleOptions = z.output<typeof turtleOptions>;
