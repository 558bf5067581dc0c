/** Kinds of pages: which class of thing gets which page, and which kinds have a list (site.md 3). */
import { dcat, dpv, kdm, modelldcatno, org, owl, skos, vcard } from '../src/rdf/vocabularies.js';

export const PAGE_KINDS = [
  'katalog',
  'serie',
  'datasett',
  'distribusjon',
  'datatjeneste',
  'system',
  'behandling',
  'protokoll',
  'virksomhet',
  'enhet',
  'leverandor',
  'kontakt',
  'kodeliste',
  'kode',
  'begrep',
  'modell',
  'modul',
  'objekttype',
  'attributt',
  'assosiasjon',
  'ontologi',
  'term',
  'annet',
] as const;
export type PageKind = (typeof PAGE_KINDS)[number];

/** In order: a series that is also typed as a dataset is a series; a purpose that is also a concept is no concept page. */
const BY_CLASS: readonly (readonly [string, PageKind])[] = (
  [
    [dcat.Catalog, 'katalog'],
    [dcat.DatasetSeries, 'serie'],
    [dcat.Dataset, 'datasett'],
    [dcat.Distribution, 'distribusjon'],
    [dcat.DataService, 'datatjeneste'],
    [kdm.System, 'system'],
    [dpv.Process, 'behandling'],
    [dpv.ROPA, 'protokoll'],
    [dpv.Purpose, 'annet'],
    [dpv.DataSubject, 'annet'],
    [dpv.PersonalData, 'annet'],
    [dpv.ThirdParty, 'annet'],
    [org.FormalOrganization, 'virksomhet'],
    [org.OrganizationalUnit, 'enhet'],
    [kdm.Supplier, 'leverandor'],
    [kdm.RoleContact, 'kontakt'],
    [vcard.Kind, 'kontakt'],
    [modelldcatno.InformationModel, 'modell'],
    [modelldcatno.Module, 'modul'],
    [modelldcatno.ObjectType, 'objekttype'],
    [modelldcatno.DataType, 'objekttype'],
    [modelldcatno.Attribute, 'attributt'],
    [modelldcatno.Association, 'assosiasjon'],
    [modelldcatno.Specialization, 'assosiasjon'],
    [modelldcatno.CodeList, 'kodeliste'],
    [modelldcatno.CodeElement, 'kode'],
    [skos.ConceptScheme, 'kodeliste'],
    [skos.Concept, 'begrep'],
    [owl.Ontology, 'ontologi'],
    [owl.Class, 'term'],
    [owl.ObjectProperty, 'term'],
    [owl.DatatypeProperty, 'term'],
  ] as const
).map(([type, kind]) => [type.value, kind]);

/** `isCode`: the IRI lies in a code list. */
export function kindOfTypes(types: readonly string[], isCode: boolean): PageKind {
  const kind = BY_CLASS.find(([type]) => types.includes(type))?.[1] ?? 'annet';
  return isCode && kind !== 'kodeliste' ? 'kode' : kind;
}

/** Lists with a page of their own; `politikkomrade` lists the policy areas in use. */
export const LIST_NAMES = [
  'datasett',
  'datatjeneste',
  'serie',
  'begrep',
  'system',
  'behandling',
  'protokoll',
  'virksomhet',
  'politikkomrade',
  'modell',
  'objekttype',
] as const;
export type ListName = (typeof LIST_NAMES)[number];

export function isListName(value: string): value is ListName {
  return (LIST_NAMES as readonly string[]).includes(value);
}
