import type { EffectOrigin } from "./effect-origin.ts";
import type { NoEffectReason, RowValues } from "./effect-size-row.ts";
import { type ColumnName, type EffectColumns, MEASURES, type Measure } from "./measures.ts";

/** The numbers of a row, with what was assumed to fill them; or every reason why they cannot be used. */
export type ReadRow =
  | { readonly kind: "values"; readonly values: RowValues; readonly origins: readonly EffectOrigin[] }
  | { readonly kind: "unusable"; readonly reasons: readonly NoEffectReason[] };

/** Size of the group that each SD belongs to, where group sizes are given. */
const SIZE_OF_SD: Readonly<Partial<Record<ColumnName, readonly ColumnName[]>>> = {
  sdi: ["ni"],
  sd1i: ["n1i", "ni"],
  sd2i: ["n2i", "ni"],
};

/** Reads row `i` of the measure's columns, fills what the assumptions cover, and checks each number by itself. */
export function readRow(
  measure: Measure,
  columns: EffectColumns,
  i: number,
  assumedSd: number | undefined,
  assumedCorrelation: number | undefined,
): ReadRow {
  const names = MEASURES[measure].columns;
  const values: Partial<Record<ColumnName, number>> = {};
  const origins: EffectOrigin[] = [];
  const reasons: NoEffectReason[] = [];
  for (const column of names) {
    let value = columns[column]?.[i];
    if (value === undefined && column in SIZE_OF_SD && assumedSd !== undefined) {
      value = assumedSd;
      if (!origins.some(({ kind }) => kind === "assumedSd")) origins.push({ kind: "assumedSd", sd: assumedSd });
    }
    // A correlation that is itself the outcome is never assumed.
    if (value === undefined && column === "ri" && names.includes("sd1i") && assumedCorrelation !== undefined) {
      value = assumedCorrelation;
      origins.push({ kind: "assumedCorrelation", r: assumedCorrelation });
    }
    if (value === undefined) {
      const isSingle = SIZE_OF_SD[column]?.some((size) => names.includes(size) && columns[size]?.[i] === 1) ?? false;
      reasons.push({ kind: isSingle ? "singleWithoutSd" : "missing", column });
      continue;
    }
    const reason = checkNumber(column, value);
    if (reason === undefined) values[column] = value;
    else reasons.push(reason);
  }
  if (reasons.length === 0 && names.includes("xi") && names.includes("ni")) {
    if (Number(values.xi) > Number(values.ni)) reasons.push({ kind: "moreEventsThanPeople" });
  }
  if (reasons.length > 0) return { kind: "unusable", reasons };
  return { kind: "values", values: values as RowValues, origins };
}

function checkNumber(column: ColumnName, value: number): NoEffectReason | undefined {
  if (!Number.isFinite(value)) return { kind: "notFinite", column };
  switch (column) {
    case "mi":
    case "m1i":
    case "m2i":
      return undefined;
    case "sdi":
    case "sd1i":
    case "sd2i":
      return value > 0 ? undefined : { kind: "sdNotPositive", column, value };
    case "ni":
    case "n1i":
    case "n2i":
      return value >= 1 ? undefined : { kind: "sizeBelowOne", column, value };
    case "ri":
      return Math.abs(value) <= 1 ? undefined : { kind: "correlationOutOfRange", column, value };
    case "ti":
    case "t1i":
    case "t2i":
      return value > 0 ? undefined : { kind: "countOutOfRange", column, value };
    default:
      return value >= 0 ? undefined : { kind: "countOutOfRange", column, value };
  }
}
