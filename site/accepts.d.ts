/** accepts 2.0.0 comes without types; what we use of it. */
declare module 'accepts' {
  interface Accepts {
    types(offers: readonly string[]): string | false;
    languages(offers: readonly string[]): string | false;
  }
  export default function accepts(request: {
    headers: Readonly<Record<string, string | undefined>>;
  }): Accepts;
}
