import {
  type CaseView,
  type Course,
  checkRegimen,
  createTerms,
  type Exposure,
  exposures,
  type Interval,
  isBounded,
  type Lang,
  localText,
  printedUnit,
  type Terms,
  type Treatment,
} from "@materbone/clinical";
import { headed } from "../figures/time-words.ts";
import { printedDose, printedMonthInterval, RANGE_DASH } from "./printed.ts";
import {
  type Cell,
  cell,
  column,
  linesCell,
  MISSING,
  plainTable,
  type Row,
  row,
  type Table,
  type Tone,
} from "./table.ts";
import { titleOf } from "./title-of.ts";
import { REGIMEN_WORDS, TABLE_WORDS } from "./words.ts";

/** What the woman was given, one row per course, with the dose against the listed regimens, and what she declined. */
export function exposureTable(view: CaseView, lang: Lang): Table {
  const t = createTerms(lang);
  const given = exposures(view).flatMap((exposure) =>
    exposure.courses.map((course) => courseRow(course, exposure, view, t)),
  );
  const declined = view.declined.map(({ entry, when }) => declinedRow(entry, when, t));
  return plainTable(
    {
      id: `exposure-${view.record.id}`,
      lang,
      title: titleOf(view, t.text(TABLE_WORDS.exposureTitle), t),
      footnotes: [{ text: t.text(TABLE_WORDS.exposureNote) }],
    },
    [column("left", true), column("left", true), column("left", true), column("right"), column("left", true)],
    [
      t.text(TABLE_WORDS.agent),
      t.text(TABLE_WORDS.dose),
      t.text(TABLE_WORDS.monthsPostpartum),
      t.text(TABLE_WORDS.cumulativeDose),
      t.text(TABLE_WORDS.regimenCheck),
    ],
    [...given, ...declined],
  );
}

/** The agent as the record names it: its own words, else the generic name, with the brand behind. */
function treatmentName(treatment: Treatment, t: Terms): string {
  const generic = t.agent(treatment.agent);
  const name = treatment.name === undefined ? generic : localText(treatment.name, t.lang);
  const brand = treatment.brand === undefined ? undefined : localText(treatment.brand, t.lang);
  if (brand === undefined) return headed(name);
  return headed(t.lang === "zh" ? `${name}（${brand}）` : `${name} (${brand})`);
}

function courseRow(course: Course, exposure: Exposure, view: CaseView, t: Terms): Row {
  const entry = view.treatments.find((treatment) => treatment.at === course.at)?.entry;
  if (entry === undefined) return row(cell(t.agent(exposure.agent)));
  return row(
    cell(treatmentName(entry, t)),
    cell(doseText(entry, t)),
    cell(timeText(course, t)),
    cell(
      course.cumulative === undefined
        ? MISSING[t.lang]
        : amountText(course.cumulative.amount, course.cumulative.unit, t),
    ),
    regimenCell(entry, t),
  );
}

function declinedRow(entry: Treatment, when: Interval | undefined, t: Terms): Row {
  const reason = t.word("declinedReason", entry.declined?.reason ?? "notStated");
  const zh = t.lang === "zh";
  return row(
    cell(treatmentName(entry, t)),
    cell(zh ? `未接受：${reason}` : `declined: ${reason}`, { tone: "question" }),
    cell(printedMonthInterval(when, t)),
    cell(MISSING[t.lang]),
    cell(""),
  );
}

function doseText(entry: Treatment, t: Terms): string {
  if (entry.dose === undefined) return MISSING[t.lang];
  const dose = printedDose(entry.dose, t);
  if (entry.route === undefined || entry.route === "notStated") return dose;
  return t.lang === "zh" ? `${dose}，${t.word("route", entry.route)}` : `${dose}, ${t.word("route", entry.route)}`;
}

/** "15", "15 → 22", "15 → end not recorded". */
function timeText(course: Course, t: Terms): string {
  const start = printedMonthInterval(course.start, t);
  switch (course.endBasis) {
    case "singleDose":
      return start;
    case "recorded":
      return `${start} → ${printedMonthInterval(course.end, t)}`;
    case "ongoing":
      return `${start} → ${t.text(TABLE_WORDS.ongoing)}`;
    case "notRecorded":
      return `${start} → ${t.text(TABLE_WORDS.endNotRecorded)}`;
  }
}

function amountText(amount: Interval, unit: string, t: Terms): string {
  if (!isBounded(amount)) return MISSING[t.lang];
  const larger = LARGER_UNIT[printedUnit(unit)];
  const useLarger = larger !== undefined && amount.latest >= 1000;
  const [low, high] = [amount.earliest, amount.latest].map((value) => shortNumber(useLarger ? value / 1000 : value, t));
  const shown = low === high ? low : `${low}${RANGE_DASH[t.lang]}${high}`;
  return `${shown} ${useLarger ? larger : printedUnit(unit)}`;
}

/** A sum of a thousand or more is read in the next unit. */
const LARGER_UNIT: Readonly<Record<string, string>> = { ng: "μg", μg: "mg", mg: "g" };

/** About three digits are as many as a sum of doses over months deserves. */
function shortNumber(value: number, t: Terms): string {
  return t.fixed(value, Number.isInteger(value) || value >= 10 ? 0 : 1);
}

function regimenCell(entry: Treatment, t: Terms): Cell {
  const check = checkRegimen(entry.agent, entry.dose, entry.route);
  if (check.kind === "notListed" && check.reason === "noRegimen") return cell(t.text(REGIMEN_WORDS.noRegimen));
  if (check.kind === "doseNotGiven") return cell(t.text(REGIMEN_WORDS.doseNotGiven));
  const listed = check.kind === "outside" ? check.listed.map((regimen) => regimenText(regimen, t)) : [];
  const words = t.text(REGIMEN_WORDS[check.kind]);
  return linesCell(listed.length === 0 ? [words] : [words, listedText(listed, t)], { tone: TONES[check.kind] });
}

const TONES = {
  inside: "good",
  outside: "question",
  unitMismatch: "question",
  notListed: "quiet",
} as const satisfies Record<string, Tone>;

function listedText(listed: readonly string[], t: Terms): string {
  return t.lang === "zh" ? `所列用法：${t.series(listed)}` : `listed: ${t.either(listed)}`;
}

function regimenText(
  regimen: { readonly doseLow: number; readonly doseHigh: number; readonly unit: string; readonly per: string },
  t: Terms,
): string {
  const amount =
    regimen.doseLow === regimen.doseHigh ? regimen.doseLow : ([regimen.doseLow, regimen.doseHigh] as [number, number]);
  return printedDose({ amount, unit: regimen.unit, per: regimen.per }, t);
}
