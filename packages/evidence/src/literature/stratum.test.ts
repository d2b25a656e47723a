import { describe, expect, it } from "vitest";
import { withoutSharedWomen } from "./cohorts.ts";
import { evidenceRows } from "./evidence-row.ts";
import { shippedLiterature } from "./shipped-literature.ts";
import { stratify, stratumKey } from "./stratum.ts";

const rows = evidenceRows(shippedLiterature);
const { strata, exclusions } = stratify(rows);

function reasonOf(key: string): string | undefined {
  return exclusions.find(({ row }) => row.key === key)?.reason;
}

describe("strata of the literature", () => {
  it("puts every row into one stratum or names why not", () => {
    const placed = strata.flatMap(({ byTreatment }) => [...byTreatment.values()].flat());
    expect(placed.length + exclusions.length).toBe(rows.length);
    expect(new Set([...placed, ...exclusions.map(({ row }) => row)]).size).toBe(rows.length);
  });

  it("never puts a change per year beside a change at a time", () => {
    const annual = strata.filter(({ stratum }) => stratum.metric === "annualPercentChange");
    expect(annual.map(({ stratum }) => stratumKey(stratum)).toSorted()).toEqual([
      "femoralNeck/annualPercentChange/perYear",
      "lumbarSpine/annualPercentChange/perYear",
    ]);
    const studies = annual.flatMap(({ byTreatment }) => [...byTreatment.values()].flat()).map(({ study }) => study.id);
    expect(new Set(studies)).toEqual(new Set(["laroche-2017", "di-gregorio"]));
  });

  it.each([
    ["choe/bp/L4@12", "siteNotPooled"],
    ["choe/bp/femur@12", "siteNotPooled"],
    ["liel-atar/none/notStated@6", "siteNotPooled"],
    ["hadji-2022/after/lumbarSpine@12", "referenceIsNotFirstScan"],
    ["cohen-2020/tptd/lumbarSpine@6", "notPlo"],
    ["meng-2009/bp/L2-L4@12-48", "rangeOnly"],
    ["sanchez-2016/sr/lumbarSpine@12", "wordedOnly"],
    ["phillips-2000/back/lumbarSpine@x", "noNumber"],
    ["esa-srb-2024/romo/lumbarSpine@x", "noTime"],
    ["anagnostis-2024/tptd-minus-ca-d/lumbarSpine@x", "metricNotPooled"],
  ])("leaves out %s: %s", (key, reason) => {
    expect(reasonOf(key)).toBe(reason);
  });

  it("counts the women of Hong and Lee once while it is not known whether they are the same", () => {
    const spine12 = strata.find(({ stratum }) => stratumKey(stratum) === "lumbarSpine/percentChange/month12");
    const teriparatide = spine12?.byTreatment.get("teriparatide") ?? [];
    const once = withoutSharedWomen(teriparatide);
    expect(once.kept.map(({ study }) => study.id)).toEqual(["hong-2018", "lampropoulou-2021"]);
    expect(once.exclusions.map(({ row, reason }) => [row.study.id, reason])).toEqual([
      ["lee-2021", "womenCountedElsewhere"],
      ["lee-2021", "womenCountedElsewhere"],
    ]);
    const both = withoutSharedWomen(teriparatide, { countPossibleOnce: false });
    expect(both.kept.map(({ study }) => study.id)).toEqual(["hong-2018", "lee-2021", "lee-2021", "lampropoulou-2021"]);
  });

  it("lets a summary of studies give way to the studies", () => {
    const spine36 = strata.find(({ stratum }) => stratumKey(stratum) === "lumbarSpine/percentChange/month36");
    const { exclusions: left } = withoutSharedWomen(spine36?.byTreatment.get("bisphosphonate") ?? []);
    expect(left.map(({ row, reason }) => [row.study.id, reason])).toEqual([["ipd-to-2019", "summaryOfStudies"]]);
  });
});
