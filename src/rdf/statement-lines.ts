/**
 * Where statements stand in a Turtle or TriG file, for messages to stewards. Listens to the parser's tokens and keeps the
 * line where each subject and each (subject, predicate) first begins.
 */
import type { Subject, Term } from './terms.js';

export interface Token {
  readonly type: string;
  readonly line: number;
}

export interface StatementLines {
  /**
   * The 1-based line where the statements about the subject begin, or those with the predicate. A blank node without a
   * line of its own answers with that of its nearest named parent.
   */
  lineOf(subject: Term, predicate?: Term): number | undefined;
}

type Expected = 'subject' | 'predicate' | 'object';
interface Frame {
  readonly kind: 'statement' | 'blank' | 'list';
  subjectLine: number;
  predicateLine: number;
  expected: Expected;
}
interface Parent {
  readonly subject: Term;
  readonly predicate: Term;
}

/** Tokens that follow a directive and belong to it. */
const DIRECTIVES: Readonly<Record<string, number>> = {
  '@prefix': 2,
  PREFIX: 2,
  '@base': 1,
  BASE: 1,
  '@version': 1,
  VERSION: 1,
};

export class StatementLineTracker implements StatementLines {
  readonly #lines = new Map<string, number>();
  readonly #parents = new Map<string, Parent>();
  readonly #frames: Frame[] = [frame('statement', 'subject', 1)];
  #toSkip = 0;
  #line = 1;

  get line(): number {
    return this.#line;
  }

  /** Before the parser takes the token. */
  onToken(token: Token): void {
    this.#line = token.line;
    const top = this.#top;
    if (this.#toSkip > 0) {
      this.#toSkip -= 1;
    } else if (token.type in DIRECTIVES) {
      this.#toSkip = DIRECTIVES[token.type] ?? 0;
    } else if (token.type === '{' || token.type === '}' || token.type === '.') {
      top.expected = 'subject';
    } else if (token.type === ';') {
      top.expected = 'predicate';
    } else if (token.type !== ']' && token.type !== ')') {
      this.#onTerm(token, top);
    }
  }

  #onTerm(token: Token, top: Frame): void {
    if (top.expected === 'subject' && token.type !== 'GRAPH') {
      top.subjectLine = top.predicateLine = token.line;
      top.expected = 'predicate';
    } else if (top.expected === 'predicate') {
      top.predicateLine = token.line;
      top.expected = 'object';
    }
    if (token.type === '[') this.#frames.push(frame('blank', 'predicate', token.line));
    if (token.type === '(') this.#frames.push(frame('list', 'object', token.line));
  }

  /** After the parser took the token: the last quad of a bracket comes with its closing sign. */
  onTokenEnd(token: Token): void {
    if ((token.type === ']' || token.type === ')') && this.#frames.length > 1) this.#frames.pop();
  }

  onQuad(subject: Subject, predicate: Term, object: Term): void {
    // Only the outermost statement can have a named subject.
    const origin = subject.termType === 'NamedNode' ? (this.#frames[0] ?? this.#top) : this.#top;
    const isList = origin.kind === 'list';
    this.#enter(key(subject), isList ? this.#line : origin.subjectLine);
    this.#enter(key(subject, predicate), isList ? this.#line : origin.predicateLine);
    if (object.termType === 'BlankNode' && !this.#parents.has(object.value)) {
      this.#parents.set(object.value, { subject, predicate });
    }
  }

  lineOf(subject: Term, predicate?: Term): number | undefined {
    const seen = new Set<string>();
    let at: Parent | undefined;
    let found = this.#lines.get(key(subject, predicate));
    let from = subject;
    while (found === undefined && from.termType === 'BlankNode' && !seen.has(from.value)) {
      seen.add(from.value);
      at = this.#parents.get(from.value);
      if (!at) break;
      found = this.#lines.get(key(at.subject, at.predicate));
      from = at.subject;
    }
    return found;
  }

  get #top(): Frame {
    return this.#frames.at(-1) as Frame;
  }

  #enter(name: string, line: number): void {
    if (!this.#lines.has(name)) this.#lines.set(name, line);
  }
}

function frame(kind: Frame['kind'], expected: Expected, line: number): Frame {
  return { kind, expected, subjectLine: line, predicateLine: line };
}

function key(subject: Term, predicate?: Term): string {
  const name = subject.termType === 'BlankNode' ? `_:${subject.value}` : subject.value;
  return predicate ? `${name} ${predicate.value}` : name;
}
