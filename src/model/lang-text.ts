/** Text in the three languages of the product. nb is the language of first resort. */
export const LANGUAGES = ['nb', 'nn', 'en'] as const;
export type Lang = (typeof LANGUAGES)[number];
export type LangText = Readonly<Record<Lang, string>>;
export type TextParams = Readonly<Record<string, string | number>>;

export function isLang(value: string): value is Lang {
  return (LANGUAGES as readonly string[]).includes(value);
}

/** Replaces `{name}` by the parameter of that name; an unknown name stays as it is, so that a mistake shows. */
export function fillText(text: string, params: TextParams): string {
  return text.replace(/\{([a-zA-Z]+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

export function fillLangText(text: LangText, params: TextParams): LangText {
  return {
    nb: fillText(text.nb, params),
    nn: fillText(text.nn, params),
    en: fillText(text.en, params),
  };
}
