/** `--explain`: what a rule is, why it is there, what to write, and how many break it. */
import type { Finding } from '../model/finding.js';
import type { LangText } from '../model/lang-text.js';
import { MESSAGES } from '../model/messages.js';
import type { Rule } from '../validate/validator.js';
import { wrap } from './report/layout.js';
import { isRuleOf, thingKey } from './report/report.js';
import { ruleUnknown } from './shacl-selection.js';
import { usage, type ShaclOptions } from './shacl-options.js';
import { say, type TextKey } from './texts.js';

export interface Explained {
  readonly rules: readonly (Rule & { readonly profiles: readonly string[] })[];
  readonly findings: readonly Finding[];
  readonly unchecked: readonly string[];
}

const WIDTH = 88;
const INDENT = 13;

/** The beginning of an id (`PR-11`) means every rule that begins so. Throws CatalogError USAGE for a rule that is not there, with the nearest. */
export function explain(word: string, from: Explained, options: ShaclOptions): string {
  const ids = [...from.rules.map(({ shape }) => idOf(shape)), ...Object.keys(MESSAGES)];
  const [, name = word] = /[#/]([^#/]+)$/.exec(word) ?? [];
  const chosen = ids.filter((id) => isRuleOf(id, name));
  if (chosen.length === 0) throw usage(ruleUnknown(word, ids, options.language));
  return chosen.map((id) => explainOne(id, from, options)).join('\n');
}

function explainOne(id: string, from: Explained, { language }: ShaclOptions): string {
  const rule = from.rules.find(({ shape }) => idOf(shape) === id);
  const known = Object.hasOwn(MESSAGES, id) ? MESSAGES[id as keyof typeof MESSAGES] : undefined;
  const row = (key: TextKey, text: LangText | string | undefined): string[] => {
    if (text === undefined) return [];
    const [first = '', ...rest] = wrap(
      typeof text === 'string' ? text : text[language],
      WIDTH - INDENT,
    );
    const head = `${say(key, language)}:`.padEnd(INDENT);
    return [`${head}${first}`, ...rest.map((line) => ' '.repeat(INDENT) + line)];
  };
  const lines = rule
    ? [
        `${id}  ${rule.name?.[language] ?? ''}  (${say(rule.severity, language)})`,
        ...row('explainWhy', rule.description),
        ...row('explainMessage', rule.message),
        ...row('explainFix', rule.fix),
        ...row('explainTurtle', rule.turtle),
        ...row('explainProperty', rule.path),
        ...row('explainSource', rule.seeAlso),
        ...row('explainProfiles', rule.profiles.join(', ')),
      ]
    : [id, ...row('explainMessage', known?.message), ...row('explainFix', hintOf(known))];
  return [...lines, '', state(id, from, language), ''].join('\n');
}

function state(
  id: string,
  { findings, unchecked }: Explained,
  language: ShaclOptions['language'],
): string {
  if (unchecked.includes(id)) return say('explainUnchecked', language);
  const things = new Set(
    findings.filter(({ rule, also = [] }) => rule === id || also.includes(id)).map(thingKey),
  );
  return things.size === 0
    ? say('explainKept', language)
    : say('explainBroken', language, { count: things.size, rule: id });
}

function hintOf(message: object | undefined): LangText | undefined {
  return message && 'hint' in message ? (message.hint as LangText) : undefined;
}

function idOf(shape: string): string {
  return shape.replace(/^.*[#/]/, '');
}
