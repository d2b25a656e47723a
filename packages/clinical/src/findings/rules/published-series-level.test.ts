import { describe, expect, it } from "vitest";
import case1 from "../../../../../examples/qingdao-2016-2019/cases/case-1.json" with { type: "json" };
import case2 from "../../../../../examples/qingdao-2016-2019/cases/case-2.json" with { type: "json" };
import case3 from "../../../../../examples/qingdao-2016-2019/cases/case-3.json" with { type: "json" };
import head from "../../../../../examples/qingdao-2016-2019/series.json" with { type: "json" };
import { raisedBy } from "../../claims/series.fixture.ts";
import { testClaims } from "../../claims/test-claim.ts";
import { type Series, seriesSchema } from "../../record/series.ts";
import { openSeries } from "../../record/series-view.ts";
import { seriesRules } from "./series-rules.ts";

/** The published series, read afresh, with a change made to its JSON. */
function published(change: (series: Writable) => void = () => {}): Series {
  const series = structuredClone({ ...head, cases: [case1, case2, case3] }) as Writable;
  change(series);
  return seriesSchema.parse(series);
}

/** The series as loose JSON, to be changed in a test. */
type Writable = Record<string, unknown> & {
  cases: [typeof case1, typeof case2, typeof case3];
  claims: Record<string, unknown>[];
  literature: typeof head.literature;
};

function raised(series: Series) {
  const view = openSeries(series);
  return seriesRules.flatMap((rule) =>
    raisedBy(rule, view).map((one) => ({ rule: rule.id, severity: one.severity ?? rule.severity, ...one })),
  );
}

function pairs(series: Series): readonly string[] {
  return raised(series).map(({ rule, severity, at }) => `${rule} ${severity} ${at}`);
}

/** Kinds of the claims that are not supported. */
function refuted(series: Series): readonly string[] {
  return testClaims(openSeries(series))
    .filter(({ outcome }) => outcome === "notSupported")
    .map(({ kind }) => kind);
}

const place = (kind: string) => `/claims/${head.claims.findIndex((claim) => claim.kind === kind)}`;
/** A row of Table 3 by its number in the reference list. */
const study = (reference: number) =>
  `/literature/${head.literature.findIndex((one) => one.referenceNumber === reference)}`;

describe("the published series", () => {
  it("raises exactly the findings listed for the series", () => {
    expect(pairs(published()).toSorted()).toEqual(
      [
        `claim-not-supported minor ${place("meanAge")}`,
        `claim-not-supported major ${place("laboratoryNormal")}`,
        `claim-not-supported major ${place("firstDrugInAll")}`,
        `claim-not-supported major ${place("longerFollowUpLargerGain")}`,
        `claim-not-supported major ${place("literatureAllRose")}`,
        `claim-not-supported info ${place("markerCount")}`,
        "unit-implausible major /laboratory/intervals/3",
        "attribution-open major /comparator",
        `population-mismatch minor ${study(6)}/meanAgeYears`,
        `source-conflict major ${study(16)}/effects/1`,
        `source-to-verify major ${study(21)}/regimens`,
        `source-to-verify major ${study(22)}/regimens`,
        `outlier-effect major ${study(20)}/effects/1`,
        `dose-outside-label minor ${study(17)}/regimens/0/dose`,
        `definition-needed minor ${place("delayInAll")}`,
        "ethics-missing minor /ethics",
        `inference-without-test minor ${place("significance")}`,
      ].toSorted(),
    );
  });

  it("supports the count, all printed increases, the agents, the rise, the lowest site and the literature numbers", () => {
    const supported = testClaims(openSeries(published())).filter(({ outcome }) => outcome === "supported");
    expect([...new Set(supported.map(({ kind }) => kind))]).toEqual([
      "caseCount",
      "percentChange",
      "agentsInAll",
      "bmdRoseInAll",
      "lowestSite",
      "breastfedUntilDiagnosis",
      "literatureCounts",
      "meanAge",
      "literatureDiagnosed",
    ]);
    expect(supported.filter(({ kind }) => kind === "percentChange")).toHaveLength(18);
  });

  it("finds 7 of 31 values outside in every season and 8 in summer", () => {
    const facts = testClaims(openSeries(published())).find(({ kind }) => kind === "laboratoryNormal")?.facts;
    expect(facts).toMatchObject({
      reported: 31,
      outside: 7,
      ifSeason: [{ season: "summer", outside: 8 }, { outside: 7 }],
    });
    const values = facts?.values as { case: string; analyte: string; value: number; flag: string }[];
    expect(values.map((value) => [value.case, value.analyte, value.value, value.flag].join(" "))).toEqual([
      "case-1 totalP1np 4.74 low",
      "case-1 alp 112 high",
      "case-2 nMidOsteocalcin 22.85 high",
      "case-2 betaCtx 0.69 high",
      "case-2 totalP1np 77.83 high",
      "case-3 betaCtx 0.69 high",
      "case-3 urinePhosphate24h 0.21 low",
    ]);
  });

  it("names the fall at both hip sites of case 1, and her hip gains below those of case 2", () => {
    const facts = testClaims(openSeries(published())).find(({ kind }) => kind === "longerFollowUpLargerGain")?.facts;
    const falls = facts?.falls as { case: string; site: string; percent: number }[];
    expect(falls.map((fall) => [fall.case, fall.site, fall.percent.toFixed(2)].join(" "))).toEqual([
      "case-1 femoralNeck -1.50",
      "case-1 totalHip -2.97",
    ]);
    const reversals = facts?.reversals as { site: string; longer: { case: string }; shorter: { case: string } }[];
    expect(reversals.map(({ site, longer, shorter }) => [site, longer.case, shorter.case].join(" "))).toEqual(
      expect.arrayContaining(["femoralNeck case-1 case-2", "totalHip case-1 case-2"]),
    );
  });

  it("lists the delays 12, 6 and 3, and 12, 6 and 9 months", () => {
    const facts = raised(published()).find(({ rule }) => rule === "definition-needed")?.facts;
    const delays = facts?.delays as { from: string; to: string; women: { months: [number, number] }[] }[];
    const lengths = (to: string) =>
      delays.find((delay) => delay.from === "symptom" && delay.to === to)?.women.map(({ months }) => months[0]);
    expect(lengths("diagnosis")).toEqual([12, 6, 3]);
    expect(lengths("treatment")).toEqual([12, 6, 9]);
  });
});

