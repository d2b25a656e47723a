import type { Finding } from "@materbone/clinical";
import { describe, expect, it } from "vitest";
import { facetCounts, filtered, findingKey, grouped, openBySeverity } from "./finding-groups.ts";

function finding(
  rule: string,
  severity: Finding["severity"],
  woman: string | null,
  more: Partial<Finding> = {},
): Finding {
  return { rule, severity, case: woman, at: "/scans", facts: {}, state: "open", ...more };
}

const list = [
  finding("attribution-open", "major", null),
  finding("value-missing", "minor", "a"),
  finding("off-label", "major", "a"),
  finding("off-label", "major", "b", { state: "explained" }),
  finding("value-missing", "minor", "b"),
  finding("near-limit", "info", "b"),
];

describe("filtered", () => {
  it("lets all through when nothing is asked", () => {
    expect(filtered(list, {})).toHaveLength(6);
  });

  it("narrows by every part at once", () => {
    expect(filtered(list, { case: "b", severity: "major" }).map(({ rule }) => rule)).toEqual(["off-label"]);
    expect(filtered(list, { case: "b", severity: "major", state: "open" })).toEqual([]);
  });

  it("takes a dash for the series itself", () => {
    expect(filtered(list, { case: "-" }).map(({ rule }) => rule)).toEqual(["attribution-open"]);
  });
});

describe("facetCounts", () => {
  it("counts each value with the other filters in place and its own left out", () => {
    const counts = facetCounts(list, { severity: "major" });
    expect(Object.fromEntries(counts.severity)).toEqual({ major: 3, minor: 2, info: 1 });
    expect(Object.fromEntries(counts.case)).toEqual({ "-": 1, a: 1, b: 1 });
    expect(Object.fromEntries(counts.state)).toEqual({ open: 2, explained: 1 });
  });
});

describe("grouped", () => {
  it("puts alike questions of all women under their rule, the gravest and most frequent first", () => {
    expect(grouped(list, "rule").map(({ key, findings }) => [key, findings.length])).toEqual([
      ["off-label", 2],
      ["attribution-open", 1],
      ["value-missing", 2],
      ["near-limit", 1],
    ]);
  });

  it("puts a woman's questions together, gravest first, in the order of the series", () => {
    const groups = grouped(list, "woman");
    expect(groups.map(({ key }) => key)).toEqual(["-", "a", "b"]);
    expect(groups[1]?.findings.map(({ rule }) => rule)).toEqual(["off-label", "value-missing"]);
  });
});

describe("openBySeverity", () => {
  it("leaves out reviewed ones and severities without any", () => {
    expect(openBySeverity(list.filter(({ severity }) => severity !== "info"))).toEqual([
      { severity: "major", count: 2 },
      { severity: "minor", count: 2 },
    ]);
  });
});

describe("findingKey", () => {
  it("tells two questions of one place apart", () => {
    const one = finding("off-label", "major", "a", { facts: { agents: ["x"] } });
    const other = finding("off-label", "major", "a", { facts: { agents: ["y"] } });
    expect(findingKey(one)).not.toBe(findingKey(other));
  });
});
