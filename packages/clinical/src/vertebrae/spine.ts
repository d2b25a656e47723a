import type { CaseView, Timed } from "../record/case-view.ts";
import { type Fracture, isLevel, VERTEBRAE, type Vertebra } from "../record/fracture.ts";
import type { SiteReading } from "../record/scan.ts";
import type { Interval } from "../time/interval.ts";
import { gradeOf } from "./genant.ts";

const LUMBAR_ROI: readonly Vertebra[] = ["L1", "L2", "L3", "L4"];

/** Vertebrae a spine reading was measured on, from the top down; `undefined` when not recorded. */
export function roiLevels(reading: SiteReading | undefined): readonly Vertebra[] | undefined {
  if (reading?.vertebrae === undefined) return undefined;
  if (isTopDown(reading.vertebrae)) return reading.vertebrae;
  return [...new Set(reading.vertebrae)].sort((a, b) => levelOrder(a) - levelOrder(b));
}

/** "L1-4" for neighbours, "L1, L3" otherwise; the en dash is the caller's typography. */
export function roiName(levels: readonly Vertebra[], dash = "-"): string {
  const [first] = levels;
  const last = levels.at(-1);
  if (first === undefined || last === undefined) return "";
  if (levels.length === 1) return first;
  const isRun = levelOrder(last) - levelOrder(first) === levels.length - 1;
  if (!isRun) return levels.join(", ");
  return first[0] === last[0] ? `${first}${dash}${last.slice(1)}` : `${first}${dash}${last}`;
}

/**
 * Fractured vertebrae of the woman, top down, each once. A vertebra whose grade is given or measured as 0 is not fractured.
 *
 * @param until - leaves out fractures that are decidedly later than this time
 */
export function fracturedLevels(view: CaseView, until?: Interval): readonly Vertebra[] {
  const levels = new Set<Vertebra>();
  for (const fracture of view.fractures) {
    const { site } = fracture.entry;
    if (isLevel(site) && isFractured(fracture.entry, view) && !isDecidedlyLater(fracture, until)) levels.add(site);
  }
  return [...levels].sort((a, b) => levelOrder(a) - levelOrder(b));
}

/** Has she a vertebral fracture whose level is not stated? It may be of a vertebra that another entry names. */
export function hasVertebraWithoutLevel(view: CaseView): boolean {
  return view.fractures.some(({ entry }) => entry.site === "vertebra" && isFractured(entry, view));
}

/** A number of fractured vertebrae; where a level is not stated, there may be more. */
export type VertebraCount = { readonly least: number; readonly isExact: boolean };

/** Fractured vertebrae of these women together. A fracture without a level adds one only where no level of hers is named. */
export function countFracturedVertebrae(women: readonly CaseView[]): VertebraCount {
  let least = 0;
  let isExact = true;
  for (const woman of women) {
    const levels = fracturedLevels(woman).length;
    const hasMore = hasVertebraWithoutLevel(woman);
    least += hasMore ? Math.max(levels, 1) : levels;
    isExact &&= !hasMore;
  }
  return { least, isExact };
}

/** Fractured vertebrae inside the spine region of a scan; with no vertebrae recorded, those of L1 to L4. */
export function fracturedInRoi(
  view: CaseView,
  reading: SiteReading | undefined,
  until?: Interval,
): readonly Vertebra[] {
  if (view.fractures.length === 0) return [];
  const roi = reading?.vertebrae ?? LUMBAR_ROI;
  return fracturedLevels(view, until).filter((level) => roi.includes(level));
}

/** In order and each once, as nearly every record has them. */
function isTopDown(levels: readonly Vertebra[]): boolean {
  return levels.every((level, position) => {
    const above = levels[position - 1];
    return above === undefined || levelOrder(above) < levelOrder(level);
  });
}

function isFractured(fracture: Fracture, view: CaseView): boolean {
  const { grade } = gradeOf(fracture, view.context.methods?.vertebralFractureRule ?? "genant");
  return grade === undefined || grade >= 1;
}

function isDecidedlyLater(fracture: Timed<Fracture>, until: Interval | undefined): boolean {
  return until !== undefined && fracture.when !== undefined && fracture.when.earliest > until.latest;
}

function levelOrder(level: Vertebra): number {
  return VERTEBRAE.indexOf(level);
}