describe("one value changed", () => {
  const claim = (series: Writable, kind: string) => {
    const found = series.claims.find((one) => one.kind === kind);
    if (found === undefined) throw new Error(kind);
    return found;
  };

  it("mean age printed as 30 is borne out", () => {
    expect(
      refuted(
        published((series) => {
          claim(series, "meanAge").printed = "30";
        }),
      ),
    ).not.toContain("meanAge");
  });

  it("a printed increase one hundredth off is not", () => {
    expect(
      refuted(
        published((series) => {
          claim(series, "percentChange").printed = "37.03";
        }),
      ),
    ).toContain("percentChange");
  });

  it("ALP 90 leaves 6 of 31 values outside", () => {
    const series = published((changed) => {
      for (const result of changed.cases[0].laboratory[0]?.results ?? [])
        if (result.analyte === "alp") result.value = "90";
    });
    const facts = testClaims(openSeries(series)).find(({ kind }) => kind === "laboratoryNormal")?.facts;
    expect(facts).toMatchObject({ reported: 31, outside: 6 });
  });

  it("case 3 treated at once and not declining makes the first choice hold", () => {
    const series = published((changed) => {
      const [, , woman] = changed.cases;
      const treatments = woman.treatments as { agent: string; declined?: unknown; start?: { months: unknown } }[];
      for (const one of treatments) if (one.agent === "zoledronicAcid") one.start = { months: 3 };
      woman.treatments = treatments.filter((one) => one.declined === undefined) as typeof woman.treatments;
    });
    expect(refuted(series)).not.toContain("firstDrugInAll");
  });

  it("a higher last hip of case 1 takes the fall away, her smaller gain in 24 months stays", () => {
    const series = published((changed) => {
      const last = changed.cases[0].scans.at(-1)?.sites as { femoralNeck: object; totalHip: object };
      last.femoralNeck = { bmdGPerCm2: 0.733 };
      last.totalHip = { bmdGPerCm2: 0.776 };
    });
    const facts = testClaims(openSeries(series)).find(({ kind }) => kind === "longerFollowUpLargerGain")?.facts;
    expect(facts?.falls).toEqual([]);
    expect(facts?.reversals).not.toEqual([]);
  });

  it.each<[string, (series: Writable) => void]>([
    ["unit-implausible", (series) => Object.assign(series, { laboratory: { intervals: [] } })],
    ["attribution-open", (series) => Object.assign(series, { comparator: "untreated" })],
    ["ethics-missing", (series) => Object.assign(series, { ethics: { approval: "approved", consent: "obtained" } })],
    ["inference-without-test", (series) => Object.assign(claim(series, "significance"), { test: "paired t-test" })],
    ["definition-needed", (series) => Object.assign(claim(series, "delayInAll"), { from: "symptom", to: "diagnosis" })],
    ["outlier-effect", (series) => setEffect(series, 20, 1, "2.76")],
    ["source-conflict", (series) => setEffect(series, 16, 1, "23")],
  ])("%s goes", (rule, change) => {
    expect(raised(published()).map((one) => one.rule)).toContain(rule);
    expect(raised(published(change)).map((one) => one.rule)).not.toContain(rule);
  });
});

function setEffect(series: Writable, reference: number, position: number, percent: string): void {
  const effect = series.literature.find((one) => one.referenceNumber === reference)?.effects[position];
  if (effect === undefined) throw new Error(`reference ${reference}`);
  effect.percent = percent;
}
