/** What is kept of a processing after `reduce`: nothing else of the row exists afterwards. */
import type { DpiaAnswer } from '../../src/model/dpia.js';

export interface Ref {
  readonly id?: string;
  readonly name?: string;
}
export interface Subject {
  readonly label: string;
  readonly isVulnerable?: boolean;
}
export interface Category {
  readonly label: string;
  /** GDPR article 9 or 10. */
  readonly article?: number;
}
export interface Basis {
  readonly law?: string;
  readonly provision: string;
}
export interface StatedDpiaNeed {
  /** In the order of DPIA_CRITERIA; a table has none. */
  readonly answers?: readonly DpiaAnswer[];
  readonly conclusion?: string;
}

export interface Processing {
  readonly id?: string;
  readonly created?: string;
  readonly modified?: string;
  readonly isQualityAssured?: boolean;
  readonly isShared?: boolean;
  readonly owner?: Ref;
  readonly controller?: Ref;
  readonly unit?: string;
  readonly area?: string;
  readonly title?: string;
  readonly purpose?: string;
  readonly subjects?: readonly Subject[];
  readonly categories?: readonly Category[];
  readonly bases?: readonly Basis[];
  readonly lawText?: string;
  readonly specialBasisText?: string;
  readonly dataSource?: string;
  readonly externalSource?: string;
  readonly systems?: readonly Ref[];
  readonly processors?: readonly Ref[];
  readonly hasAgreement?: boolean;
  readonly agreementCount?: number;
  readonly discloses?: boolean;
  readonly disclosure?: string;
  readonly transfersOut?: boolean;
  readonly transferTool?: string;
  readonly countries?: readonly string[];
  readonly thirdCountry?: string;
  readonly plannedErasure?: string;
  readonly requiredErasure?: string;
  readonly retentionDuty?: string;
  readonly notice?: string;
  readonly noticeLabels?: readonly string[];
  readonly hasAccessRight?: boolean;
  readonly hasRectification?: boolean;
  readonly hasMeasures?: boolean;
  readonly securityClass?: string;
  readonly dpia?: StatedDpiaNeed;
  readonly ended?: string;
  /** Names of fields that the export hid (`***`). */
  readonly withheld?: readonly string[];
}

export interface Subscription {
  readonly system: Ref;
  readonly user: Ref;
  readonly subscribes: boolean;
}

export type ProcessingRecordPayload =
  { readonly processing: Processing } | { readonly subscription: Subscription };
