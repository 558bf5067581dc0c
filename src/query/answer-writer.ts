/** Answers as documents in the format that the request names, written into a sink while they are found. */
import { RDF_SYNTAXES } from '../rdf/serialize.js';
import type { Answer } from './evaluate/evaluate.js';
import type { TermSpace } from './evaluate/registers.js';
import type { AnswerSink, BackendRequest } from './query-backend.js';
import { RESULT_MEDIA_TYPES } from './query-engine.js';
import { GraphWriter } from './results/graph-writer.js';
import { booleanDocument, SolutionWriter } from './results/solution-writer.js';

/** Throws QUERY_TOO_LARGE, QUERY_NOT_XML, and what evaluating throws. */
export function writeAnswer(answer: Answer, request: BackendRequest, sink: AnswerSink): void {
  switch (answer.kind) {
    case 'boolean':
      writeTruth(answer.value, request, sink);
      return;
    case 'bindings': {
      const writer = solutionWriter(answer, request, sink);
      answer.rows((row) => {
        writer.row(row);
        return true;
      });
      writer.end();
      return;
    }
    case 'graph': {
      const writer = graphWriter(answer.terms, request, sink);
      answer.triples((subject, predicate, object) => {
        writer.triple(subject, predicate, object);
        return true;
      });
      writer.end();
    }
  }
}

export function writeTruth(value: boolean, { format }: BackendRequest, sink: AnswerSink): void {
  sink.start({ kind: 'boolean', mediaType: RESULT_MEDIA_TYPES[format] });
  sink.write(booleanDocument(format, value));
}

interface Solutions {
  readonly variables: readonly string[];
  readonly terms: TermSpace;
}

/** Rows hold the values in the order of `variables`. */
export function solutionWriter(
  { variables, terms }: Solutions,
  request: BackendRequest,
  sink: AnswerSink,
): SolutionWriter {
  const { format } = request;
  sink.start({ kind: 'bindings', mediaType: RESULT_MEDIA_TYPES[format] });
  const columns = variables.map((name, register) => ({ name, register }));
  return new SolutionWriter({ format, columns, terms, limits: request, sink: chunksInto(sink) });
}

export function graphWriter(
  terms: TermSpace,
  request: BackendRequest,
  sink: AnswerSink,
): GraphWriter {
  const { syntax = 'nt' } = request;
  const entry = RDF_SYNTAXES.find((one) => one.syntax === syntax);
  sink.start({ kind: 'graph', mediaType: entry?.contentType ?? '' });
  return new GraphWriter({ syntax, terms, limits: request, sink: chunksInto(sink) });
}

function chunksInto(sink: AnswerSink): (chunk: Uint8Array) => void {
  return (chunk) => sink.write(chunk);
}
