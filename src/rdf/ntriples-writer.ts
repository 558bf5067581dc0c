/** N-Triples node by node, with the lines of the canonical form; `canonicalNTriples` sorts the lines of a whole graph. */
import { isBlankName } from './grouped.js';
import type { NodeWriter } from './node-writer.js';
import { iriRef, termText } from './nquads.js';

export const nTriplesWriter: NodeWriter = {
  head: '',
  foot: '',
  separator: '',
  node({ subject, properties }) {
    const start = isBlankName(subject) ? subject : iriRef(subject);
    let text = '';
    for (const { predicate, objects } of properties) {
      const verb = iriRef(predicate);
      for (const object of objects) text += `${start} ${verb} ${termText(object)} .\n`;
    }
    return text;
  },
};
