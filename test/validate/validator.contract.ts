/**
 * What every validator does, whatever engine is inside.
 * The shapes are the test's own, so that a change of the catalogue's rules changes nothing here.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { iri } from '../../src/model/iri.js';
import { namedNode, quad, type NamedNode, type Quad } from '../../src/rdf/terms.js';
import type {
  ValidationReport,
  ValidationResult,
  Validator,
} from '../../src/validate/validator.js';
import { tempFolder, writeFiles } from '../support/temp-folder.js';
import { quadsOf } from './quads.js';

export const CONTRACT_BASE = 'https://kommune.example/';
const KDMS = 'https://w3id.org/datavev/shapes#';
const DCT = 'http://purl.org/dc/terms/';

const PREFIXES = `
@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <${DCT}> . @prefix kdms: <${KDMS}> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
`;
const THINGS = `${PREFIXES}
kdms:Dataset a sh:NodeShape ; sh:targetClass dcat:Dataset ;
  sh:property kdms:D-01-title , kdms:D-02-theme , kdms:D-03-keyword , kdms:D-04-origin .
kdms:D-01-title sh:path dct:title ; sh:minCount 1 ; sh:severity sh:Violation ;
  sh:name "Tittel"@nb , "Tittel"@nn , "Title"@en ; sh:description "Hva det heter."@nb , "Kva det heiter."@nn , "What it is called."@en ;
  sh:message "Tittel mangler."@nb , "Tittel manglar."@nn , "The title is missing."@en ;
  kdms:fix "Skriv en tittel."@nb , "Skriv ein tittel."@nn , "Write a title."@en ; rdfs:seeAlso dct:title .
kdms:D-02-theme sh:path dcat:theme ; sh:class skos:Concept ; sh:severity sh:Warning ;
  sh:message "Temaet er ukjent."@nb , "Temaet er ukjent."@nn , "Unknown theme."@en .
kdms:D-03-keyword sh:path dcat:keyword ; sh:maxLength 5 ; sh:pattern "^[a-z]+$" ; sh:severity sh:Info ;
  sh:message "Ordet «{?value}» passer ikke."@nb , "Ordet «{?value}» passar ikkje."@nn , "The word “{?value}” does not fit."@en .
kdms:D-04-origin sh:path dct:source ; sh:minCount 1 ; sh:severity sh:Info ; kdms:needs dct:source ;
  sh:message "Opphav mangler."@nb , "Opphav manglar."@nn , "The origin is missing."@en .
kdms:Late a sh:NodeShape ; sh:targetClass dcat:Catalog ; kdms:stage "public" ; sh:property kdms:C-01-title .
kdms:C-01-title sh:path dct:title ; sh:minCount 1 ; sh:message "Tittel mangler."@nb , "Tittel manglar."@nn , "No title."@en .
`;

export interface ContractFolders {
  readonly shapesFolder: string;
  readonly ontologyFolder: string;
}

/** Writes the shapes and lists of the contract below a folder. */
export function contractFolders(root: string): ContractFolders {
  writeFiles(root, {
    'shapes/things.ttl': THINGS,
    'shapes/profiles.yaml': `things: { stage: assembled, rules: [assembled], files: [things.ttl], beside: [lists/themes.ttl], focus: id/, violation: hold-record }
gate: { stage: public, rules: [public], files: [things.ttl], violation: report }
`,
    'ontology/lists/themes.ttl': `${PREFIXES} <https://tema.example/1> a skos:Concept .\n`,
  });
  return { shapesFolder: join(root, 'shapes'), ontologyFolder: join(root, 'ontology') };
}

