/** What html-validate has against a page: the standard's rules, and those of accessibility that can be read from the markup. */
import { HtmlValidate, StaticConfigLoader, type ConfigData } from 'html-validate';

const CONFIG: ConfigData = {
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    // HTML's own serialization writes it so, and Prettier with it.
    'doctype-style': ['error', { style: 'lowercase' }],
    // Hashes guard what other hosts send; nothing here comes from another host.
    'require-sri': ['error', { target: 'crossorigin' }],
    // WAI-ARIA 1.2 lets lists and others bear names; the recommended preset is narrower.
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
    // The part of a page that a wide table scrolls in is no section of its text.
    'prefer-native-element': ['error', { exclude: ['region'] }],
    // Checkboxes of one name are one question with several answers (HTML, form submission).
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'reset', 'submit'] }],
    // Things are called what they are called; the limit is that of a search engine's list.
    'long-title': 'off',
  },
};

export interface HtmlJudge {
  /** One line for each fault: rule, what is wrong, and the markup. */
  faults(html: string): Promise<string[]>;
}

export function htmlJudge(): HtmlJudge {
  const validator = new HtmlValidate(new StaticConfigLoader([], CONFIG));
  return {
    async faults(html) {
      const { results } = await validator.validateString(html);
      const lines = html.split('\n');
      return results.flatMap(({ messages }) =>
        messages.map(
          ({ ruleId, message, line }) =>
            `${ruleId}: ${message} | ${(lines[line - 1] ?? '').trim().slice(0, 160)}`,
        ),
      );
    },
  };
}
