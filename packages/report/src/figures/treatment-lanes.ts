import {
  agentKnowledge,
  type CaseView,
  type Interval,
  isBoneActive,
  type Terms,
  type Timed,
  type TimedTreatment,
  type Treatment,
} from "@materbone/clinical";
import type { Lane, LaneItem } from "./lane.ts";
import { timeWithBasis, told, whatAndWhen } from "./mark-words.ts";
import { atMonth, isTimed } from "./time-words.ts";
import { declinedText, doseText, treatmentName } from "./treatment-words.ts";
import { ROUTE_WORDS, WORDS } from "./words.ts";

/** Treatments in the lanes they share: same agent, where their times do not overlap. */
export function treatmentLanes(view: CaseView, terms: Terms): readonly Lane[] {
  const entries: TreatmentEntry[] = [
    ...view.treatments.map((treatment) => given(treatment, terms)),
    ...view.declined.map((treatment) => declined(treatment, terms)),
  ];
  entries.sort((a, b) => Number(b.isBoneDrug) - Number(a.isBoneDrug) || a.order - b.order || a.position - b.position);
  const rows: TreatmentEntry[][] = [];
  for (const entry of entries) {
    const row = rows.find(
      (candidate) => candidate[0]?.key === entry.key && candidate.every((other) => fits(other, entry)),
    );
    if (row === undefined) rows.push([entry]);
    else row.push(entry);
  }
  return rows.map((row) => ({
    name: row[0]?.name ?? "",
    details: [...new Set(row.map((entry) => entry.detail))],
    tone: row[0]?.isBoneDrug ? "boneDrug" : "otherTreatment",
    items: row.map((entry) => entry.item),
  }));
}

type TreatmentEntry = {
  readonly key: string;
  readonly name: string;
  readonly detail: string;
  readonly isBoneDrug: boolean;
  readonly item: LaneItem;
  readonly span: Interval;
  readonly order: number;
  readonly position: number;
};

function given(timed: TimedTreatment, terms: Terms): TreatmentEntry {
  const treatment = timed.entry;
  const isSingle = treatment.dose?.per === "once";
  const ongoing = treatment.ongoing === true;
  const given = [...doseWords(treatment, terms), ...routeWords(treatment, terms)];
  const missing = missingTimes(isSingle, timed.when, timed.end, ongoing, terms);
  const detail = terms.series([...given, ...missing]);
  // An open start or end is drawn; in words it goes to the table only.
  const beside = timed.when === undefined && timed.end === undefined ? detail : terms.series(given);
  const time = isSingle ? timeWithBasis(timed.when, treatment.start, terms) : courseTime(timed, ongoing, terms);
  const place = {
    label: told([whatAndWhen(treatmentName(treatment, terms), time, terms), terms.series(given)], terms),
    pointer: timed.at,
  };
  const item: LaneItem = isSingle
    ? { kind: "dose", at: timed.when, detail, ...place }
    : { kind: "bar", start: timed.when, end: timed.end, ongoing, detail, ...place };
  return entry(timed, treatment, item, beside, terms);
}

function declined(timed: Timed<Treatment>, terms: Terms): TreatmentEntry {
  const missing = timed.when === undefined ? [terms.text(WORDS.timeNotRecorded)] : [];
  const detail = terms.series([declinedText(timed.entry, terms), ...missing]);
  const time = timeWithBasis(timed.when, timed.entry.start, terms);
  const label = told(
    [whatAndWhen(treatmentName(timed.entry, terms), time, terms), declinedText(timed.entry, terms)],
    terms,
  );
  return entry(
    timed,
    timed.entry,
    { kind: "declined", at: timed.when, detail, label, pointer: timed.at },
    detail,
    terms,
  );
}

/** "from month 15 (stated) to month 22", "from month 27 (derived), end not recorded". */
function courseTime(timed: TimedTreatment, ongoing: boolean, terms: Terms): string {
  const { entry, when, end } = timed;
  if (when === undefined && end === undefined && !ongoing) return terms.text(WORDS.timeNotRecorded);
  const start = isTimed(when)
    ? FROM[terms.lang](timeWithBasis(when, entry.start, terms))
    : terms.text(WORDS.startNotRecorded);
  const stop = ongoing
    ? terms.text(WORDS.ongoing)
    : isTimed(end)
      ? TO[terms.lang](atMonth(end, entry.end, terms))
      : terms.text(WORDS.endNotRecorded);
  return terms.lang === "zh" ? `${start}，${stop}` : `${start}, ${stop}`;
}

const FROM = {
  en: (time: string): string => `from ${time}`,
  zh: (time: string): string => `自${time}起`,
};
const TO = {
  en: (time: string): string => `to ${time}`,
  zh: (time: string): string => `至${time}`,
};

function entry(
  timed: Timed<Treatment>,
  treatment: Treatment,
  item: LaneItem,
  detail: string,
  terms: Terms,
): TreatmentEntry {
  const name = treatmentName(treatment, terms);
  return {
    key: name,
    name,
    detail,
    isBoneDrug: isBoneActive(treatment.agent),
    item,
    span: spanOf(item),
    order: timed.when?.earliest ?? Number.NEGATIVE_INFINITY,
    position: Number(timed.at.split("/").at(-1)),
  };
}

function doseWords(treatment: Treatment, terms: Terms): readonly string[] {
  const asksNoDose = ["nonDrug", "other"].includes(agentKnowledge(treatment.agent).class);
  return treatment.dose === undefined && asksNoDose ? [] : [doseText(treatment, terms)];
}

function routeWords(treatment: Treatment, terms: Terms): readonly string[] {
  if (treatment.route === undefined || treatment.route === "notStated") return [];
  return [terms.text(ROUTE_WORDS[treatment.route])];
}

function missingTimes(
  isSingle: boolean,
  start: Interval | undefined,
  end: Interval | undefined,
  ongoing: boolean,
  terms: Terms,
): readonly string[] {
  if (isSingle) return start === undefined ? [terms.text(WORDS.timeNotRecorded)] : [];
  if (start === undefined && end === undefined && !ongoing) return [terms.text(WORDS.timeNotRecorded)];
  const words: string[] = [];
  if (start === undefined) words.push(terms.text(WORDS.startNotRecorded));
  if (ongoing) words.push(terms.text(WORDS.ongoing));
  else if (end === undefined) words.push(terms.text(WORDS.endNotRecorded));
  return words;
}

/** All that an item may cover. */
function spanOf(item: LaneItem): Interval {
  if (item.kind !== "bar") return item.at ?? { earliest: Number.NEGATIVE_INFINITY, latest: Number.POSITIVE_INFINITY };
  return {
    earliest: item.start?.earliest ?? Number.NEGATIVE_INFINITY,
    latest: item.ongoing ? Number.POSITIVE_INFINITY : (item.end?.latest ?? Number.POSITIVE_INFINITY),
  };
}

function fits(a: TreatmentEntry, b: TreatmentEntry): boolean {
  const isBar = (x: TreatmentEntry): boolean => x.item.kind === "bar";
  if (isBar(a) && isBar(b)) return a.span.latest <= b.span.earliest || b.span.latest <= a.span.earliest;
  return a.span.latest < b.span.earliest || b.span.latest < a.span.earliest;
}
