/** The vocabularies in use. A term that no code uses is not listed; test/rdf/vocabularies.test.ts checks both. */
import { vocabulary } from './vocabulary.js';

/** The project's own namespace: one constant, equal in every municipality (model.md 3). */
export const VOCAB_BASE = 'https://w3id.org/datavev/';
/** The ontology of our own terms, whose documents are served at /def/kdm. */
export const KDM_ONTOLOGY = `${VOCAB_BASE}def/kdm`;
/** The scheme that places of GeoNames belong to (DCAT-AP-NO 2.0.0). */
export const GEONAMES = 'http://sws.geonames.org';
/** XML namespace of TriX documents. */
export const TRIX = 'http://www.w3.org/2004/03/trix/trix-1/';

export const rdf = vocabulary('http://www.w3.org/1999/02/22-rdf-syntax-ns#', 'type', 'first', 'rest', 'nil', 'langString', 'Statement', 'subject', 'predicate', 'object');
export const rdfs = vocabulary('http://www.w3.org/2000/01/rdf-schema#', 'label', 'seeAlso', 'comment', 'subClassOf', 'subPropertyOf', 'isDefinedBy');
export const owl = vocabulary('http://www.w3.org/2002/07/owl#', 'Ontology', 'Class', 'ObjectProperty', 'DatatypeProperty', 'inverseOf', 'versionInfo');
export const schema = vocabulary(
  'https://schema.org/',
  'domainIncludes', 'rangeIncludes', 'AboutPage', 'Dataset', 'DataCatalog', 'DataDownload', 'WebAPI', 'Organization', 'DefinedTerm',
);
/** What documents of the catalogue conform to. */
export const specification = vocabulary('https://data.norge.no/specification/', 'dcat-ap-no');
export const vs = vocabulary('http://www.w3.org/2003/06/sw-vocab-status/ns#', 'term_status');
export const xsd = vocabulary(
  'http://www.w3.org/2001/XMLSchema#',
  'string', 'boolean', 'integer', 'nonNegativeInteger', 'decimal', 'double', 'date', 'dateTime', 'duration', 'anyURI', 'hexBinary',
  'time', 'minOccurs', 'maxOccurs', 'maxLength', 'totalDigits', 'pattern', 'dayTimeDuration', 'yearMonthDuration',
);
export const dct = vocabulary(
  'http://purl.org/dc/terms/',
  'title', 'description', 'identifier', 'publisher', 'created', 'issued', 'modified', 'license', 'language', 'accessRights',
  'accrualPeriodicity', 'conformsTo', 'format', 'provenance', 'relation', 'replaces', 'isReplacedBy', 'source', 'spatial', 'subject',
  'temporal', 'type', 'isPartOf', 'rights', 'PeriodOfTime', 'Standard', 'Location', 'bibliographicCitation', 'isVersionOf',
  'date', 'references', 'creator', 'hasVersion', 'RightsStatement',
);
export const dcat = vocabulary(
  'http://www.w3.org/ns/dcat#',
  'Catalog', 'Dataset', 'DatasetSeries', 'DataService', 'Distribution', 'dataset', 'service', 'catalog', 'record', 'distribution', 'contactPoint',
  'theme', 'themeTaxonomy', 'keyword', 'landingPage', 'accessURL', 'downloadURL', 'mediaType', 'byteSize', 'accessService',
  'endpointURL', 'endpointDescription', 'servesDataset', 'inSeries', 'prev', 'first', 'last', 'version', 'hasVersion', 'startDate',
  'endDate', 'hadRole', 'CatalogRecord',
);
export const dcatap = vocabulary('http://data.europa.eu/r5r/', 'applicableLegislation', 'availability', 'hvdCategory');
export const adms = vocabulary('http://www.w3.org/ns/adms#', 'status', 'versionNotes', 'schemaAgency', 'sample');
export const foaf = vocabulary('http://xmlns.com/foaf/0.1/', 'Agent', 'Document', 'name', 'homepage', 'page');
export const vcard = vocabulary(
  'http://www.w3.org/2006/vcard/ns#',
  'Kind', 'Organization', 'Group', 'fn', 'hasEmail', 'hasURL', 'hasTelephone',
);
export const skos = vocabulary(
  'http://www.w3.org/2004/02/skos/core#',
  'Concept', 'ConceptScheme', 'prefLabel', 'altLabel', 'hiddenLabel', 'definition', 'scopeNote', 'example', 'notation', 'inScheme',
  'broader', 'narrower', 'related', 'exactMatch', 'closeMatch', 'narrowMatch', 'broadMatch', 'relatedMatch', 'topConceptOf', 'editorialNote',
);
export const org = vocabulary(
  'http://www.w3.org/ns/org#',
  'FormalOrganization', 'OrganizationalUnit', 'Organization', 'subOrganizationOf', 'unitOf',
);
export const prov = vocabulary(
  'http://www.w3.org/ns/prov#',
  'Activity', 'Entity', 'wasDerivedFrom', 'wasGeneratedBy', 'used', 'endedAtTime', 'agent', 'hadPrimarySource', 'atLocation',
  'qualifiedAttribution', 'Attribution', 'startedAtTime', 'invalidatedAtTime',
);
export const eli = vocabulary('http://data.europa.eu/eli/ontology#', 'LegalResource');
/** Activity Streams 2.0; its prefix is `as`. */
export const activity = vocabulary(
  'https://www.w3.org/ns/activitystreams#',
  'Create', 'Update', 'Delete', 'object', 'published',
);
export const ldes = vocabulary(
  'https://w3id.org/ldes#',
  'EventStream', 'timestampPath', 'versionOfPath', 'versionCreateObject', 'versionUpdateObject', 'versionDeleteObject',
  'retentionPolicy', 'RetentionPolicy', 'LatestVersionSubset', 'amount', 'versionAmount',
);
export const tree = vocabulary(
  'https://w3id.org/tree#',
  'Node', 'shape', 'view', 'member', 'relation', 'node', 'path', 'value', 'GreaterThanOrEqualToRelation', 'LessThanOrEqualToRelation',
);
/** What an activity of DCAT-AP Feeds must look like (https://semiceu.github.io/LDES-DCAT-AP-feeds/). */
export const dcatApFeeds = vocabulary('https://semiceu.github.io/LDES-DCAT-AP-Feeds/shape.ttl#', 'ActivityShape');
/** EU acts that descriptions point to: high-value datasets (2023/138) and the Data Governance Act (2022/868). */
export const euAct = vocabulary('http://data.europa.eu/eli/', 'reg_impl/2023/138/oj', 'reg/2022/868/oj');
/** Categories of high-value datasets: the scheme, and the six of Regulation (EU) 2023/138 in the order of its annex. */
export const bna = vocabulary(
  'http://data.europa.eu/bna/',
  'asd487ae75', 'c_ac64a52d', 'c_dd313021', 'c_164e0bf5', 'c_e1da4e07', 'c_a9135398', 'c_b79e35eb',
);
export const cv = vocabulary('http://data.europa.eu/m8g/', 'Cost', 'hasCost', 'hasValue', 'currency');
export const dcatno = vocabulary('https://data.norge.no/vocabulary/dcatno#', 'accessRequestURL');
export const odrs = vocabulary('http://schema.theodi.org/odrs#', 'RightsStatement', 'reuserGuidelines');
export const spdx = vocabulary('http://spdx.org/rdf/terms#', 'checksum');
export const sh = vocabulary(
  'http://www.w3.org/ns/shacl#',
  'NodeShape', 'property', 'path', 'targetClass', 'closed', 'ignoredProperties', 'in', 'severity', 'message', 'name', 'description',
  'Violation', 'Warning', 'Info', 'not', 'alternativePath', 'pattern', 'PropertyShape',
  'targetSubjectsOf',
);
export const sd = vocabulary(
  'http://www.w3.org/ns/sparql-service-description#',
  'Service', 'endpoint', 'supportedLanguage', 'SPARQL11Query', 'resultFormat', 'defaultDataset', 'Dataset', 'defaultGraph', 'Graph',
  'feature', 'UnionDefaultGraph', 'GraphCollection', 'namedGraph', 'name', 'NamedGraph', 'graph',
);
export const formats = vocabulary(
  'http://www.w3.org/ns/formats/',
  'SPARQL_Results_JSON', 'SPARQL_Results_XML', 'SPARQL_Results_CSV', 'SPARQL_Results_TSV', 'Turtle', 'N-Triples', 'RDF_XML', 'JSON-LD',
  'N-Quads', 'TriG', 'N3', 'RDF_JSON',
);
export const voidVocab = vocabulary(
  'http://rdfs.org/ns/void#',
  'Dataset', 'triples', 'entities', 'classes', 'properties', 'distinctSubjects', 'distinctObjects', 'propertyPartition', 'property',
  'classPartition', 'class', 'sparqlEndpoint', 'dataDump', 'subset', 'uriSpace', 'exampleResource', 'vocabulary', 'feature',
);
export const dpv = vocabulary(
  'https://w3id.org/dpv#',
  'ROPA', 'Process', 'Purpose', 'DataSubject', 'VulnerableDataSubject', 'PersonalData', 'SpecialCategoryPersonalData', 'StorageDuration',
  'StorageDeletion', 'ThirdParty', 'Transfer', 'CrossBorderTransfer', 'PrivacyNotice', 'Technology', 'DataProcessingAgreement',
  'DataSource', 'hasProcess', 'hasPurpose', 'hasLegalBasis', 'hasDataSubject', 'hasPersonalData', 'hasRecipient', 'hasDataProcessor',
  'hasDataController', 'hasStorageCondition', 'hasDuration', 'hasProcessing', 'hasThirdCountry', 'hasNotice', 'hasRight',
  'hasApplicableLaw', 'hasDataSource', 'hasTechnicalOrganisationalMeasure', 'hasDataProtectionOfficer',
  'DPIA', 'SubProcessorAgreement', 'hasStatus', 'hasContractStatus', 'ContractExpired', 'ContractTerminated', 'hasDataImporter', 'hasLikelihood', 'hasSeverity', 'hasRiskLevel', 'hasResidualRisk', 'hasDataSubjectScale', 'LargeScaleOfDataSubjects', 'HugeScaleOfDataSubjects',
  'SensitivePersonalData',
  'hasRisk',
);
export const gdpr = vocabulary(
  'https://w3id.org/dpv/legal/eu/gdpr#',
  'A15', 'A16', 'SCCByCommission', 'DPIARequired', 'DPIANotRequired',
);
export const pd = vocabulary('https://w3id.org/dpv/pd#', 'Criminal', 'OfficialID', 'Financial');
/** Its terms are five steps of three scales: named by the step when the program runs. */
export const risk = vocabulary('https://w3id.org/dpv/risk#');
export const odrl = vocabulary(
  'http://www.w3.org/ns/odrl/2/',
  'hasPolicy', 'permission', 'constraint', 'leftOperand', 'operator', 'rightOperand', 'dateTime', 'lteq', 'lt',
  'Agreement',
);
export const kdm = vocabulary(
  `${VOCAB_BASE}def/kdm#`,
  'System', 'Supplier', 'Platform', 'Software', 'SystemUse', 'Integration', 'RoleContact', 'Agreement', 'Tombstone', 'policyArea',
  'confidentialityClass', 'recordClass', 'sourceNumber', 'rank', 'unitLevel', 'country', 'approvedContact', 'qualityAssured',
  'systemOwner', 'systemManager', 'managingUnit', 'supplier', 'hostingProvider', 'operatingProvider', 'interfaceType', 'ownershipModel',
  'lifecycleStatus', 'deliveryModel', 'inUse', 'inHouse', 'operatedOn', 'software', 'user', 'system', 'subscribesShared', 'usedBy',
  'from', 'to', 'integrationType', 'transfersPersonalData', 'storedIn', 'holds', 'integrityClass', 'availabilityClass',
  'criticalCapability', 'isInfrastructure', 'isIntegrationType', 'hasUrl', 'privacyLevel', 'dataLayer', 'usesSystem', 'processesDataset',
  'processedBy', 'sharedProcessing', 'copiedFrom', 'unitText', 'functionArea', 'dpiaConclusion', 'userCount', 'agreementType',
  'processorParty', 'coversProcess',
  'DataElement', 'hasDataElement',
  'Realisation', 'dataset', 'objectType', 'realises', 'authoritative', 'authoritativeFor', 'mappedFrom', 'attributeShare',
  'instanceOfAttribute', 'sourceTable', 'sourceColumn', 'transformation', 'justification', 'relevance', 'effectivePrivacyLevel',
  'defaultPrivacyLevel', 'inCoverageScope', 'areaWithoutDataset',
  'DpiaNeed', 'criterionAnswer', 'criterion', 'answer', 'assessesProcess', 'dpiaStep', 'stepNumber', 'stepStatus', 'unansweredCriterion', 'computedDpiaConclusion', 'expectedDpiaConclusion', 'missingDpiaStep', 'unfinishedBeforeApproval', 'suggestedAnswer', 'SuggestedAnswer', 'evidence', 'RiskScenario', 'remainingRiskLevel', 'expectedRiskLevel', 'renewalDate', 'deliveryCountry', 'subProcessor', 'subProcessorWithoutTransferBasis', 'daysLeft', 'daysOverdue', 'DataRequest', 'decision', 'due', 'policyEndDate',
  'anonymisedBy', 'classRank', 'highestDataRank', 'fromRank', 'toRank', 'riskAssessmentAge', 'lastRiskAssessment', 'coversSystem', 'coversPlatform', 'RiskAssessment', 'differingAccessRights', 'processorWithoutAgreement', 'invalidOrganisationNumber', 'differingIdentifier', 'sharesIdentifierWith', 'loweredFromLevel', 'unprotectedFile',
  'unknownTerm', 'keptAsProcessor', 'keptAsController',
  'layer', 'sourceDatatype', 'sourceMultiplicity', 'translationStatus', 'propertyCount', 'inheritanceDepth', 'upwardRelation', 'sidewaysRelation',
  'ageInDays',
  'equivalentElement',
  'CriterionAnswer', 'controllerParty', 'RequestAssessment', 'RequestDecision',
  'participant',
  'ownerContactCount', 'managerContactCount', 'serviceQuality', 'apiWaiver', 'bulkWaiver',
);
export const modelldcatno = vocabulary(
  'https://data.norge.no/vocabulary/modelldcatno#',
  'ObjectType', 'Attribute', 'Module', 'hasProperty', 'belongsToModule', 'InformationModel', 'Association', 'Specialization', 'CodeList',
  'CodeElement', 'SimpleType', 'DataType', 'containsModelElement', 'hasSimpleType', 'hasDataType', 'hasValueFrom', 'containsObjectType',
  'references', 'hasGeneralConcept', 'minOccurs', 'maxOccurs', 'navigable', 'typeDefinitionReference',
);
export const hydra = vocabulary(
  'http://www.w3.org/ns/hydra/core#',
  'Collection', 'PagedCollection', 'PartialCollectionView', 'view', 'totalItems', 'itemsPerPage', 'first', 'firstPage', 'next',
  'nextPage', 'previous', 'previousPage', 'last', 'lastPage',
);
export const geo = vocabulary('http://www.opengis.net/ont/geosparql#', 'wktLiteral');

