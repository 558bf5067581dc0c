/** What the mappers of all classes share: one record on its way to statements, and how labels and references are put. */
import { issue, type Issue } from '../../src/model/issue.js';
import { iri, type Iri } from '../../src/model/iri.js';
import { links, reference, timeValue } from '../../src/harvest/found.js';
import type { MapContext, RawRecord } from '../../src/harvest/harvester.js';
import { resource, type ResourceBuilder } from '../../src/rdf/resource.js';
import type { NamedNode, Quad } from '../../src/rdf/terms.js';
import { dct, kdm, skos, VOCAB_BASE } from '../../src/rdf/vocabularies.js';
import { className, type RecordType } from './endpoints.js';
import type { KartoteketPayload } from './fields.js';
import { sourceAlias } from './identify.js';
import type { Label, Labels } from './labels.js';

export class Mapping<P> {
  readonly payload: P;
  readonly type: RecordType;
  readonly key: string;
  readonly context: MapContext;
  /** Statements about the record's own subject. */
  readonly to: ResourceBuilder;
  readonly #more: (Quad | Issue)[] = [];

  /** `policyType` is the name under which the source's policy gives the class of the description. */
  constructor(
    record: RawRecord<P & KartoteketPayload>,
    context: MapContext,
    policyType: string = record.type,
  ) {
    this.payload = record.payload;
    this.type = record.type as RecordType;
    this.key = record.key;
    this.context = context;
    this.to = resource(context.subject);
    this.to
      .link(kdm.recordClass, context.recordClass(policyType, this.key))
      .value(kdm.sourceNumber, `kartoteket:${className(this.type)}:${this.key}`);
  }

  add(...outputs: Iterable<Quad | Issue>[]): void {
    for (const output of outputs) this.#more.push(...output);
  }

  find(code: Issue['code'], params: Parameters<typeof issue>[2], path?: NamedNode): void {
    const place = path ? { path: path.value as Iri } : {};
    const severity = code === 'LABEL_CHANGED' ? 'info' : 'warning';
    this.#more.push(issue(code, severity, params, place));
  }

  times(payload: {
    readonly opprettet: string | null;
    readonly sist_oppdatert: string | null;
  }): void {
    for (const [predicate, field] of [
      [dct.created, 'opprettet'],
      [dct.modified, 'sist_oppdatert'],
    ] as const)
      this.add(timeValue(this.context.subject, { predicate, field }, payload[field] ?? undefined));
  }

  /** One link a reference; a reference that leads nowhere is a finding. */
  refer(predicate: NamedNode, field: string, { to, keys }: References): void {
    const found = [keys]
      .flat()
      .filter((key) => key !== null)
      .map((key) => {
        const shown = `${className(to)} ${key}`;
        return reference(this.context, [sourceAlias(to, key)], { field, shown });
      });
    this.add(links(this.context.subject, predicate, found));
  }

  /** The code of one of the project's lists; what the label says otherwise is a finding. */
  code(predicate: NamedNode, label: Label, { field, scheme, labels, text }: CodeField): void {
    if (label.found !== 'code') {
      if (label.found === 'none') return;
      const known = Object.values(labels).join(', ');
      this.find('LABEL_UNKNOWN', { found: text ?? '', field, known }, predicate);
      return;
    }
    this.to.link(predicate, projectCode(scheme, label.code));
    if (label.changed) this.find('LABEL_CHANGED', { found: text ?? '', field }, predicate);
  }

  /** Declares the municipality's own list; each of its codes does, and they say the same. */
  inScheme(scheme: string, title: string): void {
    const list = iri(`${this.context.base}kode/${scheme}`);
    this.to.a(skos.Concept).link(skos.inScheme, list);
    this.add(
      resource(list)
        .a(skos.ConceptScheme)
        .text(dct.title, title, 'nb')
        .text(skos.prefLabel, title, 'nb')
        .link(kdm.recordClass, this.context.recordClass(this.type, scheme)),
    );
  }

  *outputs(): Iterable<Quad | Issue> {
    yield* this.to;
    yield* this.#more;
  }
}

export interface References {
  readonly to: RecordType;
  readonly keys: string | null | readonly string[];
}

export interface CodeField {
  readonly field: string;
  readonly scheme: string;
  readonly labels: Labels;
  readonly text: string | null;
}

export function projectCode(scheme: string, code: string): Iri {
  return iri(`${VOCAB_BASE}kode/${scheme}/${code}`);
}
