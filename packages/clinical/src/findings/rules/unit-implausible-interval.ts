import { analyteKnowledge } from "../../laboratory/analyte.ts";
import { printedValue } from "../../laboratory/printed-value.ts";
import type { Analyte } from "../../laboratory/vocabulary.ts";
import type { ReferenceInterval } from "../../record/laboratory.ts";
import { isConventional, parseUnit } from "../../units/convert.ts";
import { seriesRule } from "../rule.ts";
import { sourcePaper } from "./cited.ts";
import { type PrintedFact, printedFact } from "./lab-value.ts";

type IntervalUnitFacts = {
  readonly analyte: Analyte;
  readonly unit: string;
  readonly low: PrintedFact | null;
  readonly high: PrintedFact | null;
  /** Could the unit be read at all? */
  readonly isReadable: boolean;
  readonly usualUnits: readonly string[];
};

/** An interval of the series in a unit that laboratories do not use for the analyte. */
export const unitImplausibleInterval = seriesRule<IntervalUnitFacts>({
  id: "unit-implausible",
  severity: "major",
  reads: ["laboratory.intervals[].unit"],
  source: sourcePaper("l.194-195", "osteocalcin in pg/mL with the interval 3-65, beside N-MID osteocalcin in ng/mL"),
  title: {
    en: "Is the unit of a reference interval unusual for its analyte, or not to be read?",
    zh: "参考区间的单位是否不合常规或无法识别？",
  },
  message: {
    en: (facts, t) =>
      `Check the unit: the interval of ${t.analyte(facts.analyte)} is ${limits(facts, "at least", "at most", t.fixed)} ${facts.unit} (${facts.isReadable ? "" : "the unit cannot be read; "}usual: ${t.either(facts.usualUnits)}).`,
    zh: (facts, t) =>
      `请核对单位：${t.analyte(facts.analyte)}参考区间为 ${limits(facts, "≥", "≤", t.fixed)} ${facts.unit}，${facts.isReadable ? "" : "该单位无法识别，"}常用单位为 ${t.either(facts.usualUnits)}。`,
  },
  find: (view) =>
    (view.series.laboratory?.intervals ?? []).flatMap((interval, position) =>
      isConventional(interval.analyte, interval.unit)
        ? []
        : [
            {
              at: `/laboratory/intervals/${position}`,
              facts: {
                analyte: interval.analyte,
                unit: interval.unit,
                low: limit(interval.low),
                high: limit(interval.high),
                isReadable: parseUnit(interval.unit).kind === "unit",
                usualUnits: analyteKnowledge(interval.analyte).conventionalUnits,
              },
            },
          ],
    ),
});

function limit(printed: ReferenceInterval["low"]): PrintedFact | null {
  return printed === undefined ? null : printedFact(printedValue(printed));
}

function limits(
  { low, high }: IntervalUnitFacts,
  atLeast: string,
  atMost: string,
  fixed: (value: number, decimals: number) => string,
): string {
  const say = (fact: PrintedFact) => fixed(fact.value, fact.decimals);
  if (low !== null && high !== null) return `${say(low)}–${say(high)}`;
  if (low !== null) return `${atLeast} ${say(low)}`;
  return high === null ? "" : `${atMost} ${say(high)}`;
}
