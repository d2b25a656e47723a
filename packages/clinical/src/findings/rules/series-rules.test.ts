import { describe, expect, it } from "vitest";
import * as z from "zod";
import { raisedBy, seriesOf } from "../../claims/series.fixture.ts";
import type { CaseRecord } from "../../record/case-record.ts";
import type { SeriesHead } from "../../record/series.ts";
import { attributionOpen } from "./attribution-open.ts";
import { claimNotSupported } from "./claim-not-supported.ts";
import { definitionNeeded } from "./definition-needed.ts";
import { ethicsMissing } from "./ethics-missing.ts";
import { inferenceWithoutTest } from "./inference-without-test.ts";
import { seriesRuleLimits } from "./series-rule-limits.ts";
import { seriesRules } from "./series-rules.ts";
import { unitImplausibleInterval } from "./unit-implausible-interval.ts";

describe("claim-not-supported", () => {
  it("takes its severity from the kind of claim and points to the claim", () => {
    const claims: SeriesHead["claims"] = [
      { kind: "caseCount", id: "a", printed: 1 },
      { kind: "caseCount", id: "b", printed: 2 },
      { kind: "meanAge", id: "c", of: "cases", printed: "29" },
      { kind: "significance", id: "d" },
    ];
    const raised = raisedBy(claimNotSupported, seriesOf([{ person: { ageYears: 30 } }], { claims }));
    expect(raised.map(({ at, severity, facts }) => [at, severity, facts.claim, facts.kind])).toEqual([
      ["/claims/1", "major", "b", "caseCount"],
      ["/claims/2", "minor", "c", "meanAge"],
    ]);
  });
});

describe("attribution-open", () => {
  const scans: CaseRecord["scans"] = [
    { id: "a", at: { months: 6 }, sites: { lumbarSpine: { bmdGPerCm2: 0.7 } } },
    { id: "b", at: { months: 18 }, sites: { lumbarSpine: { bmdGPerCm2: 0.8 } } },
  ];
  const woman = (weaned: number | undefined, more: CaseRecord["treatments"] = []): Partial<CaseRecord> => ({
    pregnancies: [
      {
        lactation: weaned === undefined ? { breastfed: "no" } : { breastfed: "yes", weaned: { months: weaned } },
      },
    ],
    scans,
    treatments: [{ agent: "zoledronicAcid", start: { months: 6 } }, ...more],
  });
  const women = (record: Partial<CaseRecord>, head: Partial<SeriesHead> = {}) =>
    raisedBy(attributionOpen, seriesOf([record], head)).map(({ at, facts }) => [at, facts.women]);

  it("asks when weaning runs in parallel and no untreated women stand beside it", () => {
    const entangled = { case: "w1", name: { en: "w1", zh: "w1" }, drug: "zoledronicAcid", weaning: true, together: [] };
    expect(women(woman(6))).toEqual([["/comparator", [entangled]]]);
    expect(women(woman(6), { comparator: "none" })).toHaveLength(1);
    expect(women(woman(6), { comparator: "otherTreatment" })).toHaveLength(1);
    expect(women(woman(6), { comparator: "untreated" })).toEqual([]);
  });

  it("lets recovery run 12 months after weaning", () => {
    const late = (weaned: number): Partial<CaseRecord> => ({
      ...woman(weaned),
      scans: [
        { id: "a", at: { months: 20 }, sites: { lumbarSpine: { bmdGPerCm2: 0.7 } } },
        { id: "b", at: { months: 32 }, sites: { lumbarSpine: { bmdGPerCm2: 0.8 } } },
      ],
      treatments: [{ agent: "zoledronicAcid", start: { months: 20 } }],
    });
    expect(women(late(7.9))).toEqual([]);
    expect(women(late(8))).toEqual([]);
    expect(women(late(8.1))).toHaveLength(1);
  });

  it("asks when other agents for bone run in parallel, and not about those that ended before or about analgesics", () => {
    expect(women(woman(undefined))).toEqual([]);
    expect(women(woman(undefined, [{ agent: "calcitriol", start: { months: 6 } }]))).toMatchObject([
      ["/comparator", [{ weaning: false, together: ["calcitriol"] }]],
    ]);
    expect(women(woman(undefined, [{ agent: "calcium", start: { months: 3 }, end: { months: 6 } }]))).toEqual([]);
    expect(women(woman(undefined, [{ agent: "analgesic", start: { months: 6 } }]))).toEqual([]);
    expect(women(woman(undefined, [{ agent: "calcium", start: { months: 18 } }]))).toEqual([]);
  });

  it("needs a bone drug and a scan after it", () => {
    expect(women({ ...woman(6), treatments: [{ agent: "calcium", start: { months: 6 } }] })).toEqual([]);
    expect(women({ ...woman(6), scans: scans.slice(0, 1) })).toEqual([]);
    expect(women({ ...woman(6), treatments: [{ agent: "zoledronicAcid", start: { months: 18 } }] })).toEqual([]);
  });

  it("counts a weaning whose time was not recorded as one that may have been then", () => {
    const unknown = { ...woman(6), pregnancies: [{ lactation: { breastfed: "yes" as const } }] };
    expect(women(unknown)).toHaveLength(1);
    expect(women({ ...unknown, pregnancies: [{}] })).toEqual([]);
  });
});

