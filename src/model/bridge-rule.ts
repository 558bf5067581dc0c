/**
 * One rule of `shapes/fdk-bridge.yaml`: how what data.norge.no gets differs from the full view, so that its older shapes find
 * nothing (portals.md 3.2). Properties and classes are short names (`dcat:byteSize`).
 */
export type BridgeRule = BridgeAction & {
  readonly id: string;
  /** The day since which the deployed shapes are known to ask for it. */
  readonly since: string;
  /** On instances of these classes; everywhere when left out. */
  readonly on?: readonly string[] | undefined;
  readonly properties: readonly string[];
  /** Shapes of the profile `dcat-ap-no-2-fdk` that would object; none for a rule that keeps the catalogue's node small. */
  readonly shapes: readonly string[];
  /** Points of data.norge.no's score that it saves and costs a dataset. */
  readonly saves: number;
  readonly costs: number;
};

export type BridgeAction =
  | {
      /**
       * `leave-out`: no value. `keep-first`: of several values the one whose IRI sorts first. `relate`: dct:relation instead; of
       * a relationship that is described by itself, to what that relates to.
       */
      readonly do: 'leave-out' | 'keep-first' | 'relate';
    }
  | {
      /** Places below an address are replaced by the country, and by the place of GeoNames where one is configured. */
      readonly do: 'replace-place';
      readonly below: string;
      readonly country: string;
    };
