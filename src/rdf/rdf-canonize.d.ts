/** The two functions of rdf-canonize 5.0.0 in use; the package has no types of its own. */
declare module 'rdf-canonize' {
  interface CanonizeOptions {
    readonly algorithm: 'RDFC-1.0';
    readonly canonicalIdMap?: Map<string, string>;
    readonly maxWorkFactor?: number;
    readonly maxDeepIterations?: number;
    readonly signal?: AbortSignal;
  }
  const canonize: {
    canonize(quads: readonly object[], options: CanonizeOptions): Promise<string>;
    _canonizeSync(quads: readonly object[], options: CanonizeOptions): string;
  };
  export = canonize;
}
