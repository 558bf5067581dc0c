/**
 * The need for a DPIA (model.md 4.8): answers as a kdm:DpiaNeed of its own, which is never public and at least as strict as
 * the processing; a bare conclusion as a statement about the processing.
 */
import { codeValue, links, type CodeField } from '../../src/harvest/found.js';
import { stricterClass } from '../../src/harvest/stated-class.js';
import { DPIA_CRITERIA, type DpiaAnswer } from '../../src/model/dpia.js';
import type { Issue } from '../../src/model/issue.js';
import { resource } from '../../src/rdf/resource.js';
import type { Quad } from '../../src/rdf/terms.js';
import { dct, kdm, VOCAB_BASE } from '../../src/rdf/vocabularies.js';
import { keyOf, partIri, type ProcessingMap } from './map-context.js';

const list = (name: string): CodeField => ({
  field: 'behovForDPIA',
  scheme: `${VOCAB_BASE}kode/dpia-${name}`,
});

export function* mapDpiaNeed(map: ProcessingMap): Iterable<Quad | Issue> {
  const { processing, context } = map;
  if (!processing.dpia) return;
  const { answers, conclusion } = processing.dpia;
  const subject = answers ? partIri(map, 'dpiabehov') : context.subject;
  if (answers) yield* mapAnswers(map, answers);
  if (conclusion)
    yield* links(subject, kdm.dpiaConclusion, [codeValue(context, conclusion, list('konklusjon'))]);
}

function* mapAnswers(map: ProcessingMap, answers: readonly DpiaAnswer[]): Iterable<Quad | Issue> {
  const { context, recordClass, processing } = map;
  const { title } = processing;
  const subject = partIri(map, 'dpiabehov');
  const key = keyOf(subject);
  const ownClass = stricterClass(context, recordClass, context.recordClass('dpiabehov', key));
  const need = resource(subject)
    .a(kdm.DpiaNeed)
    .text(dct.title, title && `Behov for DPIA: ${title}`, 'nb')
    .link(kdm.assessesProcess, context.subject)
    .link(kdm.recordClass, ownClass);
  for (const [index, code] of DPIA_CRITERIA.entries()) {
    const one = context.mint('dpiabehov', `${key}-${code}`);
    need.link(kdm.criterionAnswer, one);
    yield* resource(one).a(kdm.CriterionAnswer).link(kdm.recordClass, ownClass);
    yield* links(one, kdm.criterion, [codeValue(context, code, list('kriterium'))]);
    yield* links(one, kdm.answer, [
      codeValue(context, answers[index] ?? 'ikke-vurdert', list('svar')),
    ]);
  }
  yield* need;
}
