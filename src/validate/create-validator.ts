/** The validator that the rest of the product uses; a port, so that another engine can take its place. */
import { ShaclValidator, type ShaclValidatorOptions } from './shacl-validator.js';
import type { Validator } from './validator.js';

/** Throws CatalogError CONFIG_INVALID when profiles.yaml is wrong. */
export function createValidator(options: ShaclValidatorOptions): Validator {
  return new ShaclValidator(options);
}
