import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { say } from "../../language/phrase.ts";
import { createTerms } from "../../language/terms.ts";
import { caseRecordSchema } from "../../record/case-record.ts";
import { type CaseView, openCase } from "../../record/case-view.ts";
import { seriesHeadSchema } from "../../record/series.ts";
import type { Facts } from "../finding.ts";
import type { AnyCaseRule, Raised } from "../rule.ts";
import { caseRules } from "./case-rules.ts";

const EXAMPLE = new URL("../../../../../examples/qingdao-2016-2019/", import.meta.url);

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, EXAMPLE), "utf8"));
}

const head = seriesHeadSchema.parse(readJson("series.json"));
const women: readonly CaseView[] = ["case-1", "case-2", "case-3"].map((id) =>
  openCase(caseRecordSchema.parse(readJson(`cases/${id}.json`)), head),
);

/** Rows of the inventory of the published series that belong to one woman: X2 to X38. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  "case-1": [
    "t-score-before-menopause",
    "lab-outside-interval",
    "markers-discordant",
    "value-fits-neighbour",
    "peak-hidden",
    "precision-decides",
    "z-reference-inconsistent",
    "fracture-in-roi",
    "scoliosis-at-spine-dxa",
    "device-unconfirmed",
    "unit-implausible",
    "dose-outside-label",
    "time-ambiguous",
    "reproductive-plan-missing",
    "safety-data-missing",
    "outcome-not-measured",
    "exclusion-not-documented",
    "genant-grade-missing",
    "modality-differs",
    "window-sensitive",
    "off-label",
  ],
  "case-2": [
    "criterion-sensitive",
    "z-at-threshold",
    "lab-outside-interval",
    "dose-outside-label",
    "reproductive-plan-missing",
    "safety-data-missing",
    "outcome-not-measured",
    "exclusion-not-documented",
    "genant-grade-missing",
    "value-missing",
    "near-limit",
    "off-label",
  ],
  "case-3": [
    "lab-outside-interval",
    "season-needed",
    "vitamin-d-deficient",
    "precision-decides",
    "dose-outside-label",
    "time-ambiguous",
    "reproductive-plan-missing",
    "safety-data-missing",
    "outcome-not-measured",
    "exclusion-not-documented",
    "genant-grade-missing",
    "modality-differs",
    "value-missing",
    "near-limit",
    "off-label",
  ],
};

type Heard = { readonly id: string; readonly rule: AnyCaseRule; readonly raised: Raised<Facts> };

function heard(view: CaseView): readonly Heard[] {
  return caseRules.flatMap((rule) =>
    (rule.find(view) as readonly Raised<Facts>[]).map((raised) => ({ id: rule.id, rule, raised })),
  );
}

function facts(view: CaseView | undefined, id: string): Facts {
  const found = view === undefined ? undefined : heard(view).find((one) => one.id === id);
  if (found === undefined) throw new Error(`${id} was not raised`);
  return found.raised.facts;
}

describe("the rules on the published women", () => {
  it.each(women.map((view) => [view.record.id, view] as const))("raise exactly the inventory for %s", (id, view) => {
    expect(
      heard(view)
        .map((one) => one.id)
        .toSorted(),
    ).toEqual([...(EXPECTED[id] ?? [])].toSorted());
  });

  it("point at a place of the record, or at the section that is missing", () => {
    for (const view of women) {
      for (const { id, raised } of heard(view)) {
        const [section, ...rest] = raised.at.split("/").slice(1);
        let place: unknown = view.record[section as keyof typeof view.record];
        if (place === undefined || id === "value-missing") continue;
        for (const part of rest) place = (place as Record<string, unknown>)[part];
        expect(place, `${id} ${raised.at}`).toBeDefined();
      }
    }
  });

  it("speak both languages without a gap", () => {
    for (const view of women) {
      for (const { rule, raised } of heard(view)) {
        const en = say(rule.message, raised.facts as never, createTerms("en"));
        const zh = say(rule.message, raised.facts as never, createTerms("zh"));
        expect(`${en} ${zh}`).not.toMatch(/undefined|NaN|null|\[object/);
        expect(en).not.toMatch(/[\u4e00-\u9fff]/);
        expect(zh).toMatch(/[\u4e00-\u9fff].*。$/);
      }
    }
  });

  it("hold the printed numbers", () => {
    const [first, second, third] = women;
    const analytes = (view: CaseView | undefined) =>
      (facts(view, "lab-outside-interval").values as readonly { analyte: string; value: number; flag: string }[]).map(
        ({ analyte, value, flag }) => [analyte, value, flag],
      );
    expect(analytes(first)).toEqual([
      ["totalP1np", 4.74, "low"],
      ["alp", 112, "high"],
    ]);
    expect(analytes(second)).toEqual([
      ["nMidOsteocalcin", 22.85, "high"],
      ["betaCtx", 0.69, "high"],
      ["totalP1np", 77.83, "high"],
    ]);
    expect(analytes(third)).toEqual([
      ["betaCtx", 0.69, "high"],
      ["urinePhosphate24h", 0.21, "low"],
    ]);
    expect(facts(first, "window-sensitive").windowsMonths).toEqual([3, 6]);
    const pairs = facts(first, "precision-decides").pairs as readonly Facts[];
    expect(pairs.map(({ site, statedVerdict, minimumVerdict }) => [site, statedVerdict, minimumVerdict])).toEqual([
      ["totalHip", "loss", "noChange"],
    ]);
    expect((facts(first, "peak-hidden").sites as readonly Facts[]).map(({ site }) => site)).toEqual([
      "femoralNeck",
      "totalHip",
    ]);
    for (const view of women) {
      expect(facts(view, "exclusion-not-documented").items).toEqual(
        expect.arrayContaining(["tsh", "coeliacSerology", "proteinElectrophoresis", "creatinine", "cortisol"]),
      );
    }
  });
});

describe("one value changed", () => {
  const first = readJson("cases/case-1.json") as Record<string, unknown>;
  const ids = (changed: Record<string, unknown>) =>
    heard(openCase(caseRecordSchema.parse({ ...first, ...changed }), head)).map(({ id }) => id);

  it("ALP 90 ends the discordance of the markers and leaves P1NP outside", () => {
    const laboratory = structuredClone(first.laboratory) as { results: { analyte: string; value: string }[] }[];
    for (const result of laboratory[0]?.results ?? []) if (result.analyte === "alp") result.value = "90";
    expect(ids({ laboratory })).not.toContain("markers-discordant");
    expect(ids({ laboratory })).toContain("lab-outside-interval");
  });

  it("without the L4 fracture the spine region is clean", () => {
    expect(ids({ fractures: [] })).not.toContain("fracture-in-roi");
  });

  it("a device on every scan confirms the device", () => {
    const scans = (first.scans as readonly object[]).map((scan) => ({ ...scan, device: "osteosys-primus" }));
    expect(ids({ scans })).not.toContain("device-unconfirmed");
  });

  it("a recorded plan and contraception clear the reproductive question", () => {
    const plan = { nextPregnancy: { plan: "notWished" }, contraception: { use: "yes" } };
    expect(ids({ plan })).not.toContain("reproductive-plan-missing");
  });

  it("a sampling month in July decides the season of case 3", () => {
    const third = readJson("cases/case-3.json") as { laboratory: object[] };
    const laboratory = third.laboratory.map((panel) => ({ ...panel, samplingMonth: 7 }));
    const found = heard(openCase(caseRecordSchema.parse({ ...third, laboratory }), head));
    expect(found.map(({ id }) => id)).not.toContain("season-needed");
    const outside = found.find(({ id }) => id === "lab-outside-interval")?.raised.facts.values as readonly Facts[];
    expect(outside.map(({ analyte }) => analyte)).toContain("vitaminD25oh");
  });
});
