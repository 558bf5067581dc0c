/**
 * Class schemes: Åpen/Intern/Beskyttet/Strengt beskyttet in Oslo, other words elsewhere. The scheme is configuration;
 * its order is by rank, never by a source's code (safety C2). A label is resolved exactly or not at all.
 */
export interface ClassDefinition {
  readonly code: string;
  readonly rank: number;
  readonly label: Readonly<Record<string, string>>;
  /** Other words that sources use for this class. */
  readonly synonyms: readonly string[];
  /** EU access right of *data* of this class: PUBLIC, RESTRICTED or NON_PUBLIC. */
  readonly accessRights: 'PUBLIC' | 'RESTRICTED' | 'NON_PUBLIC';
}

export type ClassLookup =
  | { readonly found: 'class'; readonly definition: ClassDefinition }
  | { readonly found: 'graded' | 'unknown' | 'none' };

export interface ClassScheme {
  readonly classes: readonly ClassDefinition[];
  /** The class whose descriptions may be published. */
  readonly open: ClassDefinition;
  resolve(label: string | null | undefined): ClassLookup;
  byCode(code: string): ClassDefinition | undefined;
}

/** State security gradings (safety 3.1); a scheme that defines one of the words as a class wins over this list. */
const GRADINGS = [
  'gradert',
  'begrenset',
  'konfidensielt',
  'hemmelig',
  'strengt hemmelig',
  'fortrolig',
  'strengt fortrolig',
];
const NO_VALUE = ['', '-', '?', '0 ?', 'eksternt', 'ukjent'];

/** Throws RangeError when ranks repeat or a word leads to two classes: such a scheme has no safe order. */
export function classScheme(classes: readonly ClassDefinition[], openCode: string): ClassScheme {
  const open = classes.find((one) => one.code === openCode);
  if (!open) throw new RangeError(`no class ${openCode} in the scheme`);
  if (classes.some((one) => one.rank < open.rank))
    throw new RangeError('the open class must have the lowest rank');
  const words = new Map<string, ClassDefinition>();
  const ranks = new Set<number>();
  for (const definition of classes) {
    if (ranks.has(definition.rank)) throw new RangeError(`rank ${definition.rank} is used twice`);
    ranks.add(definition.rank);
    for (const word of new Set(
      [definition.code, ...Object.values(definition.label), ...definition.synonyms].map(fold),
    )) {
      const other = words.get(word);
      if (other && other !== definition) throw new RangeError(`"${word}" means two classes`);
      words.set(word, definition);
    }
  }
  return {
    classes: [...classes].sort((a, b) => a.rank - b.rank),
    open,
    byCode: (code) => classes.find((one) => one.code === code),
    resolve(label) {
      const word = fold(label ?? '');
      const definition = words.get(word);
      if (definition) return { found: 'class', definition };
      if (NO_VALUE.includes(word)) return { found: 'none' };
      return { found: GRADINGS.includes(word) ? 'graded' : 'unknown' };
    },
  };
}

/** Exact but for case and outer blanks: a zero-width character or a look-alike letter gives another word. */
function fold(label: string): string {
  return label
    .normalize('NFC')
    .replace(/^ +| +$/g, '')
    .toLowerCase();
}
