import type { LocalText } from "@materbone/clinical";
import type { Settler } from "../definition/definition-schema.ts";
import type { CriterionAnswer } from "./criterion-answer.ts";
import type { DayRange, Elapsed, IntegerRange } from "./day-range.ts";
import type { DelayClock } from "./delay-clock.ts";

/** An event of the source as the worklist shows it. What the source does not say is absent, never 0 and never a guess. */
export type EvidenceLine = {
  /** Name of the stream in the definition. */
  readonly stream: string;
  readonly kind: string;
  readonly system: string;
  readonly code: string;
  /** The code's name where a concept set of the definition gives one; `of` is a shorter code when only that is named. */
  readonly display?: { readonly of: string; readonly name: string };
  /** As given, in `unit`; shown with `decimals` where these are known. */
  readonly value?: number;
  readonly decimals?: number;
  readonly unit?: string;
  readonly site?: string;
  readonly when?: DayRange;
  readonly sinceDelivery?: Elapsed;
  /** False when its days leave open whether the event lies where the definition looks for it. */
  readonly isCertain: boolean;
  readonly sourceRef: string;
};

/** A value that the definition asks for and could not use. */
export type UnusedValue = {
  readonly line: EvidenceLine;
  readonly why: "unit" | "implausible";
};

/** An exclusion that is possibly met, or one that only flags. */
export type Flag = { readonly exclusion: string; readonly name: LocalText; readonly isCertain: boolean };

/** Why a step is asked for; a step may have several reasons. */
export type SettleReason = "tier" | "flag" | "unusedValue" | "missingStep" | "partialDate" | "hipFracture";
export type SettleItem = { readonly settler: Settler; readonly because: readonly SettleReason[] };

/** A woman put up for review: a question to a doctor, never a diagnosis. */
export type Candidate = {
  /** Place in the worklist, from 1. */
  readonly rank: number;
  readonly personId: number;
  readonly sourceId: string;
  /** Where she stands in the source. */
  readonly reference: string;
  readonly birth?: DayRange;
  /** Completed years at the delivery; absent without a birth date. */
  readonly ageYears?: IntegerRange;
  /** The delivery that the evidence is read against: number among her deliveries, days it may have been, its record. */
  readonly delivery: { readonly number: number; readonly when: DayRange; readonly reference: string };
  readonly tier: string;
  readonly tierName: LocalText;
  /** True when tier, age and sex hold whatever the exact days were. */
  readonly isCertain: boolean;
  /** The tier's criterion with its answers; the numbers in it are positions in `evidence`. */
  readonly why: CriterionAnswer;
  readonly flags: readonly Flag[];
  /** By day, then kind and source, so that all lines of one record stand together. */
  readonly evidence: readonly EvidenceLine[];
  readonly unused: readonly UnusedValue[];
  readonly clock: DelayClock;
  readonly settle: readonly SettleItem[];
};

/** Candidates in the order of the worklist. */
export type Answer = { readonly candidates: readonly Candidate[] };
