/** `env:NAME` and `file:path` in configuration values (W5): the value is read here and nowhere logged. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CatalogError } from '../model/errors.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Resolves every string of a tree. Throws CatalogError CONFIG_INVALID naming the variable or file, never the value. */
export function resolveSecrets(value: unknown, environment: Environment, folder: string): unknown {
  if (typeof value === 'string') return resolveOne(value, environment, folder);
  if (Array.isArray(value)) return value.map((one) => resolveSecrets(one, environment, folder));
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, resolveSecrets(one, environment, folder)]),
    );
  }
  return value;
}

function resolveOne(text: string, environment: Environment, folder: string): string {
  if (text.startsWith('env:')) {
    const name = text.slice('env:'.length);
    const value = environment[name];
    if (!value)
      throw new CatalogError('CONFIG_INVALID', {
        place: name,
        cause: `miljøvariabelen ${name} er ikke satt`,
      });
    return value;
  }
  if (text.startsWith('file:')) {
    const path = resolve(folder, text.slice('file:'.length));
    try {
      return readFileSync(path, 'utf8').trim();
    } catch (error) {
      throw new CatalogError(
        'CONFIG_INVALID',
        { place: path, cause: 'filen kan ikke leses' },
        error,
      );
    }
  }
  return text;
}
