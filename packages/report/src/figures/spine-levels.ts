import {
  type CaseView,
  deformityOf,
  type Fracture,
  fracturedInRoi,
  gradeOf,
  isLevel,
  roiLevels,
  roiName,
  type Scan,
  type Terms,
  type Timed,
  VERTEBRAE,
  type Vertebra,
} from "@materbone/clinical";
import { scanName } from "../scan-name.ts";
import { atMonth, isTimed, monthsText } from "./time-words.ts";
import type { VertebraLook } from "./vertebra-shape.ts";
import { WORDS } from "./words.ts";

export type SpineLevel = {
  readonly level: Vertebra;
  readonly look: VertebraLook;
  /** Short facts for beside the drawing; empty where nothing is recorded. */
  readonly facts: readonly string[];
  readonly isFractured: boolean;
  readonly isInRoi: boolean;
  /** JSON Pointer of the last fracture entry of the level. */
  readonly at?: string;
};

/** A region that spine scans measured, with the scans that did. */
export type SpineRoi = {
  readonly levels: readonly Vertebra[];
  readonly name: string;
  readonly months: readonly string[];
};

export function spineLevels(view: CaseView, terms: Terms): readonly SpineLevel[] {
  const inRoi = new Set(
    view.scans.flatMap((scan) =>
      roiLevels(scan.entry.sites.lumbarSpine) === undefined ? [] : fracturedInRoi(view, scan.entry.sites.lumbarSpine),
    ),
  );
  return VERTEBRAE.map((level) => {
    const entries = view.fractures.filter((fracture) => fracture.entry.site === level);
    const last = entries.at(-1);
    if (last === undefined) {
      const look: VertebraLook = { grade: "unlisted", shape: undefined, loss: undefined };
      return { level, look, facts: [], isFractured: false, isInRoi: false };
    }
    const look = lookOf(last.entry, view);
    return {
      level,
      look,
      facts: entries.map((entry) => factsOf(entry, view, terms)),
      isFractured: look.grade === undefined || (typeof look.grade === "number" && look.grade >= 1),
      isInRoi: inRoi.has(level),
      at: last.at,
    };
  });
}

/** The regions of all spine scans, each once. */
export function spineRois(view: CaseView, terms: Terms): readonly SpineRoi[] {
  const rois = new Map<string, { levels: readonly Vertebra[]; scans: Timed<Scan>[] }>();
  for (const scan of view.scans) {
    const levels = roiLevels(scan.entry.sites.lumbarSpine);
    if (levels === undefined) continue;
    const name = roiName(levels, "–");
    const known = rois.get(name);
    if (known === undefined) rois.set(name, { levels, scans: [scan] });
    else known.scans.push(scan);
  }
  return [...rois].map(([name, { levels, scans }]) => ({
    levels,
    name,
    months: scans.map((scan) =>
      isTimed(scan.when) ? monthsText(scan.when, scan.entry.at, terms) : scanName(scan, terms),
    ),
  }));
}

/** Fractures outside T4 to L5, and of vertebrae whose level is not stated. */
export function otherFractures(view: CaseView, terms: Terms): readonly string[] {
  return view.fractures
    .filter((fracture) => !isLevel(fracture.entry.site))
    .map((fracture) => {
      const site = terms.word("fractureSite", fracture.entry.site);
      const time = atMonth(fracture.when, fracture.entry.at, terms);
      return terms.lang === "zh" ? `${site}（${time}）` : `${site} (${time})`;
    });
}

export function gradeText(grade: VertebraLook["grade"], terms: Terms): string {
  if (grade === "unlisted" || grade === undefined) return terms.text(GRADE_NOT_RECORDED);
  return terms.word("genantGrade", `${grade}`);
}

export function shapeText(shape: VertebraLook["shape"], terms: Terms): string {
  return shape === undefined || shape === "none" ? terms.text(SHAPE_NOT_RECORDED) : terms.word("deformity", shape);
}

const GRADE_NOT_RECORDED = { en: "grade not recorded", zh: "分度未记录" };
const SHAPE_NOT_RECORDED = { en: "shape not recorded", zh: "形态未记录" };

function lookOf(fracture: Fracture, view: CaseView): VertebraLook {
  const { grade } = gradeOf(fracture, view.context.methods?.vertebralFractureRule ?? "genant");
  const measured = fracture.heights === undefined ? undefined : deformityOf(fracture.heights);
  const percent = fracture.heightLossPercent ?? measured?.heightLossPercent;
  return {
    grade,
    shape: fracture.deformity ?? measured?.shape,
    loss: percent === undefined ? undefined : percent / 100,
  };
}

function factsOf(timed: Timed<Fracture>, view: CaseView, terms: Terms): string {
  const { entry } = timed;
  const look = lookOf(entry, view);
  const isUnknown = look.grade === undefined && (look.shape === undefined || look.shape === "none");
  const facts = [
    isTimed(timed.when) ? atMonth(timed.when, entry.at, terms) : terms.text(WORDS.timeNotRecorded),
    ...(entry.modality === undefined || entry.modality === "notStated" ? [] : [terms.word("modality", entry.modality)]),
    ...(isUnknown
      ? [terms.text(GRADE_AND_SHAPE_NOT_RECORDED)]
      : [gradeText(look.grade, terms), shapeText(look.shape, terms)]),
    ...(look.loss === undefined ? [] : [LOSS[terms.lang](terms.fixed(look.loss * 100, 0))]),
  ];
  return terms.series(facts);
}

const GRADE_AND_SHAPE_NOT_RECORDED = { en: "grade and shape not recorded", zh: "分度与形态未记录" };
const LOSS = {
  en: (percent: string): string => `${percent}% of height lost`,
  zh: (percent: string): string => `高度丢失${percent}%`,
};
