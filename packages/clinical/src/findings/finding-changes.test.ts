import { describe, expect, it } from "vitest";
import { looseCaseFindings } from "./engine.ts";
import type { Finding } from "./finding.ts";
import { findingChanges } from "./finding-changes.ts";

function found(rule: string, at: string, facts: Finding["facts"] = {}, state: Finding["state"] = "open"): Finding {
  return { rule, severity: "major", case: "w", at, facts, state };
}

describe("findingChanges", () => {
  it("keeps everything when nothing changed", () => {
    const list = [found("off-label", "/treatments/0"), found("value-missing", "/person")];
    const changes = findingChanges(list, [...list]);
    expect(changes.resolved).toEqual([]);
    expect(changes.raised).toEqual([]);
    expect(changes.kept).toHaveLength(2);
    expect(changes.reviewed).toEqual([]);
  });

  it("names what is asked no more and what is asked anew", () => {
    const changes = findingChanges([found("off-label", "/treatments/0")], [found("peak-hidden", "/scans")]);
    expect(changes.resolved.map(({ rule }) => rule)).toEqual(["off-label"]);
    expect(changes.raised.map(({ rule }) => rule)).toEqual(["peak-hidden"]);
  });

  it("follows a question whose place moved because an entry before it went", () => {
    const first = found("off-label", "/treatments/0", { agents: ["teriparatide"] });
    const second = found("off-label", "/treatments/1", { agents: ["alendronate"] });
    const after = found("off-label", "/treatments/0", { agents: ["alendronate"] });
    const changes = findingChanges([first, second], [after]);
    expect(changes.resolved).toEqual([first]);
    expect(changes.kept).toEqual([{ before: second, after }]);
    expect(changes.raised).toEqual([]);
  });

  it("keeps a question whose value was corrected and still does not fit", () => {
    const before = found("unit-implausible", "/laboratory/0", { value: 12 });
    const after = found("unit-implausible", "/laboratory/0", { value: 13 });
    expect(findingChanges([before], [after])).toMatchObject({ resolved: [], raised: [], kept: [{ before, after }] });
  });

  it("does not take two questions of one place for one", () => {
    const a = found("off-label", "/treatments", { agents: ["a"] });
    const b = found("off-label", "/treatments", { agents: ["b"] });
    const changes = findingChanges([a, b], [b]);
    expect(changes.resolved).toEqual([a]);
    expect(changes.kept).toEqual([{ before: b, after: b }]);
  });

  it("tells a review from a resolution", () => {
    const before = found("off-label", "/treatments");
    const after = found("off-label", "/treatments", {}, "explained");
    const changes = findingChanges([before], [after]);
    expect(changes.resolved).toEqual([]);
    expect(changes.reviewed).toEqual([{ before, after }]);
  });

  it("does not take one woman's question for another's", () => {
    const hers = found("off-label", "/treatments");
    const other = { ...hers, case: "x" };
    expect(findingChanges([hers], [other])).toMatchObject({ resolved: [hers], raised: [other], kept: [] });
  });

  it("says what an edit of a record resolved", () => {
    const schema = "materbone/case/1" as const;
    const treated = { schema, id: "w", treatments: [{ agent: "zoledronicAcid" as const }] };
    const before = looseCaseFindings(treated);
    const after = looseCaseFindings({ schema, id: "w" });
    const { resolved, raised } = findingChanges(before, after);
    expect(resolved.some(({ rule }) => rule === "off-label")).toBe(true);
    expect(raised).toEqual([]);
  });
});
