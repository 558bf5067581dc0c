/** The class of a description by the source's policy: the last rule that fits wins, else the source's default. */
import type { ClassDefinition, ClassScheme } from '../model/classification.js';

export interface RecordClassRule {
  readonly types: readonly string[];
  readonly keys?: readonly string[] | undefined;
  readonly class: string;
}

export function recordClassOf(
  policy: { readonly default: string; readonly rules: readonly RecordClassRule[] },
  scheme: ClassScheme,
): (type: string, key: string) => ClassDefinition {
  const definition = (code: string): ClassDefinition => {
    const found = scheme.byCode(code);
    if (!found) throw new RangeError(`no class ${code}`);
    return found;
  };
  const fallback = definition(policy.default);
  const rules = policy.rules.map((rule) => ({
    ...rule,
    definition: definition(rule.class),
    keys: rule.keys && new Set(rule.keys),
  }));
  return (type, key) =>
    rules.findLast((rule) => rule.types.includes(type) && (!rule.keys || rule.keys.has(key)))
      ?.definition ?? fallback;
}
