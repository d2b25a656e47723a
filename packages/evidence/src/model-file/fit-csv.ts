import type { EvidenceFit } from "./run-model.ts";

type CsvCell = string | number | null;

const COEFFICIENT_COLUMNS = ["name", "estimate", "se", "statistic", "df", "p", "ciLower", "ciUpper"] as const;
const ROW_COLUMNS = ["row", "label", "yi", "vi", "sei", "ciLower", "ciUpper"] as const;

/** The table of coefficients, header first; of effects where no model was fitted. */
export function fitTable(fit: EvidenceFit): readonly (readonly CsvCell[])[] {
  if (fit.kind === "effects") return [ROW_COLUMNS, ...fit.rows.map((row) => ROW_COLUMNS.map((column) => row[column]))];
  return [
    COEFFICIENT_COLUMNS,
    ...fit.coefficients.map((coefficient) => COEFFICIENT_COLUMNS.map((column) => coefficient[column])),
  ];
}
