import type { CaseView } from "../record/case-view.ts";
import type { SkeletalSite } from "../record/scan.ts";
import {
  type DensityOperator,
  type DensityRule,
  definitionById,
  type PloDefinition,
  publishedWindows,
  type SiteRule,
} from "./definition.ts";
import { assessDensity } from "./density.ts";
import { assessTiming } from "./timing.ts";
import type { CriterionStatus } from "./verdict.ts";

/** One choice of window, site rule and operator. */
export type SensitivityRow = {
  /** Upper window edge, months after delivery, included. */
  readonly windowMonths: number;
  readonly siteRule: SiteRule;
  readonly operator: DensityOperator;
  readonly timing: CriterionStatus;
  readonly density: CriterionStatus;
  /** Met when both are, not met when one is not, else undecided. */
  readonly both: CriterionStatus;
};

/** The criterion `timing` is `before` with the window `fromMonths` and `after` with the next one. */
export type WindowChange = {
  readonly fromMonths: number;
  readonly toMonths: number;
  readonly before: CriterionStatus;
  readonly after: CriterionStatus;
};

/** How the source paper's definition moves with its window, its site rule and its operator. */
export type SensitivityTable = {
  readonly case: string;
  readonly rows: readonly SensitivityRow[];
  readonly windowChanges: readonly WindowChange[];
  /** Any site and all sites differ, for `<=`. */
  readonly siteRuleMatters: boolean;
  /** `<` and `<=` differ, for any or for all sites. */
  readonly operatorMatters: boolean;
  /** Sites whose printed Z-score is the threshold itself: met with `<=`, not met with `<`. */
  readonly sitesAtThreshold: readonly SkeletalSite[];
};

const SITE_RULES: readonly SiteRule[] = ["any", "all"];
const OPERATORS: readonly DensityOperator[] = ["<=", "<"];

export function sensitivity(view: CaseView): SensitivityTable {
  const { window } = definitionById("paper-any-site");
  const density = (rule: SiteRule, operator: DensityOperator, toMonths = window.toMonths): CriterionStatus =>
    densityAt(view, { ...paperDensity(), rule, operator }, toMonths);
  const windows = publishedWindows.map(({ months }) => ({ months, status: timingAt(view, months) }));
  const choices = SITE_RULES.flatMap((siteRule) => OPERATORS.map((operator) => ({ siteRule, operator })));
  return {
    case: view.record.id,
    rows: windows.flatMap(({ months, status }) =>
      choices.map((choice) => {
        const judged = density(choice.siteRule, choice.operator, months);
        return { windowMonths: months, ...choice, timing: status, density: judged, both: combined(status, judged) };
      }),
    ),
    windowChanges: changesOf(windows),
    siteRuleMatters: density("any", "<=") !== density("all", "<="),
    operatorMatters: SITE_RULES.some((rule) => density(rule, "<=") !== density(rule, "<")),
    sitesAtThreshold: paperDensity().sites.filter((site) => {
      const alone: DensityRule = { ...paperDensity(), sites: [site] };
      const status = (operator: DensityOperator): CriterionStatus =>
        densityAt(view, { ...alone, operator }, window.toMonths);
      return status("<=") !== status("<");
    }),
  };
}

/**
 * Published windows, months after delivery, in which no fragility fracture lies in any reading of its time.
 * Empty without a fracture: then no window is the reason.
 */
export function windowsThatExclude(view: CaseView): readonly number[] {
  return publishedWindows
    .map(({ months }) => months)
    .filter((months) => {
      const timing = assessTiming(view, paperAt(months));
      return timing.status === "notMet" && timing.because.some((reason) => reason.key === "eventTime");
    });
}

function timingAt(view: CaseView, months: number): CriterionStatus {
  return assessTiming(view, paperAt(months)).status;
}

function densityAt(view: CaseView, rule: DensityRule, toMonths: number | undefined): CriterionStatus {
  const { window } = definitionById("paper-any-site");
  return assessDensity(view, rule, toMonths === undefined ? window : { ...window, toMonths }).status;
}

function paperAt(toMonths: number): PloDefinition {
  const paper = definitionById("paper-any-site");
  return { ...paper, window: { ...paper.window, toMonths } };
}

function paperDensity(): DensityRule {
  const { density } = definitionById("paper-any-site");
  if (density === undefined) throw new TypeError("paper-any-site has no density rule");
  return density;
}

function combined(a: CriterionStatus, b: CriterionStatus): CriterionStatus {
  if (a === "notMet" || b === "notMet") return "notMet";
  return a === "met" && b === "met" ? "met" : "undecided";
}

function changesOf(
  windows: readonly { readonly months: number; readonly status: CriterionStatus }[],
): readonly WindowChange[] {
  return windows.flatMap((window, position) => {
    const previous = windows[position - 1];
    if (previous === undefined || previous.status === window.status) return [];
    return [{ fromMonths: previous.months, toMonths: window.months, before: previous.status, after: window.status }];
  });
}
