import {
  type CaseView,
  DAYS_PER_MONTH,
  type Interval,
  monthsOf,
  type Pregnancy,
  point,
  type Terms,
} from "@materbone/clinical";
import type { Lane, LaneItem } from "./lane.ts";
import { scanLabel, timeWithBasis, told, whatAndWhen } from "./mark-words.ts";
import { atMonth, isTimed, monthsText } from "./time-words.ts";
import { treatmentLanes } from "./treatment-lanes.ts";
import { WORDS } from "./words.ts";

/** The lanes of a woman in reading order; a lane without content is left out. */
export function lanesOf(view: CaseView, terms: Terms): readonly Lane[] {
  return [
    scanLane(view, terms),
    ...pregnancyLanes(view, terms),
    ...eventLanes(view, terms),
    ...treatmentLanes(view, terms),
  ].filter((lane) => lane.items.length > 0);
}

/** Scans with values, at their times. */
export function scanLane(view: CaseView, terms: Terms): Lane {
  return {
    name: terms.text(WORDS.scans),
    details: [scanTimes(view, terms)],
    tone: "event",
    items: view.scans.map((scan) => ({
      kind: "scan",
      at: scan.when,
      detail: scan.entry.id,
      label: told(
        [
          whatAndWhen(terms.text(WORDS.dxaScan), timeWithBasis(scan.when, scan.entry.at, terms), terms),
          scanLabel(scan, terms),
        ],
        terms,
      ),
      pointer: scan.at,
    })),
  };
}

function scanTimes(view: CaseView, terms: Terms): string {
  const timed = view.scans.filter((scan) => isTimed(scan.when));
  if (timed.length === 0) return terms.text(WORDS.timeNotRecorded);
  const months = terms.series(timed.map((scan) => monthsText(scan.when, scan.entry.at, terms)));
  return SCAN_TIMES[terms.lang](months, view.scans.length - timed.length);
}

function eventLanes(view: CaseView, terms: Terms): readonly Lane[] {
  const symptoms = view.record.symptoms ?? [];
  const first = view.symptomOnset;
  const firstEntries = symptoms.filter((symptom) => {
    const onset = monthsOf(symptom.onset, view.frame);
    return first === undefined || (onset !== undefined && onset.earliest === first.earliest);
  });
  const names = [...new Set(firstEntries.map((symptom) => terms.word("symptom", symptom.symptom)))];
  const [firstEntry] = firstEntries;
  const symptomItems: LaneItem[] =
    symptoms.length === 0
      ? []
      : [
          {
            kind: "symptom",
            at: first,
            detail: "",
            label: told(
              [
                whatAndWhen(terms.text(WORDS.symptomOnset), timeWithBasis(first, firstEntry?.onset, terms), terms),
                terms.series(names),
              ],
              terms,
            ),
            pointer: `/symptoms/${Math.max(0, firstEntry === undefined ? 0 : symptoms.indexOf(firstEntry))}`,
          },
        ];
  const diagnosisPosition = (view.record.events ?? []).findIndex((event) => event.kind === "diagnosis");
  const diagnosisEntry = view.record.events?.[diagnosisPosition];
  return [
    {
      name: terms.text(WORDS.symptomOnset),
      details: [colon(terms, atMonth(first, firstEntries[0]?.onset, terms), terms.series(names))],
      tone: "event",
      items: symptomItems,
    },
    fractureLane(view, terms),
    {
      name: terms.text(WORDS.diagnosis),
      details: [atMonth(view.diagnosis, undefined, terms)],
      tone: "event",
      items:
        diagnosisEntry === undefined
          ? []
          : [
              {
                kind: "diagnosis",
                at: view.diagnosis,
                detail: "",
                label: whatAndWhen(
                  terms.text(WORDS.diagnosis),
                  timeWithBasis(view.diagnosis, diagnosisEntry.at, terms),
                  terms,
                ),
                pointer: `/events/${diagnosisPosition}`,
              },
            ],
    },
  ];
}

/** One mark for each time of fracture. */
export function fractureLane(view: CaseView, terms: Terms): Lane {
  const times = distinct(view.fractures.map((fracture) => fracture.when));
  return {
    name: terms.text(WORDS.fracture),
    details: fractureDetails(view, terms),
    tone: "event",
    items: times.map((at) => fractureItem(at, view, terms)),
  };
}

function fractureItem(at: Interval | undefined, view: CaseView, terms: Terms): LaneItem {
  const together = view.fractures.filter((fracture) => timeKey(fracture.when) === timeKey(at));
  const sites = terms.series(together.map((fracture) => terms.word("fractureSite", fracture.entry.site)));
  const [first] = together;
  const name = terms.text(WORDS.fracture);
  const what = terms.lang === "zh" ? `${name}（${sites}）` : `${name} (${sites})`;
  return {
    kind: "fracture",
    at,
    detail: "",
    label: whatAndWhen(what, timeWithBasis(at, first?.entry.at, terms), terms),
    pointer: first?.at ?? "/fractures",
  };
}

