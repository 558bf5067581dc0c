/** What is kept of a GGM element. A record is an element that stands for itself: attributes go with their class, codes with their list. */
import type { Multiplicity } from './multiplicity.js';

/** Language → text. */
export type Texts = Readonly<Record<string, string>>;

export interface Described {
  readonly id: string;
  readonly title: Texts;
  readonly description?: Texts;
  /** Some of the texts were translated by a machine. */
  readonly isMachineText?: true;
}
interface InModule {
  /** Id of the domain package. */
  readonly module?: string;
}

export interface ModelPayload {
  /** Everything the model holds, by type of record and key. */
  readonly elements: readonly (readonly [RecordType, string])[];
}
export interface ModulePayload extends Described {
  readonly parent?: string;
  /** Number of the policy area, of the package itself or of the nearest one above it. */
  readonly area?: string;
  readonly layer: number;
}
export interface ClassPayload extends Described, InModule {
  readonly synonyms?: readonly string[];
  readonly gemmaUrl?: string;
  readonly area?: string;
  readonly attributes: readonly AttributePayload[];
  readonly associations: readonly string[];
  readonly specializations: readonly string[];
}
export interface AttributePayload extends Described {
  /** Key of its IRI; made of class and name when the table gives no id. */
  readonly key: string;
  readonly source?: string;
  readonly isRequired: boolean;
  readonly type: AttributeType;
}
export interface ClassRef {
  readonly type: 'objekttype' | 'datatype';
  readonly id: string;
}
export type AttributeType =
  | { readonly kind: 'list'; readonly id: string }
  | { readonly kind: 'class'; readonly to: ClassRef }
  | { readonly kind: 'simple'; readonly key: string }
  /** Nobody knows the primitive (m3); it may be empty. */
  | { readonly kind: 'unknown'; readonly written: string };
export interface SimpleTypePayload {
  /** A primitive that gives this type. */
  readonly primitive: string;
}
export interface CodeListPayload extends Described, InModule {
  readonly codes: readonly CodePayload[];
}
export interface CodePayload extends Described {
  readonly notation: string;
}
export interface AssociationPayload extends InModule {
  readonly id: string;
  /** Without a name or a role, the mapper says what it can. */
  readonly title?: Texts;
  readonly description?: Texts;
  readonly to: ClassRef;
  readonly target: Multiplicity;
  /** `1..None – 0..*`: how the table wrote it, when it cannot be read (m7). */
  readonly written?: string;
  /** True when an instance knows the other by it; false when only the other knows it. */
  readonly isNavigable?: boolean;
  /** The class at the source's end may have none at all: `0..0`. */
  readonly isVoid?: true;
}
export interface SpecializationPayload extends InModule {
  readonly id: string;
  readonly general: ClassRef;
}

export interface Payloads {
  readonly modell: ModelPayload;
  readonly modul: ModulePayload;
  readonly objekttype: ClassPayload;
  readonly datatype: ClassPayload;
  readonly enkeltype: SimpleTypePayload;
  readonly kodeliste: CodeListPayload;
  readonly assosiasjon: AssociationPayload;
  readonly spesialisering: SpecializationPayload;
}
export type RecordType = keyof Payloads;
export type GgmPayload = Payloads[RecordType];
