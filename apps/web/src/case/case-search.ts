import { AGENT_CLASSES, type SkeletalSite } from "@materbone/clinical";
import { given, numberOf, oneOf, textOf } from "../app/search-value.ts";

/** Panels beside the record. */
export const CASE_PANELS = ["timeline", "verdict", "response", "options", "follow-up", "findings"] as const;
export type CasePanel = (typeof CASE_PANELS)[number];

/** Ways to filter the agents among the options. */
export const AGENT_FILTERS = ["bone", "all", ...AGENT_CLASSES] as const;
export type AgentFilter = (typeof AGENT_FILTERS)[number];

/** Sites whose band of change without a drug the chart draws, or none. */
export const BAND_CHOICES = ["lumbarSpine", "femoralNeck", "totalHip", "none"] as const satisfies readonly (
  | SkeletalSite
  | "none"
)[];
export type BandChoice = (typeof BAND_CHOICES)[number];

/** Sides of the page on a narrow screen, one at a time. */
export const CASE_SIDES = ["record", "panel"] as const;
export type CaseSide = (typeof CASE_SIDES)[number];

/** State of the page of one woman that can be linked. */
export type CaseSearch = {
  readonly panel?: CasePanel;
  /** JSON Pointer of a place in the record to show and focus. */
  readonly at?: string;
  readonly lsc?: "paper" | "minimum" | "centre";
  readonly quantity?: "percent" | "gPerCm2" | "z";
  /** Absent: the first site that she has a BMD of. */
  readonly band?: BandChoice;
  readonly definition?: string;
  readonly siteRule?: "any" | "all";
  readonly windowMonths?: number;
  readonly operator?: "<" | "<=";
  readonly agent?: string;
  /** Class of agents shown among the options; `bone` for all that act on bone, `all` for every one. */
  readonly agentClass?: AgentFilter;
  /** What narrow screens show; see `sideOf`. */
  readonly side?: CaseSide;
};

export function caseSearch(search: Readonly<Record<string, unknown>>): CaseSearch {
  return given({
    panel: oneOf(search.panel, CASE_PANELS),
    at: textOf(search.at),
    lsc: oneOf(search.lsc, ["paper", "minimum", "centre"]),
    quantity: oneOf(search.quantity, ["percent", "gPerCm2", "z"]),
    band: oneOf(search.band, BAND_CHOICES),
    definition: textOf(search.definition),
    siteRule: oneOf(search.siteRule, ["any", "all"]),
    windowMonths: numberOf(search.windowMonths),
    operator: oneOf(search.operator, ["<", "<="]),
    agent: textOf(search.agent),
    agentClass: oneOf(search.agentClass, AGENT_FILTERS),
    side: oneOf(search.side, CASE_SIDES),
  });
}

/** The record or what follows from it: whoever was sent to a panel sees the panel. */
export function sideOf({ side, panel }: CaseSearch): CaseSide {
  return side ?? (panel === undefined ? "record" : "panel");
}
