import type { Problem, Text } from "@materbone/clinical";
import type { QuantityFault } from "./quantity.ts";

/** What is wrong with a scenario, as data; `scenario-problem-words.ts` says it. `at` is a JSON Pointer into the file. */
export type ScenarioProblem = { readonly at: string } & ScenarioProblemKind;

/** Things of a model that a scenario names. */
export type NamedThing = "model" | "parameter" | "input" | "state" | "output" | "agent" | "place";

export type ScenarioProblemKind =
  | { readonly kind: "schema"; readonly problem: Problem }
  | {
      readonly kind: "unknownName";
      readonly what: NamedThing;
      readonly name: string;
      readonly model: string;
      readonly nearest: string | undefined;
      /** What it is in this model instead: an input where a parameter is looked for. */
      readonly otherwise: "parameter" | "input" | "state" | "depot" | undefined;
      readonly known: readonly string[];
    }
  | QuantityFault
  /** A word that is no unit of time. */
  | { readonly kind: "timeUnit"; readonly value: string; readonly known: readonly string[] }
  | { readonly kind: "unreadableTime"; readonly value: string }
  | { readonly kind: "timeUnitMissing"; readonly value: string }
  | { readonly kind: "negativeDose"; readonly value: string }
  | { readonly kind: "largeDose"; readonly value: string; readonly usual: string; readonly agent: string }
  /** Times in the unit of the model. */
  | {
      readonly kind: "outsideTime";
      readonly what: "dose" | "change" | "output" | "since";
      readonly time: string;
      readonly from: string;
      readonly to: string;
    }
  | { readonly kind: "tooManyDoses"; readonly count: number; readonly limit: number }
  | { readonly kind: "tooManyChanges"; readonly name: string; readonly count: number; readonly limit: number }
  | { readonly kind: "emptyList"; readonly what: "changes" | "doses" | "times"; readonly name: string }
  | { readonly kind: "changeWithoutTime" }
  | { readonly kind: "noRest"; readonly model: string; readonly reason: Text }
  | { readonly kind: "tooManyRows"; readonly count: number; readonly limit: number }
  | { readonly kind: "tooLong"; readonly years: number; readonly limit: number }
  | { readonly kind: "notAscending"; readonly time: string; readonly before: string }
  | { readonly kind: "rampBackwards"; readonly from: string; readonly to: string }
  | { readonly kind: "rampOfParameter"; readonly name: string }
  | { readonly kind: "valueOrTimes" }
  | {
      readonly kind: "outOfBounds";
      readonly name: string;
      readonly value: string;
      /** Signs and limits: "> 0 mM". */
      readonly bounds: readonly string[];
      readonly reason: Text | undefined;
    }
  | { readonly kind: "restWithValues" }
  | { readonly kind: "agentOrPlace" }
  | { readonly kind: "countAndUntil" }
  | { readonly kind: "withoutEvery"; readonly key: "count" | "until" }
  | { readonly kind: "notPositive"; readonly key: "every"; readonly value: string }
  | { readonly kind: "untilBeforeFirst"; readonly until: string; readonly first: string }
  | { readonly kind: "gridBackwards"; readonly from: string; readonly to: string }
  | { readonly kind: "nothingAfterStart"; readonly start: string }
  | { readonly kind: "columnTwice"; readonly name: string };
