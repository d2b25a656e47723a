import { definitionById, publishedWindows } from "../../criteria/definition.ts";
import type { CaseView, Timed } from "../../record/case-view.ts";
import { type Fracture, type FractureSite, isVertebra } from "../../record/fracture.ts";
import type { Interval } from "../../time/interval.ts";
import { caseRule } from "../rule.ts";
import { sourcePaper } from "./cited.ts";

type WindowFacts = {
  /** Published upper edges, months after delivery, that leave every fracture out. */
  readonly windowsMonths: readonly number[];
  readonly paperMonths: number;
  /** Earliest fracture inside the paper's window. */
  readonly site: FractureSite;
  readonly earliestMonths: number;
  readonly latestMonths: number;
};

/** The fracture lies inside the paper's window and decidedly after a narrower published one. */
export const windowSensitive = caseRule<WindowFacts>({
  id: "window-sensitive",
  severity: "info",
  reads: ["fractures[].at", "fractures[].mechanism"],
  source: sourcePaper("l.62-67, l.282-285", "18 months; narrower windows are in use in other publications"),
  title: {
    en: "Would a narrower published window after delivery leave the fracture out?",
    zh: "若采用文献中更短的产后时间窗，骨折是否会被排除？",
  },
  message: {
    en: ({ windowsMonths, paperMonths, earliestMonths, latestMonths }, t) =>
      `The first fracture (month ${t.monthInterval({ earliest: earliestMonths, latest: latestMonths })} after delivery) is inside ${t.months(paperMonths)} months and outside a published window of ${t.either(windowsMonths.map(t.months))} months.`,
    zh: ({ windowsMonths, paperMonths, earliestMonths, latestMonths }, t) =>
      `首次骨折（产后 ${t.monthInterval({ earliest: earliestMonths, latest: latestMonths })} 个月）在 ${t.months(paperMonths)} 个月时间窗之内，但超出文献中 ${t.either(windowsMonths.map(t.months))} 个月的时间窗。`,
  },
  find: (view) => {
    const first = firstInside(view);
    if (first?.when === undefined) return [];
    const earliest = earliestFracture(view);
    const windowsMonths = publishedWindows
      .map(({ months }) => months)
      .filter((months) => months < PAPER_MONTHS && earliest > months);
    if (windowsMonths.length === 0) return [];
    return [
      {
        at: `${first.at}/at`,
        facts: {
          windowsMonths,
          paperMonths: PAPER_MONTHS,
          site: first.entry.site,
          earliestMonths: first.when.earliest,
          latestMonths: first.when.latest,
        },
      },
    ];
  },
});

const PAPER_MONTHS = definitionById("paper-any-site").window.toMonths ?? Number.POSITIVE_INFINITY;

/** The fracture with the earliest start that is decidedly after delivery and inside the paper's window. */
function firstInside(view: CaseView): Timed<Fracture> | undefined {
  let first: Timed<Fracture> | undefined;
  let earliest = Number.POSITIVE_INFINITY;
  for (const fracture of view.fractures) {
    if (!counts(fracture.entry) || !isInside(fracture.when) || fracture.when.earliest >= earliest) continue;
    first = fracture;
    earliest = fracture.when.earliest;
  }
  return first;
}

function isInside(when: Interval | undefined): when is Interval {
  return when !== undefined && when.earliest >= 0 && when.latest <= PAPER_MONTHS;
}

/** Start of the earliest fracture that counts; one without a time may be any time, so that no window leaves it out. */
function earliestFracture(view: CaseView): number {
  let earliest = Number.POSITIVE_INFINITY;
  for (const { entry, when } of view.fractures) {
    if (counts(entry)) earliest = Math.min(earliest, when?.earliest ?? Number.NEGATIVE_INFINITY);
  }
  return earliest;
}

/** Vertebra or hip, and not from high energy. */
function counts({ site, mechanism }: Fracture): boolean {
  return mechanism !== "highEnergy" && (isVertebra(site) || site === "hip");
}
