import type { LocalText } from "../language/text.ts";

/** How much a finding can move a conclusion. */
export type Severity = "info" | "minor" | "major";

export const SEVERITIES: readonly Severity[] = ["info", "minor", "major"];

export type Fact = string | number | boolean | null | readonly Fact[] | { readonly [name: string]: Fact };
export type Facts = { readonly [name: string]: Fact };

export type FindingState = "open" | "explained" | "accepted";

/** A question raised by a rule about one place of the record. Never a correction. */
export type Finding = {
  readonly rule: string;
  readonly severity: Severity;
  /** Id of the woman, or `null` for the series and its literature. */
  readonly case: string | null;
  /** JSON Pointer into the case record, or into the series where `case` is `null`. */
  readonly at: string;
  readonly facts: Facts;
  readonly state: FindingState;
  /** Note of the reader who explained or accepted it. */
  readonly note?: LocalText;
};
