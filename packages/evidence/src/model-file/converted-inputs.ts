import { convertMedian, type MedianConversion } from "../conversion/convert-median.ts";
import type { EffectOrigin } from "../effect-size/effect-origin.ts";
import type { DataTable } from "./data-table.ts";
import { type ConvertedInputs, numberCells } from "./effects-of.ts";
import type { EvidenceProblem } from "./evidence-problem.ts";
import type { ConversionInput } from "./model-schema.ts";

/** What a conversion made of one record. */
export type ConvertedRow = {
  /** Place of the record in the table, and of the conversion in the model. */
  readonly place: number;
  readonly conversion: number;
  readonly result: MedianConversion;
};

export type Conversions =
  | { readonly kind: "converted"; readonly inputs: ConvertedInputs; readonly rows: readonly ConvertedRow[] }
  | { readonly kind: "refused"; readonly problems: readonly EvidenceProblem[] };

/** Means and SDs from medians with ranges or quartiles, for the records that give a median. */
export function convertedInputs(
  conversions: readonly ConversionInput[],
  table: DataTable,
  places: readonly number[],
): Conversions {
  const inputs = new Map<string, { values: (number | undefined)[]; origins: (EffectOrigin | undefined)[] }>();
  const rows: ConvertedRow[] = [];
  const problems: EvidenceProblem[] = [];
  conversions.forEach((asked, conversion) => {
    const read = (column: string | undefined): (number | undefined)[] =>
      column === undefined ? places.map(() => undefined) : numberCells(column, table, places, problems);
    const [n, median, min, q1, q3, max] = [asked.n, asked.median, asked.min, asked.q1, asked.q3, asked.max].map(read);
    const [means, sds] = [asked.mean ?? "mi", asked.sd ?? "sdi"].map((input) => {
      const known = inputs.get(input) ?? {
        values: table.rows.map(() => undefined),
        origins: table.rows.map(() => undefined),
      };
      inputs.set(input, known);
      return known;
    });
    places.forEach((place, at) => {
      if (median[at] === undefined) return;
      const report = { n: n[at], median: median[at], min: min[at], q1: q1[at], q3: q3[at], max: max[at] };
      const result = convertMedian(report, asked.method);
      rows.push({ place, conversion, result });
      if (result.kind === "badSummary" && (result.reason === "notAscending" || result.reason === "sizeNotWhole")) {
        const isSize = result.reason === "sizeNotWhole";
        problems.push({
          in: "data",
          kind: "impossibleNumber",
          row: table.rows[place],
          column: isSize ? asked.n : asked.median,
          value: String(isSize ? n[at] : median[at]),
          must: isSize ? "wholeAbove0" : "ordered",
        });
      }
      if (result.kind !== "converted") return;
      means.values[place] ??= result.mean;
      means.origins[place] ??= result.origin;
      sds.values[place] ??= result.sd;
      sds.origins[place] ??= result.origin;
    });
  });
  return problems.length > 0 ? { kind: "refused", problems } : { kind: "converted", inputs, rows };
}
