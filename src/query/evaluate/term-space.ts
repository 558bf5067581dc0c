/**
 * The terms of one query: the snapshot's under their own ids, and behind them those that the query made, each once.
 * Made terms are kept in columns; an RDF/JS object exists only while somebody asks for one.
 */
import { blankNode, exactLiteral, exactNamedNode, type Term } from '../../rdf/terms.js';
import { rdf, xsd } from '../../rdf/vocabularies.js';
import { NONE, type Dictionary, type Snapshot } from '../../store/snapshot.js';
import type { Id, TermSpace } from './registers.js';

/** What all literals of one datatype and language have in common. */
export interface LiteralForm {
  readonly datatype: string;
  readonly language: string;
}

const IRI = -1;
const BLANK = -2;

export class QueryTerms implements TermSpace {
  readonly snapshot: Snapshot;
  /** By number of form: the snapshot's `literalTypes` first. */
  readonly forms: LiteralForm[];

  readonly #dictionary: Dictionary;
  readonly #size: number;
  readonly #formNumbers = new Map<string, number>();
  readonly #values: string[] = [];
  /** Number of form, or IRI, or BLANK. */
  readonly #kinds: number[] = [];
  readonly #iris = new Map<string, Id>();
  readonly #blanks = new Map<string, Id>();
  /** By number of form. */
  readonly #literals: Map<string, Id>[] = [];
  #issued = 0;

  constructor(snapshot: Snapshot) {
    this.snapshot = snapshot;
    this.#dictionary = snapshot.terms;
    this.#size = snapshot.terms.size;
    this.forms = [...snapshot.terms.literalTypes];
    this.forms.forEach((form, number) => this.#formNumbers.set(formKey(form), number));
  }

  /** Throws RangeError for what RDF 1.1 does not have. */
  intern(term: Term): Id {
    if (term.termType === 'NamedNode') return this.iri(term.value);
    if (term.termType === 'BlankNode') return this.#blank(term.value, term);
    if (term.termType === 'Literal') {
      return this.literal(term.value, this.formNumber(term.datatype.value, term.language));
    }
    throw new RangeError(`no RDF 1.1 term: ${term.termType}`);
  }

  iri(value: string): Id {
    let id = this.#iris.get(value);
    if (id === undefined) {
      const known = this.#dictionary.idOfIri(value);
      id = known === NONE ? this.#make(value, IRI) : known;
      this.#iris.set(value, id);
    }
    return id;
  }

  /** A blank node that is nobody else's. */
  freshBlank(): Id {
    for (;;) {
      const node = blankNode(`q${this.#issued++}`);
      if (!this.#blanks.has(node.value) && this.#dictionary.idOf(node) === NONE) {
        return this.#blank(node.value, node);
      }
    }
  }

  /** `form` as `formNumber` gives it. */
  literal(value: string, form: number): Id {
    const ids = (this.#literals[form] ??= new Map<string, Id>());
    let id = ids.get(value);
    if (id === undefined) {
      const known = this.#knownLiteral(value, form);
      id = known === NONE ? this.#make(value, form) : known;
      ids.set(value, id);
    }
    return id;
  }

  /**
   * Tags that differ in case alone are one language (RDF 1.1 Concepts 3.3): they share the number, and the form is spelt as
   * the snapshot has it, else as it came first.
   */
  formNumber(datatype: string, language = ''): number {
    const form = { datatype, language };
    const key = formKey(form);
    let number = this.#formNumbers.get(key);
    if (number === undefined) {
      number = this.forms.push(form) - 1;
      this.#formNumbers.set(key, number);
    }
    return number;
  }

  /** The number of a literal's form; negative for what is no literal. */
  form(id: Id): number {
    if (id < this.#size) return this.#dictionary.literalType(id);
    return this.#kinds[id - this.#size] ?? NONE;
  }

  term(id: Id): Term {
    if (id < this.#size) return this.#dictionary.term(id);
    const value = this.value(id);
    const kind = this.#kinds[id - this.#size] ?? NONE;
    if (kind === IRI) return exactNamedNode(value);
    if (kind === BLANK) return blankNode(value);
    const { datatype, language } = this.forms[kind] as LiteralForm;
    return exactLiteral(value, language === '' ? exactNamedNode(datatype) : language);
  }

  termType(id: Id): 'NamedNode' | 'BlankNode' | 'Literal' {
    if (id >= this.#size) {
      const kind = this.#kinds[id - this.#size] ?? NONE;
      return kind === IRI ? 'NamedNode' : kind === BLANK ? 'BlankNode' : 'Literal';
    }
    if (id < this.#dictionary.blankFrom) return 'NamedNode';
    return id < this.#dictionary.literalFrom ? 'BlankNode' : 'Literal';
  }

  value(id: Id): string {
    return id < this.#size ? this.#dictionary.value(id) : (this.#values[id - this.#size] ?? '');
  }

  language(id: Id): string {
    return this.forms[this.form(id)]?.language ?? '';
  }

  datatype(id: Id): string {
    return this.forms[this.form(id)]?.datatype ?? '';
  }

  #make(value: string, kind: number): Id {
    this.#kinds.push(kind);
    return this.#size + this.#values.push(value) - 1;
  }

  #blank(label: string, node: Term): Id {
    let id = this.#blanks.get(label);
    if (id === undefined) {
      const known = this.#dictionary.idOf(node);
      id = known === NONE ? this.#make(label, BLANK) : known;
      this.#blanks.set(label, id);
    }
    return id;
  }

  #knownLiteral(value: string, form: number): Id {
    // Only the snapshot's own forms can be in the snapshot.
    if (form >= this.#dictionary.literalTypes.length) return NONE;
    const { datatype, language } = this.forms[form] as LiteralForm;
    if (datatype === xsd.string.value) return this.#dictionary.idOf(exactLiteral(value));
    const kind = datatype === rdf.langString.value ? language : exactNamedNode(datatype);
    return this.#dictionary.idOf(exactLiteral(value, kind));
  }
}

function formKey({ datatype, language }: LiteralForm): string {
  return `${datatype} ${language.toLowerCase()}`;
}
