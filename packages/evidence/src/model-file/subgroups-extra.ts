import { predictionInterval } from "../meta/predict-meta.ts";
import { fitSubgroups } from "../meta/subgroups.ts";
import { type ExtraContext, type ExtraOutput, numbersOf, requirePooled, rowName } from "./extra-context.ts";
import type { ExtraRequest } from "./extras-schema.ts";
import { waldOutput } from "./fit-parts.ts";
import { predictionBounds } from "./prediction-bounds.ts";

/** A pooled effect for each group of a column, and the test of their difference. */
export function subgroupsExtra(
  request: Extract<ExtraRequest, { kind: "subgroups" }>,
  context: ExtraContext,
): ExtraOutput {
  const { prepared, fit, undefineds, at } = context;
  requirePooled("subgroups", context);
  const { table, places, effects } = prepared;
  const cells = table.columns.get(request.column)?.cells ?? [];
  const grouped = places.flatMap((place, record) => (cells[place] === undefined ? [] : [record]));
  const without = places.flatMap((place, record) => (cells[place] === undefined ? [record] : []));
  const tau2 = request.commonTau2 === true ? "common" : "separate";
  const { subgroups, between } = fitSubgroups(
    {
      yi: Float64Array.from(grouped, (record) => effects.yi[record]),
      vi: Float64Array.from(grouped, (record) => effects.vi[record]),
    },
    grouped.map((record) => cells[places[record]]?.text ?? ""),
    { method: fit.method, test: fit.test, level: fit.level },
    tau2,
  );
  return {
    kind: "subgroups",
    column: request.column,
    tau2,
    groups: subgroups.map(({ name, fit: own }, place) => {
      const pointer = `${at}/groups/${place}`;
      const [mean] = own.coefficients;
      return {
        group: name,
        k: own.k,
        ...numbersOf(mean, ["estimate", "se", "statistic"], pointer, undefineds),
        df: mean.df ?? null,
        ...numbersOf(mean, ["p", "ciLower", "ciUpper"], pointer, undefineds),
        ...predictionBounds(predictionInterval(own), "pi", pointer, undefineds),
        ...numbersOf(own, ["tau2", "i2", "h2", "qe", "qep"], pointer, undefineds),
      };
    }),
    between:
      between === undefined
        ? undefineds.nothing(`${at}/between`, "singular")
        : waldOutput(between, `${at}/between`, undefineds),
    ...(without.length === 0 ? {} : { withoutGroup: without.map((record) => rowName(prepared, record)) }),
  };
}
