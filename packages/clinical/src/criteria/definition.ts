import data from "../../knowledge/definitions.json" with { type: "json" };
import type { Text } from "../language/text.ts";
import type { FractureSite, Vertebra } from "../record/fracture.ts";
import type { SkeletalSite } from "../record/scan.ts";
import type { Source } from "../source.ts";

/** The event that a definition places in its window; `scan` is the first bone density from late pregnancy on. */
export type WindowEvent = "fracture" | "diagnosis" | "scan";

/**
 * The time in which the event must lie, both ends included.
 * A source that names no end has none: the time after delivery then stays undecided.
 */
export type DefinitionWindow = {
  readonly event: WindowEvent;
  /** A number is months from delivery, negative before it. */
  readonly from: "pregnancy" | "latePregnancy" | "delivery" | number;
  /** Months after delivery. */
  readonly toMonths?: number;
  /** In place of `toMonths`: the end of all breastfeeding. */
  readonly to?: "weaning";
};

export type SiteRule = "any" | "all";
export type DensityOperator = "<" | "<=";

/** Which sites must have a Z-score at, or below, the threshold. */
export type DensityRule = {
  readonly sites: readonly SkeletalSite[];
  readonly rule: SiteRule;
  readonly threshold: number;
  readonly operator: DensityOperator;
};

/** A place of fracture as definitions name it; `vertebra` is one of any level, stated or not. */
export type FracturePlace = Exclude<FractureSite, Vertebra>;

/** Which fracture is asked for. */
export type FractureRule = {
  readonly sites: readonly FracturePlace[] | "any";
  /** Fractures elsewhere: `open` where the source does not say whether they count. */
  readonly otherSites: "open" | "out";
  /** `any` where the source could not know the mechanism, as in claims data. */
  readonly mechanism: "fragility" | "any";
  /** Hip or groin pain counts in place of a fracture. */
  readonly orHipPain?: boolean;
  /** Low bone density counts in place of a fracture, without a stated threshold. */
  readonly orLowDensity?: boolean;
};

/** A named, versioned definition of PLO. Parts that the source does not ask for are absent. */
export type PloDefinition = {
  readonly id: string;
  readonly version: string;
  readonly name: Text;
  readonly basis: "fracture" | "density" | "fractureAndDensity" | "diagnosis";
  readonly window: DefinitionWindow;
  readonly fracture?: FractureRule;
  readonly density?: DensityRule;
  readonly exclusionRequired: boolean;
  readonly source: Source;
  /** How the source was read where its words leave room. */
  readonly note?: Text;
};

/**
 * Where late pregnancy begins: a gestational week where the age at delivery is recorded. Where it is not, the months
 * before delivery are inside, and from there back to that week of the longest term birth it is open.
 */
export type LatePregnancy = {
  readonly fromGestationalWeek: number;
  readonly monthsBeforeDelivery: number;
  readonly sources: readonly Source[];
};

/** An upper window edge in use in the literature, months after delivery. */
export type PublishedWindow = { readonly months: number; readonly source: Source };

type DefinitionKnowledge = {
  readonly latePregnancy: LatePregnancy;
  readonly windows: readonly PublishedWindow[];
  readonly definitions: readonly PloDefinition[];
};

const knowledge = data as DefinitionKnowledge;

export const definitions: readonly PloDefinition[] = knowledge.definitions;

export const latePregnancy: LatePregnancy = knowledge.latePregnancy;

/** Upper window edges of the literature in ascending order. */
export const publishedWindows: readonly PublishedWindow[] = knowledge.windows;

/** @throws RangeError when no definition has this id */
export function definitionById(id: string): PloDefinition {
  const found = definitions.find((definition) => definition.id === id);
  if (found === undefined)
    throw new RangeError(`no definition ${id}; there are ${definitions.map((d) => d.id).join(", ")}`);
  return found;
}
