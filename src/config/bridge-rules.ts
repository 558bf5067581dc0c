/** Reads `shapes/fdk-bridge.yaml`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { BridgeRule } from '../model/bridge-rule.js';
import { readYaml, registerKeys } from './yaml-file.js';

const shortName = z
  .string()
  .regex(/^[a-z]+:[A-Za-z]+$/, 'skal være et kort navn som dcat:byteSize');
const points = z.int().min(0);
const common = {
  id: z.string().regex(/^B\d+$/),
  since: z.iso.date(),
  on: z.array(shortName).min(1).optional(),
  properties: z.array(shortName).min(1),
  shapes: z.array(z.string()),
  saves: points,
  costs: points,
};
const bridgeSchema = z.array(
  z.discriminatedUnion('do', [
    z.strictObject({ do: z.enum(['leave-out', 'keep-first', 'relate']), ...common }),
    z.strictObject({
      do: z.literal('replace-place'),
      below: z.url(),
      country: z.url(),
      ...common,
    }),
  ]),
);
registerKeys(bridgeSchema);

/** Throws CatalogError CONFIG_INVALID with file, line and column. */
export function readBridgeRules(shapesFolder: string): readonly BridgeRule[] {
  const file = join(shapesFolder, 'fdk-bridge.yaml');
  return readYaml(readFileSync(file, 'utf8'), file, bridgeSchema).value;
}
