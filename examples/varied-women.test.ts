import { describe, expect, it } from "vitest";
import { assess } from "../packages/clinical/src/criteria/assess.ts";
import { definitionById } from "../packages/clinical/src/criteria/definition.ts";
import { considerInstead, signalKnowledge } from "../packages/clinical/src/criteria/signals.ts";
import type { CriterionId, CriterionStatus, Outcome } from "../packages/clinical/src/criteria/verdict.ts";
import {
  type BmdResponse,
  bmdResponses,
  type ResponseVerdict,
} from "../packages/clinical/src/densitometry/response.ts";
import { findings, rules } from "../packages/clinical/src/findings/engine.ts";
import { roundHalfAway } from "../packages/clinical/src/language/number.ts";
import { caseReferences, seriesReferences } from "../packages/clinical/src/record/references.ts";
import type { SkeletalSite } from "../packages/clinical/src/record/scan.ts";
import { openSeries } from "../packages/clinical/src/record/series-view.ts";
import { readExample, readJson } from "./read-example.ts";

type ExpectedResponse = {
  readonly site: SkeletalSite;
  readonly from: string;
  readonly to: string;
  readonly lsc: "paper" | "minimum";
  readonly percent: number;
  readonly verdict: ResponseVerdict;
  readonly reasons?: readonly string[];
};

/** What is written beside each woman in `expected.json`: reasoned from her record, never copied from an output. */
type Expected = {
  readonly why: { readonly en: string; readonly zh: string };
  readonly mustTell: {
    readonly rules: readonly string[];
    readonly signals: readonly string[];
    readonly verdicts: Readonly<Record<string, Outcome>>;
    readonly criteria?: Readonly<Record<string, Readonly<Partial<Record<CriterionId, CriterionStatus>>>>>;
    readonly responses: readonly ExpectedResponse[];
  };
  readonly mustNotTell: { readonly rules: readonly string[]; readonly signals: readonly string[] };
};

const { series, byId } = readExample("varied-women");
const expected = readJson("varied-women/expected.json") as Readonly<Record<string, Expected>>;
const views = openSeries(series).cases;
const told = findings(series);

it("has fourteen women, each synthetic, each with what she must and must not be told", () => {
  expect(series.origin).toBe("synthetic");
  expect(series.title).toEqual({
    en: "Varied women: fourteen synthetic records",
    zh: "多样病例：十四份虚构记录",
  });
  expect(series.cases).toHaveLength(14);
  expect(series.cases.every((record) => record.origin === "synthetic")).toBe(true);
  expect(Object.keys(expected).sort()).toEqual(Object.keys(byId).sort());
  expect([...seriesReferences(series), ...series.cases.flatMap(caseReferences)]).toEqual([]);
});

it("expects only rules and signals that exist", () => {
  const ruleIds = new Set(rules.map((rule) => rule.id));
  const signalIds = new Set<string>(signalKnowledge.map((signal) => signal.id));
  for (const { mustTell, mustNotTell } of Object.values(expected)) {
    for (const rule of [...mustTell.rules, ...mustNotTell.rules]) expect(ruleIds.has(rule), rule).toBe(true);
    for (const signal of [...mustTell.signals, ...mustNotTell.signals])
      expect(signalIds.has(signal), signal).toBe(true);
  }
});

describe.each(views.map((view) => [view.record.id, view] as const))("%s", (id, view) => {
  const her = expected[id] as Expected;
  const toldRules = [...new Set(told.filter((finding) => finding.case === id).map((finding) => finding.rule))];
  const toldSignals: readonly string[] = considerInstead(view).map((signal) => signal.id);

  it("is told by the rules what she must be told, and not what she must not", () => {
    expect(her.mustTell.rules.filter((rule) => !toldRules.includes(rule))).toEqual([]);
    expect(her.mustNotTell.rules.filter((rule) => toldRules.includes(rule))).toEqual([]);
  });

  it("is given the signals she must be given, and not those she must not", () => {
    expect(her.mustTell.signals.filter((signal) => !toldSignals.includes(signal))).toEqual([]);
    expect(her.mustNotTell.signals.filter((signal) => toldSignals.includes(signal))).toEqual([]);
  });

  it("has the verdicts, with their criteria", () => {
    const outcomes = Object.keys(her.mustTell.verdicts).map((definition) => [
      definition,
      assess(view, definitionById(definition)).outcome,
    ]);
    expect(Object.fromEntries(outcomes)).toEqual(her.mustTell.verdicts);
    for (const [definition, criteria] of Object.entries(her.mustTell.criteria ?? {})) {
      const verdict = assess(view, definitionById(definition));
      const statuses = Object.fromEntries(verdict.criteria.map((criterion) => [criterion.id, criterion.status]));
      expect(statuses).toMatchObject(criteria);
    }
  });

  it("has the responses, or none where no two scans carry a density", () => {
    if (her.mustTell.responses.length === 0) {
      expect(bmdResponses(view, { kind: "minimum" })).toEqual([]);
      return;
    }
    expect(her.mustTell.responses.map((wanted) => responseOf(wanted))).toEqual(her.mustTell.responses);
  });

  function responseOf({ site, from, to, lsc, reasons }: ExpectedResponse): ExpectedResponse | undefined {
    const found = bmdResponses(view, { kind: lsc }).find(
      (response) => response.site === site && response.from.entry.id === from && response.to.entry.id === to,
    );
    if (found === undefined) return undefined;
    const { percent, verdict } = found;
    const printed = { site, from, to, lsc, percent: roundHalfAway(percent, 2), verdict };
    return reasons === undefined ? printed : { ...printed, reasons: reasonsOf(found) };
  }
});

it("is told as a series that nothing stands beside the treated women", () => {
  const ofSeries = told.filter((finding) => finding.case === null).map((finding) => finding.rule);
  expect(ofSeries).toContain("attribution-open");
  expect(ofSeries).not.toContain("ethics-missing");
  expect(ofSeries).not.toContain("unit-implausible");
});

function reasonsOf(response: BmdResponse): readonly string[] {
  return response.reasons.map((reason) => reason.kind);
}
