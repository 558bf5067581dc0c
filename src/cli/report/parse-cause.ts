/** What a Turtle parser (n3) says of a fault, in words for somebody who writes Turtle now and then. */
import { fillText, type Lang, type LangText } from '../../model/lang-text.js';

const CAUSES: readonly (readonly [RegExp, LangText])[] = [
  [
    /^Undefined prefix "(.*):"$/,
    {
      nb: 'Prefikset «{found}:» er ikke oppgitt. Skriv «@prefix {found}: <…> .» øverst i filen.',
      nn: 'Prefikset «{found}:» er ikkje oppgjeve. Skriv «@prefix {found}: <…> .» øvst i fila.',
      en: 'The prefix "{found}:" is not declared. Write "@prefix {found}: <…> ." at the top of the file.',
    },
  ],
  [
    /^Expected punctuation to follow/,
    {
      nb: 'Foran dette mangler et skilletegn: «;» før neste egenskap, «,» før neste verdi, «.» til slutt.',
      nn: 'Framfor dette manglar eit skiljeteikn: «;» før neste eigenskap, «,» før neste verdi, «.» til slutt.',
      en: 'A sign is missing before this: ";" before the next property, "," before the next value, "." at the end.',
    },
  ],
  [
    /^Expected (?:entity|predicate) but got eof$/,
    {
      nb: 'Filen slutter midt i en setning. Den siste linjen skal ende med «.».',
      nn: 'Fila sluttar midt i ei setning. Den siste linja skal ende med «.».',
      en: 'The file ends in the middle of a statement. The last line must end with ".".',
    },
  ],
  [
    /^Expected entity but got (.*)$/,
    {
      nb: 'Her skulle det stå en verdi, ikke «{found}».',
      nn: 'Her skulle det stå ein verdi, ikkje «{found}».',
      en: 'A value should stand here, not "{found}".',
    },
  ],
  [
    /^Expected predicate but got (.*)$/,
    {
      nb: 'Her skulle det stå en egenskap, for eksempel dct:title, ikke «{found}».',
      nn: 'Her skulle det stå ein eigenskap, til dømes dct:title, ikkje «{found}».',
      en: 'A property should stand here, such as dct:title, not "{found}".',
    },
  ],
  [
    /^Invalid IRI$/,
    {
      nb: 'Adressen mellom < og > er ikke gyldig.',
      nn: 'Adressa mellom < og > er ikkje gyldig.',
      en: 'The address between < and > is not valid.',
    },
  ],
  [
    /^Unexpected "?(.*?)"?$/,
    {
      nb: 'Dette passer ikke her: «{found}». Mangler et anførselstegn eller en < foran?',
      nn: 'Dette passar ikkje her: «{found}». Manglar eit hermeteikn eller ein < framfor?',
      en: 'This does not fit here: "{found}". Is a quotation mark or a < missing before it?',
    },
  ],
];

/** The words as they came when the fault is of a kind that is not in the table. */
export function parseCause(cause: string, language: Lang): string {
  for (const [pattern, text] of CAUSES) {
    const found = pattern.exec(cause);
    if (found) return fillText(text[language], { found: found[1] ?? '' });
  }
  return cause;
}
