/** What goes wrong by the protocol's own rules (section 3.6); told with 200, as the protocol asks. */

/** `noSetHierarchy` is not among them: this repository has sets. */
export type OaiErrorCode =
  | 'badArgument'
  | 'badResumptionToken'
  | 'badVerb'
  | 'cannotDisseminateFormat'
  | 'idDoesNotExist'
  | 'noMetadataFormats'
  | 'noRecordsMatch';

/** What is wrong with an argument. */
export type Fault = 'repeated' | 'unknown' | 'missing' | 'illegal' | 'granularity' | 'order';

export class OaiError extends Error {
  readonly code: OaiErrorCode;
  /** Of a badArgument. */
  readonly fault: Fault | undefined;
  readonly argument: string | undefined;

  constructor(code: OaiErrorCode, fault?: Fault, argument?: string) {
    super(code);
    this.name = 'OaiError';
    this.code = code;
    this.fault = fault;
    this.argument = argument;
  }
}
