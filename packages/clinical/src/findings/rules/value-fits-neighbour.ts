import { printedValue } from "../../laboratory/printed-value.ts";
import type { LabReading } from "../../laboratory/reading.ts";
import type { Analyte } from "../../laboratory/vocabulary.ts";
import type { ReferenceInterval } from "../../record/laboratory.ts";
import { parseUnit } from "../../units/convert.ts";
import { isSameScale } from "../../units/unit.ts";
import { caseRule } from "../rule.ts";
import { sourcePaper } from "./cited.ts";
import {
  type LabValueFact,
  type LimitsFact,
  labValueFact,
  type PrintedFact,
  panelOf,
  printedFact,
  sayAnalyteInterval,
  sayLabValue,
} from "./lab-value.ts";
import { commonPlace } from "./place.ts";
import { ruleLimits } from "./rule-limits.ts";

type MisplacedValue = {
  readonly value: LabValueFact;
  /** The empty column and its interval. */
  readonly neighbour: LimitsFact & { readonly analyte: Analyte };
};
type NeighbourFacts = { readonly values: readonly MisplacedValue[] };

/** A value that is odd in its own column and ordinary in an empty column close by may have slipped. Ask, never move it. */
export const valueFitsNeighbour = caseRule<NeighbourFacts>({
  id: "value-fits-neighbour",
  severity: "minor",
  reads: ["laboratory[].results", "series.laboratory.panel", "series.laboratory.intervals"],
  source: sourcePaper("l.194-197", "total P1NP 4.74 is in range in the N-MID column, which holds a dash"),
  title: {
    en: "Would a value outside its interval be in range in an empty column close by?",
    zh: "超出参考区间的数值若放入邻近的空列，是否恰在其参考区间内？",
  },
  message: {
    en: ({ values }, t) =>
      `Check for a shifted column: ${t.series(values.map(({ value, neighbour }) => `${sayLabValue(value, t)} would be in range as ${sayAnalyteInterval(neighbour.analyte, neighbour, value.unit, t)}, which is empty`))}.`,
    zh: ({ values }, t) =>
      `请核对是否错列：${values.map(({ value, neighbour }) => `${sayLabValue(value, t)}若作为${sayAnalyteInterval(neighbour.analyte, neighbour, value.unit, t)}则在正常范围，而该列为空`).join("；")}。`,
  },
  find: (view) => {
    const panel = view.context.laboratory?.panel;
    const intervals = view.context.laboratory?.intervals;
    if (panel === undefined || intervals === undefined) return [];
    const { laboratory } = view;
    const outside = laboratory.filter(({ flag, value }) => isOutside(flag) && value.censored === undefined);
    if (outside.length === 0) return [];
    // A row of the table is one sampling: a value of another one does not fill its columns.
    const emptyIn = (sampling: string) => {
      const filled = new Set(laboratory.filter((one) => panelOf(one) === sampling).map(({ analyte }) => analyte));
      return panel.filter((analyte) => !filled.has(analyte));
    };
    const found = outside.flatMap((reading) => {
      const interval = fittingInterval(
        reading,
        neighbours(reading.analyte, panel, emptyIn(panelOf(reading))),
        intervals,
      );
      return interval === undefined ? [] : [{ reading, interval }];
    });
    if (found.length === 0) return [];
    return [
      {
        at: commonPlace(found.map(({ reading }) => reading.at)),
        facts: {
          values: found.map(({ reading, interval }) => ({
            value: labValueFact(reading),
            neighbour: {
              analyte: interval.analyte,
              low: limit(interval.low),
              high: limit(interval.high),
              limitsUnit: interval.unit,
            },
          })),
        },
      },
    ];
  },
});

function isOutside(flag: LabReading["flag"]): boolean {
  return flag === "low" || flag === "high";
}

/** Empty columns close to the one of `analyte`, the nearest first. */
function neighbours(analyte: Analyte, panel: readonly Analyte[], empty: readonly Analyte[]): readonly Analyte[] {
  const own = panel.indexOf(analyte);
  if (own < 0) return [];
  const distance = (other: Analyte) => Math.abs(panel.indexOf(other) - own);
  return empty
    .filter((other) => distance(other) <= ruleLimits.neighbourColumns.columns)
    .sort((a, b) => distance(a) - distance(b));
}

function fittingInterval(
  reading: LabReading,
  columns: readonly Analyte[],
  intervals: readonly ReferenceInterval[],
): ReferenceInterval | undefined {
  for (const column of columns) {
    const fits = intervals.find(
      (interval) =>
        interval.analyte === column &&
        isSameUnit(interval.unit, reading.unit) &&
        contains(interval, reading.value.value),
    );
    if (fits !== undefined) return fits;
  }
  return undefined;
}

function isSameUnit(a: string, b: string): boolean {
  if (a === b) return true;
  const unit = parseUnit(a);
  const other = parseUnit(b);
  return unit.kind === "unit" && other.kind === "unit" && isSameScale(unit, other);
}

/** One-sided intervals hold nearly anything and prove nothing: both limits must be there. */
function contains({ low, high }: ReferenceInterval, value: number): boolean {
  if (low === undefined || high === undefined) return false;
  return value >= printedValue(low).value && value <= printedValue(high).value;
}

function limit(printed: ReferenceInterval["low"]): PrintedFact | null {
  return printedFact(printed === undefined ? undefined : printedValue(printed));
}
