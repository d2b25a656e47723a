/** Whether a Z- or T-score may have this unit: none, 1, or a name of scores. */
export function isScoreUnit(unit: string | undefined): boolean {
  return unit === undefined || unit === "" || /^(?:1|\{(?:[zt]-?)?score\})$/i.test(unit);
}

/** Factor of a unit of areal density to g/cm²; undefined for another unit. */
export function gPerCm2Of(unit: string | undefined): number | undefined {
  if (/^g\/cm(?:2|²|\^2)$/i.test(unit ?? "")) return 1;
  return /^mg\/cm(?:2|²|\^2)$/i.test(unit ?? "") ? 0.001 : undefined;
}
