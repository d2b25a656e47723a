import { given, oneOf, textOf } from "../app/search-value.ts";

/** What stands under one heading of the inbox. */
export const FINDING_GROUPINGS = ["rule", "woman"] as const;
export type FindingGrouping = (typeof FINDING_GROUPINGS)[number];

export type FindingsSearch = {
  readonly severity?: "info" | "minor" | "major";
  readonly rule?: string;
  /** Id of a woman; `-` for findings of the series itself. */
  readonly case?: string;
  readonly state?: "open" | "explained" | "accepted";
  /** Default `rule`: alike questions stand together. */
  readonly by?: FindingGrouping;
};

export function findingsSearch(search: Readonly<Record<string, unknown>>): FindingsSearch {
  return given({
    severity: oneOf(search.severity, ["info", "minor", "major"]),
    rule: textOf(search.rule),
    case: textOf(search.case),
    state: oneOf(search.state, ["open", "explained", "accepted"]),
    by: oneOf(search.by, FINDING_GROUPINGS),
  });
}
