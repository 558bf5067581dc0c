/**
 * Norwegian organisation numbers: nine digits, MOD11 with weights 3 2 7 6 5 4 3 2 (Brønnøysundregistrene).
 * Valid examples: 958935420, 974760673, 942110464.
 */
const WEIGHTS = [3, 2, 7, 6, 5, 4, 3, 2];

/** Strips blanks, "NO" and "MVA"; returns the number when the check digit holds, else undefined. */
export function parseOrganisationNumber(text: string): string | undefined {
  const digits = text.replace(/[\s.]/g, '').replace(/^NO/i, '').replace(/MVA$/i, '');
  if (!/^[0-9]{9}$/.test(digits)) return undefined;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === Number(digits[8]) ? digits : undefined;
}