describe("unit-implausible of an interval", () => {
  const places = (unit: string) =>
    raisedBy(
      unitImplausibleInterval,
      seriesOf([], {
        laboratory: {
          intervals: [
            { analyte: "pth", low: "15", high: "65", unit: "pg/mL" },
            { analyte: "osteocalcin", low: "3", high: "65", unit },
            { analyte: "osteocalcin", high: "65", unit },
          ],
        },
      }),
    ).map(({ at }) => at);

  it("says whether the unit could be read", () => {
    const readable = (unit: string) =>
      raisedBy(
        unitImplausibleInterval,
        seriesOf([], { laboratory: { intervals: [{ analyte: "osteocalcin", high: "65", unit }] } }),
      )[0]?.facts.isReadable;
    expect(readable("pg/mL")).toBe(true);
    expect(readable("ng%ml")).toBe(false);
  });

  it("asks about osteocalcin in pg/mL and about a unit that cannot be read", () => {
    expect(places("pg/mL")).toEqual(["/laboratory/intervals/1", "/laboratory/intervals/2"]);
    expect(places("drops")).toHaveLength(2);
  });

  it("accepts the usual unit in other spellings", () => {
    expect(places("ng/mL")).toEqual([]);
    expect(places("ug/L")).toEqual([]);
    expect(places("μg/L")).toEqual([]);
  });
});

describe("definition-needed", () => {
  const places = (claim: { from?: "symptom"; to?: "diagnosis" }) =>
    raisedBy(definitionNeeded, seriesOf([{}], { claims: [{ kind: "delayInAll", id: "delay", ...claim }] }));

  it("asks until both ends are named", () => {
    expect(places({}).map(({ at }) => at)).toEqual(["/claims/0"]);
    expect(places({ from: "symptom" })).toHaveLength(1);
    expect(places({ to: "diagnosis" })).toHaveLength(1);
    expect(places({ from: "symptom", to: "diagnosis" })).toEqual([]);
  });
});

describe("ethics-missing", () => {
  const raised = (head: Partial<SeriesHead>) => raisedBy(ethicsMissing, seriesOf([], head)).map(({ facts }) => facts);

  it("asks for what is not stated and takes a waiver as a statement", () => {
    expect(raised({})).toEqual([{ approval: false, consent: false }]);
    expect(raised({ ethics: { approval: "approved", consent: "notReported" } })).toEqual([
      { approval: true, consent: false },
    ]);
    expect(raised({ ethics: { approval: "notReported", consent: "obtained" } })).toEqual([
      { approval: false, consent: true },
    ]);
    expect(raised({ ethics: { approval: "waived", consent: "waived" } })).toEqual([]);
    expect(raised({ origin: "synthetic" })).toEqual([]);
  });
});

describe("inference-without-test", () => {
  it("asks until a test is named", () => {
    const raised = (test?: string) =>
      raisedBy(
        inferenceWithoutTest,
        seriesOf([{}, {}, {}], {
          claims: [{ kind: "significance", id: "s", ...(test === undefined ? {} : { test }) }],
        }),
      );
    expect(raised()).toEqual([{ at: "/claims/0", facts: { claim: "s", women: 3 } }]);
    expect(raised("Wilcoxon signed-rank test")).toEqual([]);
  });
});

it("raises nothing on an empty series but the missing ethics", () => {
  const raised = seriesRules.flatMap((rule) => raisedBy(rule, seriesOf([])).map(() => rule.id));
  expect(raised).toEqual(["ethics-missing"]);
});

it("every limit has a source", () => {
  const source = z.strictObject({
    cite: z.string().min(1),
    doi: z.string().optional(),
    status: z.enum(["read", "recalled", "assumed"]),
    checked: z.iso.date(),
    note: z.string().min(1).optional(),
  });
  const schema = z.strictObject({
    outlierEffect: z.strictObject({
      timesOthers: z.number().positive(),
      minimumOtherStudies: z.number().int().positive(),
      source,
    }),
    recoveryAfterWeaning: z.strictObject({ months: z.number().positive(), source }),
  });
  expect(schema.safeParse(seriesRuleLimits).error).toBeUndefined();
});
