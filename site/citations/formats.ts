/** The formats a citation can be had in: `/{lang}/datasett/{key}/sitering.{extension}`. */
import type { Translator } from '../translator.js';
import { bibtex } from './bibtex.js';
import type { Citation } from './citation.js';
import { cslJson } from './csl-json.js';
import { plainText } from './plain-text.js';
import { ris } from './ris.js';

export interface CitationFormat {
  readonly extension: string;
  readonly label: string;
  readonly type: string;
  write(citation: Citation, text: Translator): string;
}

export const CITATION_FORMATS: readonly CitationFormat[] = [
  { extension: 'bib', label: 'BibTeX', type: 'application/x-bibtex; charset=utf-8', write: bibtex },
  {
    extension: 'ris',
    label: 'RIS',
    type: 'application/x-research-info-systems; charset=utf-8',
    write: ris,
  },
  {
    extension: 'json',
    label: 'CSL-JSON',
    type: 'application/vnd.citationstyles.csl+json',
    write: cslJson,
  },
  {
    extension: 'txt',
    label: 'TXT',
    type: 'text/plain; charset=utf-8',
    write: (citation, text) => `${plainText(citation, text)}\n`,
  },
];
