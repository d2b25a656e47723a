/**
 * Does the check digit of a code fit its other digits? `true` for systems that have none.
 *
 * LOINC ends in a Luhn digit (LOINC Users' Guide, check digit), SNOMED CT in a Verhoeff digit (SNOMED CT Release File
 * Specification, SCTID).
 */
export function hasValidCheckDigit(system: string, code: string): boolean {
  if (system === "LOINC") return /^\d{1,8}-\d$/u.test(code) && isLuhn(code.replace("-", ""));
  if (system === "SNOMED CT") return /^[1-9]\d{5,17}$/u.test(code) && isVerhoeff(code);
  return true;
}

/** Every second digit from the right is doubled; the sum of all digits is a multiple of ten. */
function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let fromRight = 0; fromRight < digits.length; fromRight++) {
    const digit = Number(digits[digits.length - 1 - fromRight]) * (fromRight % 2 === 0 ? 1 : 2);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}

/** The product of the digits in the dihedral group of ten elements, each permuted by its place, is its unit. */
function isVerhoeff(digits: string): boolean {
  let product = 0;
  for (let fromRight = 0; fromRight < digits.length; fromRight++) {
    let digit = Number(digits[digits.length - 1 - fromRight]);
    for (let times = fromRight % 8; times > 0; times--) digit = PERMUTED[digit] ?? 0;
    product = dihedral(product, digit);
  }
  return product === 0;
}

const PERMUTED: readonly number[] = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

/** Rotations of a pentagon are 0 to 4, its reflections 5 to 9. */
function dihedral(a: number, b: number): number {
  if (a < 5) return b < 5 ? (a + b) % 5 : 5 + ((a + b) % 5);
  return b < 5 ? 5 + ((a - b + 5) % 5) : (a - b + 5) % 5;
}
