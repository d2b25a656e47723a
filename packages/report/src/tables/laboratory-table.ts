import {
  type CaseView,
  createTerms,
  type LabFlag,
  type LabReading,
  type Lang,
  printedUnit,
  type Terms,
} from "@materbone/clinical";
import { headed } from "../figures/time-words.ts";
import { printedMonthInterval, printedRange } from "./printed.ts";
import { cell, column, linesCell, MISSING, plainTable, row, type Table, type Tone } from "./table.ts";
import { titleOf } from "./title-of.ts";
import { TABLE_WORDS } from "./words.ts";

const TONES: Readonly<Record<LabFlag, Tone>> = {
  low: "question",
  high: "question",
  inRange: "good",
  undetermined: "question",
  noInterval: "quiet",
};

/** Every laboratory value of a woman against the intervals that may apply to it. */
export function laboratoryTable(view: CaseView, lang: Lang): Table {
  const t = createTerms(lang);
  return plainTable(
    { id: `laboratory-${view.record.id}`, lang, title: titleOf(view, t.text(TABLE_WORDS.laboratoryTitle), t) },
    [column("left", true), column("right"), column("left"), column("left", true), column("left"), column("left")],
    [
      t.text(TABLE_WORDS.analyte),
      t.text(TABLE_WORDS.value),
      t.text(TABLE_WORDS.unit),
      t.text(TABLE_WORDS.interval),
      t.text(TABLE_WORDS.reading),
      t.text(TABLE_WORDS.monthsPostpartum),
    ],
    view.laboratory.map((reading) =>
      row(
        cell(headed(t.analyte(reading.analyte))),
        cell(`${reading.value.censored ?? ""}${t.fixed(reading.value.value, reading.value.decimals)}`),
        cell(printedUnit(reading.unit)),
        linesCell(intervalLines(reading, t)),
        cell(t.word("labFlag", reading.flag), { tone: TONES[reading.flag] }),
        cell(printedMonthInterval(reading.when, t)),
      ),
    ),
  );
}

function intervalLines(reading: LabReading, t: Terms): readonly string[] {
  if (reading.applied.length === 0) return [MISSING[t.lang]];
  return reading.applied.map(({ interval, flag }) => {
    const range = printedRange(interval.low, interval.high, t.lang) ?? MISSING[t.lang];
    const selectors = [
      ...(interval.season === undefined ? [] : [t.season(interval.season)]),
      ...(interval.state === undefined ? [] : [t.word("state", interval.state)]),
    ];
    const outcome = reading.applied.length > 1 ? [t.word("labFlag", flag)] : [];
    const joint = t.lang === "zh" ? "，" : ", ";
    return [[...selectors, range].join(" "), ...outcome].join(joint);
  });
}