/** EU authority tables, `http://publications.europa.eu/resource/authority/{table}/{CODE}`. */
export function euTable(table: string): string {
  return `http://publications.europa.eu/resource/authority/${table}`;
}
/** The national list of themes for public services: `{LOS}tema/…`, `{LOS}ord/…`. */
export const LOS = 'https://psi.norge.no/los/';
export const accessRight = vocabulary(`${euTable('access-right')}/`, 'PUBLIC', 'RESTRICTED', 'NON_PUBLIC');

export const currency = vocabulary(`${euTable('currency')}/`, 'NOK');

/** Prefixes of everything we write: short, stable, in this order. */
export const PREFIXES: Readonly<Record<string, string>> = {
  adms: adms.$.base,
  as: activity.$.base,
  cv: cv.$.base,
  dcat: dcat.$.base,
  dcatap: dcatap.$.base,
  dcatno: dcatno.$.base,
  dct: dct.$.base,
  dpv: dpv.$.base,
  dqv: 'http://www.w3.org/ns/dqv#',
  eli: eli.$.base,
  foaf: foaf.$.base,
  gdpr: gdpr.$.base,
  hydra: hydra.$.base,
  kdm: kdm.$.base,
  ldes: ldes.$.base,
  mqa: 'https://data.norge.no/vocabulary/dcatno-mqa#',
  modelldcatno: modelldcatno.$.base,
  odrs: odrs.$.base,
  org: org.$.base,
  owl: owl.$.base,
  pd: pd.$.base,
  prov: prov.$.base,
  rdf: rdf.$.base,
  rdfs: rdfs.$.base,
  schema: schema.$.base,
  sd: sd.$.base,
  sh: sh.$.base,
  skos: skos.$.base,
  spdx: spdx.$.base,
  tree: tree.$.base,
  vann: 'http://purl.org/vocab/vann/',
  vcard: vcard.$.base,
  void: voidVocab.$.base,
  vs: vs.$.base,
  xsd: xsd.$.base,
};
