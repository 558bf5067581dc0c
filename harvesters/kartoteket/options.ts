/** Options of a Kartoteket source: the register's address with its key, or a folder that holds the same eleven answers. */
import { z } from 'zod';
import { refusedPath } from './endpoints.js';

const baseUrl = z
  .url({ protocol: /^https?$/, error: 'skriv adressen til registeret, med https:// foran' })
  .refine((text) => !/[?#@]/.test(text), 'adressen skal ikke ha spørring, # eller brukernavn')
  .refine((text) => refusedPath(pathOf(text)) === undefined, 'dette endepunktet hentes ikke');

const schema = z
  .strictObject({
    baseUrl: baseUrl.optional(),
    /** Relative to the catalogue's folder. */
    folder: z.string().min(1).optional(),
    /** The secret itself, already read from `env:` or `file:` (W5). A header value: visible ASCII only. */
    key: z
      .string()
      .regex(/^[\x21-\x7e]{1,200}$/, 'nøkkelen har tegn som ikke kan stå i et hode')
      .optional(),
    /** S3: seconds until the first byte; the system list takes several. */
    timeoutSeconds: z.number().int().min(1).max(120).default(60),
  })
  .refine((one) => (one.baseUrl === undefined) !== (one.folder === undefined), {
    path: ['baseUrl'],
    error: 'oppgi enten baseUrl eller folder',
  })
  .refine((one) => one.baseUrl === undefined || one.key !== undefined, {
    path: ['key'],
    error: 'mangler: registeret svarer ikke uten nøkkel',
  });

export type KartoteketOptions = z.infer<typeof schema>;

export const options = { parse: (input: unknown): KartoteketOptions => schema.parse(input) };

function pathOf(text: string): string {
  return URL.canParse(text) ? new URL(text).pathname : text;
}