/** Levels of one time together: "12: L4". */
function fractureDetails(view: CaseView, terms: Terms): readonly string[] {
  const sitesByTime = new Map<string, string[]>();
  for (const fracture of view.fractures) {
    const time = atMonth(fracture.when, fracture.entry.at, terms);
    const sites = sitesByTime.get(time) ?? [];
    sitesByTime.set(time, [...sites, terms.word("fractureSite", fracture.entry.site)]);
  }
  return [...sitesByTime].map(([time, sites]) => colon(terms, time, terms.series(sites)));
}

/** Pregnancy and lactation. */
export function pregnancyLanes(view: CaseView, terms: Terms): readonly Lane[] {
  const pregnancies = view.record.pregnancies ?? [];
  const dated = pregnancies.map((pregnancy, position) => ({
    pregnancy,
    at: `/pregnancies/${position}`,
    delivered: pregnancy === view.index ? point(0) : monthsOf(pregnancy.deliveredAt, view.frame),
  }));
  const known = dated.filter((each) => each.delivered !== undefined);
  return [
    {
      name: terms.text(WORDS.pregnancy),
      details: [],
      tone: "pregnancy",
      items: known.map(({ pregnancy, delivered, at }) => pregnancyBar(pregnancy, delivered ?? point(0), at, terms)),
    },
    {
      name: terms.text(WORDS.lactation),
      details: dated.flatMap(({ pregnancy }) => lactationDetails(pregnancy, view, terms)),
      tone: "lactation",
      items: known.flatMap(({ pregnancy, delivered, at }) =>
        lactationBars(pregnancy, delivered ?? point(0), at, view, terms),
      ),
    },
  ];
}

function pregnancyBar(pregnancy: Pregnancy, delivered: Interval, at: string, terms: Terms): LaneItem {
  const days = pregnancy.gestationalAgeDays;
  // Without a gestational age the bar begins at term length; the axis itself begins there.
  const months = (days ?? FULL_TERM_DAYS) / DAYS_PER_MONTH;
  return {
    kind: "bar",
    start: { earliest: delivered.earliest - months, latest: delivered.latest - months },
    end: delivered,
    ongoing: false,
    detail: "",
    label: PREGNANCY[terms.lang](timeWithBasis(delivered, pregnancy.deliveredAt, terms)),
    pointer: at,
  };
}

/** 280 days from the last menstrual period (WHO, ICD-10 volume 2): only the length of the pregnancy bar. */
const FULL_TERM_DAYS = 280;

function lactationBars(
  pregnancy: Pregnancy,
  delivered: Interval,
  at: string,
  view: CaseView,
  terms: Terms,
): readonly LaneItem[] {
  const { lactation } = pregnancy;
  if (lactation === undefined || lactation.breastfed === "no" || lactation.breastfed === "notReported") return [];
  const weaned = monthsOf(lactation.weaned, view.frame);
  const end =
    lactation.stillBreastfeeding === true
      ? terms.text(WORDS.stillBreastfeeding)
      : weaned === undefined
        ? terms.text(WORDS.endNotRecorded)
        : UNTIL_TIME[terms.lang](timeWithBasis(weaned, lactation.weaned, terms));
  return [
    {
      kind: "bar",
      start: monthsOf(lactation.start, view.frame) ?? delivered,
      end: weaned,
      ongoing: lactation.stillBreastfeeding === true,
      detail: "",
      label: whatAndWhen(terms.text(WORDS.lactation), end, terms),
      pointer: `${at}/lactation`,
    },
  ];
}

function lactationDetails(pregnancy: Pregnancy, view: CaseView, terms: Terms): readonly string[] {
  const { lactation } = pregnancy;
  if (lactation === undefined || lactation.breastfed === "no" || lactation.breastfed === "notReported") return [];
  if (lactation.stillBreastfeeding === true) return [terms.text(WORDS.stillBreastfeeding)];
  const weaned = monthsOf(lactation.weaned, view.frame);
  if (weaned === undefined) return [terms.text(WORDS.endNotRecorded)];
  return [UNTIL[terms.lang](monthsText(weaned, lactation.weaned, terms))];
}

const SCAN_TIMES = {
  en: (months: string, untimed: number): string =>
    `months ${months}${untimed === 0 ? "" : `; ${untimed} with time not recorded`}`,
  zh: (months: string, untimed: number): string =>
    `产后${months}个月${untimed === 0 ? "" : `；${untimed}次时间未记录`}`,
};

const UNTIL = {
  en: (months: string): string => `until month ${months}`,
  zh: (months: string): string => `至产后${months}个月`,
};

const PREGNANCY = {
  en: (delivery: string): string => `Pregnancy until delivery, ${delivery}`,
  zh: (delivery: string): string => `妊娠，至分娩（${delivery}）`,
};

const UNTIL_TIME = {
  en: (time: string): string => `until ${time}`,
  zh: (time: string): string => `至${time}`,
};

function distinct(times: readonly (Interval | undefined)[]): readonly (Interval | undefined)[] {
  const seen = new Map(times.map((time) => [timeKey(time), time]));
  return [...seen.values()];
}

function timeKey(time: Interval | undefined): string {
  return time === undefined ? "" : `${time.earliest} ${time.latest}`;
}

function colon(terms: Terms, head: string, tail: string): string {
  if (tail === "") return head;
  return terms.lang === "zh" ? `${head}：${tail}` : `${head}: ${tail}`;
}
