import {
  assess,
  bmdResponses,
  type CaseRecord,
  type CaseView,
  caseFindings,
  definitionById,
  firstToLast,
  gradeOf,
  type Interval,
  openCase,
  printedScore,
  roiLevels,
  roiName,
  type SeriesHead,
  SKELETAL_SITES,
} from "@materbone/clinical";
import type { DerivedSummary } from "./case-summary.ts";

type Fracture = DerivedSummary["fractures"][number];

const ANY_SITE = definitionById("paper-any-site");
const ALL_SITES = definitionById("paper-all-sites");

/** What a list shows of one woman, from her record and the head of her series. Pure: the same two give the same summary. */
export function summaryOf(record: CaseRecord, head: SeriesHead): DerivedSummary {
  const view = openCase(record, head);
  const { person } = record;
  return {
    id: record.id,
    ...present("label", record.label),
    ...present("origin", record.origin),
    tags: [...(record.tags ?? [])],
    ...present("ageYears", person?.ageYears),
    ...present("deliveryMode", view.index?.deliveryMode),
    ...present("deliveredOn", deliveredOn(view)),
    ...present("monthsToDiagnosis", openEnded(view.diagnosis)),
    fractures: fracturesOf(view),
    ...present("lowestZ", lowestZ(view)),
    spineBmd: spineBmd(view),
    ...present("spineChange", spineChange(view)),
    agents: [...new Set(view.treatments.map((treatment) => treatment.entry.agent))],
    verdicts: verdictsOf(view),
    openFindings: openFindings(view, head),
  };
}

/** Has she a fracture that is not graded as none? */
export function isFractured({ fractures }: Pick<DerivedSummary, "fractures">): boolean {
  return fractures.some(({ grade }) => grade === undefined || grade >= 1);
}

function deliveredOn(view: CaseView): DerivedSummary["deliveredOn"] {
  const date = view.index?.deliveredAt?.date;
  if (date === undefined) return undefined;
  return typeof date === "string" ? [date, date] : [date[0], date[1]];
}

/** Each place once with its highest grade; one of several pictures of a fracture may have been graded. */
function fracturesOf(view: CaseView): Fracture[] {
  const rule = view.context.methods?.vertebralFractureRule ?? "genant";
  const gradeBySite = new Map<Fracture["site"], Fracture["grade"]>();
  for (const { entry } of view.fractures) {
    const { grade } = gradeOf(entry, rule);
    const known = gradeBySite.get(entry.site);
    gradeBySite.set(entry.site, known === undefined || (grade !== undefined && grade > known) ? grade : known);
  }
  return [...gradeBySite].map(([site, grade]) => ({ site, ...present("grade", grade) }));
}

function lowestZ(view: CaseView): DerivedSummary["lowestZ"] {
  const scan = view.diagnosticScan;
  if (scan === undefined) return undefined;
  const scores = SKELETAL_SITES.flatMap((site) => {
    const zScore = scan.entry.sites[site]?.zScore;
    return zScore === undefined ? [] : [{ site, zScore: printedScore(zScore) }];
  });
  return scores.reduce<DerivedSummary["lowestZ"]>(
    (lowest, score) => (lowest === undefined || score.zScore < lowest.zScore ? score : lowest),
    undefined,
  );
}

function spineBmd(view: CaseView): DerivedSummary["spineBmd"] {
  return view.scans.flatMap(({ entry, when }) => {
    const bmdGPerCm2 = entry.sites.lumbarSpine?.bmdGPerCm2;
    return bmdGPerCm2 === undefined ? [] : [{ ...present("months", openEnded(when)), bmdGPerCm2 }];
  });
}

function spineChange(view: CaseView): DerivedSummary["spineChange"] {
  // The limit is not shown here, so any will do, and a missing precision is no reason against comparing.
  const change = firstToLast(bmdResponses(view, { kind: "minimum" }), "lumbarSpine");
  if (change === undefined) return undefined;
  const vertebrae = [change.from, change.to].map(({ entry }) => roiLevels(entry.sites.lumbarSpine));
  const [first, last] = vertebrae.map((levels) => (levels === undefined ? undefined : roiName(levels)));
  return {
    percent: change.percent,
    isComparable: change.reasons.every((reason) => reason.kind === "noPrecision"),
    ...present("vertebrae", first === last ? first : undefined),
  };
}

function verdictsOf(view: CaseView): DerivedSummary["verdicts"] {
  const any = assess(view, ANY_SITE);
  const all = assess(view, ALL_SITES);
  const density = (verdict: typeof any) =>
    verdict.criteria.find((criterion) => criterion.id === "density")?.status ?? "undecided";
  return {
    anySite: any.outcome,
    allSites: all.outcome,
    densityAnySite: density(any),
    densityAllSites: density(all),
  };
}

function openFindings(view: CaseView, head: SeriesHead): DerivedSummary["openFindings"] {
  const counts = { major: 0, minor: 0, info: 0 };
  for (const found of caseFindings(view, head.reviews)) if (found.state === "open") counts[found.severity] += 1;
  return counts;
}

function openEnded(interval: Interval | undefined): [number | null, number | null] | undefined {
  if (interval === undefined) return undefined;
  const end = (value: number): number | null => (Number.isFinite(value) ? value : null);
  return [end(interval.earliest), end(interval.latest)];
}

function present<K extends string, V>(key: K, value: V | undefined): { readonly [key in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [key in K]?: V };
}
