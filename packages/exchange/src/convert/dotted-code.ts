/**
 * DuckDB expression: a code of ICD as rules write it. Billing files leave the dot out (`S32010A`); it comes after the third
 * character, in the E codes of ICD-9-CM after the fourth. Anything else stays as written, and so do procedures, whose codes
 * of ICD-9-CM have it elsewhere.
 *
 * @param system - an expression for the short name of the code system; `kind` and `code` are expressions too
 */
export function dottedCode(system: string, kind: string, code: string): string {
  const is = (pattern: string): string => `regexp_full_match(${code}, '${pattern}')`;
  const after = (place: number): string => `concat(${code}[1:${place}], '.', ${code}[${place + 1}:])`;
  return `CASE
    WHEN ${kind} = 'procedure' THEN ${code}
    WHEN ${system} IN ('ICD-10', 'ICD-10-CM') AND ${is("[A-Z][0-9][0-9A-Z][0-9A-Z][0-9A-Za-z]*")} THEN ${after(3)}
    WHEN ${system} = 'ICD-9-CM' AND ${is("[0-9]{4,5}|V[0-9]{3,4}")} THEN ${after(3)}
    WHEN ${system} = 'ICD-9-CM' AND ${is("E[0-9]{4}")} THEN ${after(4)}
    ELSE ${code} END`;
}
