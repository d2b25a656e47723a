import type { Problem } from "@materbone/clinical";
import type { WindowBound } from "./definition-schema.ts";

/** What is wrong with a cohort definition, as data; `definition-problem-words.ts` says it. `at` is a JSON Pointer into the file. */
export type DefinitionProblem = { readonly at: string } & DefinitionProblemKind;

type ClosedBound = Exclude<WindowBound, "open">;

/** Things that a definition names. */
export type DefinitionName = "stream" | "window" | "conceptSet" | "codeSystem";

export type DefinitionProblemKind =
  | { readonly kind: "schema"; readonly problem: Problem }
  | {
      readonly kind: "unknownName";
      readonly what: DefinitionName;
      readonly name: string;
      readonly nearest: string | undefined;
      readonly known: readonly string[];
    }
  /** What stands there is no bound of a window. */
  | { readonly kind: "noBound" }
  | { readonly kind: "idTwice"; readonly what: "tier" | "exclusion"; readonly id: string }
  | { readonly kind: "tooDeep"; readonly maximum: number }
  | { readonly kind: "atLeastTooMany"; readonly atLeast: number; readonly of: number }
  /** One day has no span. */
  | { readonly kind: "spanOfOneDay"; readonly spanDays: number }
  | {
      readonly kind: "spanBeyondWindow";
      readonly spanDays: number;
      readonly window: string;
      readonly longestDays: number;
    }
  /** Every event is near itself. */
  | { readonly kind: "nearItself"; readonly key: "near" | "notNear"; readonly event: string }
  | { readonly kind: "windowBackwards"; readonly from: ClosedBound; readonly to: ClosedBound }
  | { readonly kind: "rangeBackwards"; readonly from: number; readonly to: number }
  | { readonly kind: "unitsMissing" }
  | { readonly kind: "firstFactor"; readonly unit: string; readonly factor: number }
  | { readonly kind: "unitTwice"; readonly unit: string }
  /** `none: true` beside the text of a unit, or an empty text without it. */
  | { readonly kind: "noUnitUnclear"; readonly unit: string }
  | { readonly kind: "thresholdImplausible"; readonly number: number; readonly from: number; readonly to: number }
  | { readonly kind: "thresholdDecimals"; readonly number: number; readonly decimals: number }
  | { readonly kind: "controlCharacter"; readonly value: string }
  | { readonly kind: "spaceAround"; readonly value: string }
  | { readonly kind: "checkDigit"; readonly system: string; readonly code: string };
