/** The findings as a SHACL validation report in Turtle. */
import { iri } from '../../model/iri.js';
import { reportTurtle } from '../../publish/report-graph.js';
import type { Report } from './report.js';

export function turtleReport({ base, findings }: Report): string {
  return reportTurtle(iri(base), findings);
}