/** `make` gives a validator over the folders for things below CONTRACT_BASE. */
export function describeValidator(
  name: string,
  make: (folders: ContractFolders) => Validator,
): void {
  describe(`${name} as a validator`, () => {
    const root = mkdtempSync(join(tmpdir(), 'datavev-contract-'));
    const validator = make(contractFolders(root));
    afterAll(async () => {
      await validator.close();
      rmSync(root, { recursive: true });
    });
    const check = (text: string, profile = 'things'): Promise<ValidationReport> =>
      validator.validate(own(text), profile);

    test('finds nothing to check where nothing is of the kind, and never calls it valid', async () => {
      const nothing = { state: 'no-targets', profile: 'things' };
      expect(await check('')).toEqual(nothing);
      expect(await check('<id/system/1> dct:title "Uten klasse"@nb .')).toEqual(nothing);
      expect(await check('<https://andre.example/d> a dcat:Dataset .')).toEqual(nothing);
    });

    test('is valid with warnings and hints alone, invalid with one violation', async () => {
      const themed = '<id/datasett/1> a dcat:Dataset ; dcat:theme <https://tema.example/2> ';
      expect(await check(`${themed} ; dct:title "A"@nb .`)).toMatchObject({
        state: 'valid',
        counts: { violation: 0, warning: 1, info: 0 },
      });
      expect(await check(`${themed} .`)).toMatchObject({
        state: 'invalid',
        counts: { violation: 1, warning: 1, info: 0 },
      });
    });

    test('says what, where and what to write, in three languages', async () => {
      expect(resultsOf(await check('<id/datasett/1> a dcat:Dataset .'))).toEqual([
        {
          focus: `${CONTRACT_BASE}id/datasett/1`,
          path: `${DCT}title`,
          severity: 'violation',
          component: 'MinCount',
          shape: `${KDMS}D-01-title`,
          rule: 'D-01',
          message: { nb: 'Tittel mangler.', nn: 'Tittel manglar.', en: 'The title is missing.' },
          name: { nb: 'Tittel', nn: 'Tittel', en: 'Title' },
          fix: { nb: 'Skriv en tittel.', nn: 'Skriv ein tittel.', en: 'Write a title.' },
          seeAlso: `${DCT}title`,
        },
      ]);
    });

    test('names a wrong value in the message, and the term as it is; for a thing the place stays open too', async () => {
      const found = resultsOf(
        await check(
          '<id/datasett/1> a dcat:Dataset ; dct:title "A"@nb ; dcat:keyword "To ord"@nb ; dcat:theme <https://tema.example/2> .',
        ),
      );
      expect(found.map(({ openMessage }) => openMessage !== undefined)).toEqual([true, false]);
      expect(found.map(({ value, valueTerm, message }) => [value, valueTerm, message.nb])).toEqual([
        ['https://tema.example/2', '<https://tema.example/2>', 'Temaet er ukjent.'],
        ['To ord', '"To ord"@nb', 'Ordet «To ord» passer ikke.'],
      ]);
    });

    test('tells a value once, though it breaks two constraints of a rule', async () => {
      const found = await check(
        '<id/datasett/1> a dcat:Dataset ; dct:title "A" ; dcat:keyword "TO ORD" .',
      );
      expect(resultsOf(found)).toHaveLength(1);
    });

    test('looks things up in the lists beside, and checks none of them', async () => {
      const known =
        '<id/datasett/1> a dcat:Dataset ; dct:title "A" ; dcat:theme <https://tema.example/1> .';
      expect(await check(known)).toMatchObject({ state: 'valid', results: [] });
    });

    test('leaves unchecked what no source delivers: neither broken nor fulfilled', async () => {
      const one = '<id/datasett/1> a dcat:Dataset ; dct:title "A"@nb .';
      expect(await check(one)).toMatchObject({ results: [], unchecked: [`${KDMS}D-04-origin`] });
      const other = '<id/datasett/2> a dcat:Dataset ; dct:title "B" ; dct:source <urn:a> .';
      const both = await check(one + other);
      expect(both).toMatchObject({ unchecked: [] });
      expect(resultsOf(both).map(({ shape, focus }) => [shape, focus])).toEqual([
        [`${KDMS}D-04-origin`, `${CONTRACT_BASE}id/datasett/1`],
      ]);
    });

    test('runs the rules of the profile’s stages only', async () => {
      const catalogue = '<id/katalog/k> a dcat:Catalog .';
      expect(await check(catalogue)).toMatchObject({ state: 'no-targets' });
      expect(await check(catalogue, 'gate')).toMatchObject({ state: 'invalid' });
    });

    test('gives the same results in the same order for the same quads in any order and graphs', async () => {
      const quads = own(
        [3, 1, 2]
          .map(
            (at) =>
              `<id/datasett/${at}> a dcat:Dataset ; dcat:keyword "B Å", "A Å" ; dcat:theme <urn:x> .`,
          )
          .join(''),
      );
      const shuffled = [...quads].reverse().map((one, at) => {
        const graph = namedNode(iri(`${CONTRACT_BASE}graph/${at % 3}`));
        return quad(one.subject as NamedNode, one.predicate as NamedNode, one.object, graph);
      });
      const first = await validator.validate(quads, 'things');
      expect(await validator.validate(shuffled, 'things')).toEqual(first);
      const order = resultsOf(first).map(({ focus, rule, value }) =>
        [focus.slice(-1), rule, value ?? ''].join(' '),
      );
      const ofOne = ['D-01 ', 'D-02 urn:x', 'D-03 A Å', 'D-03 B Å'];
      expect(order).toEqual(['1', '2', '3'].flatMap((at) => ofOne.map((one) => `${at} ${one}`)));
    });

    test('checks parts of the data as if the others were not there', async () => {
      const parts = [
        '<id/datasett/1> a dcat:Dataset ; dct:title "A"@nb ; dcat:theme <id/tema/own> .',
        '<id/datasett/2> a dcat:Dataset ; dcat:theme <id/tema/own> . <id/tema/own> a <http://www.w3.org/2004/02/skos/core#Concept> .',
        '<id/system/1> dct:title "Ingen klasse"@nb .',
      ].map(own);
      const reports = await validator.validateParts(parts.flat(), parts, 'things');
      expect(reports).toEqual(
        await Promise.all(parts.map((part) => validator.validate(part, 'things'))),
      );
      expect(reports.map((one) => resultsOf(one).map(({ rule }) => rule))).toEqual([
        ['D-02'],
        ['D-01'],
        [],
      ]);
      expect(reports[2]).toMatchObject({ state: 'no-targets' });
      expect(await validator.validateParts(parts.flat(), [], 'things')).toEqual([]);
    });

    test('answers many questions asked at once, each with its own', async () => {
      const reports = await Promise.all(
        Array.from({ length: 12 }, (_, at) =>
          check(
            `<id/datasett/${at}> a dcat:Dataset . <id/katalog/k> a dcat:Catalog .`,
            at % 2 ? 'gate' : 'things',
          ),
        ),
      );
      expect(
        reports.map((one) => resultsOf(one).map(({ focus }) => focus.split('/').at(-1))),
      ).toEqual(Array.from({ length: 12 }, (_, at) => (at % 2 ? [String(at), 'k'] : [String(at)])));
    });

    test('refuses a profile that is not there', async () => {
      await expect(check('', 'finnes-ikke')).rejects.toMatchObject({ code: 'PROFILE_UNKNOWN' });
    });

    test('lists the rules of a profile, with all that is said of them', () => {
      const rules = validator.rules('things');
      expect(rules.map(({ shape, severity }) => [shape.slice(KDMS.length), severity])).toEqual([
        ['D-01-title', 'violation'],
        ['D-02-theme', 'warning'],
        ['D-03-keyword', 'info'],
        ['D-04-origin', 'info'],
      ]);
      expect(rules[0]).toMatchObject({
        path: `${DCT}title`,
        description: { nb: 'Hva det heter.', nn: 'Kva det heiter.', en: 'What it is called.' },
      });
    });

    test('has a fingerprint that changes with shapes and lists, and with nothing else', async () => {
      const again = make(contractFolders(tempFolder()));
      expect(again.fingerprint('things')).toBe(validator.fingerprint('things'));
      expect(validator.fingerprint('gate')).not.toBe(validator.fingerprint('things'));
      for (const [folder, file] of [
        ['shapesFolder', 'things.ttl'],
        ['ontologyFolder', 'lists/themes.ttl'],
      ] as const) {
        const changed = contractFolders(tempFolder());
        const more = `${file === 'things.ttl' ? THINGS.replace('maxLength 5', 'maxLength 6') : PREFIXES}\n`;
        writeFiles(changed[folder], { [file]: more });
        const other = make(changed);
        expect(other.fingerprint('things')).not.toBe(validator.fingerprint('things'));
        await other.close();
      }
      await again.close();
    });
  });
}

export function own(text: string): readonly Quad[] {
  return quadsOf(text.replaceAll('<id/', `<${CONTRACT_BASE}id/`));
}

function resultsOf(report: ValidationReport): readonly ValidationResult[] {
  return report.state === 'no-targets' ? [] : report.results;
}
