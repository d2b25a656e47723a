/** A unit as it is printed: `ug/d` becomes μg/d, `g/24h` g/24 h. */
export function printedUnit(unit: string): string {
  return unit
    .normalize("NFKC")
    .trim()
    .replace(/^(u|µ|mc)(?=g|mol|U|IU)/, "μ")
    .replace(/\/(\d+)\s*h$/, "/$1 h");
}
