import { describe, expect, it } from "vitest";
import * as z from "zod";
import agents from "../../knowledge/agents.json" with { type: "json" };
import checks from "../../knowledge/checks.json" with { type: "json" };
import { ANALYTES } from "../laboratory/vocabulary.ts";
import { CONDITIONS } from "../record/history.ts";
import { doseSchema } from "../record/treatment.ts";
import { WORKUP_ITEMS } from "../record/workup.ts";
import { agentKnowledge, agentsKnown, isAntiresorptive, isBisphosphonate, isBoneActive, ploLicence } from "./agent.ts";
import { CHECK_IDS, checksKnown } from "./check.ts";
import { parseDoseUnit } from "./dose-unit.ts";
import { AGENT_CLASSES, AGENTS, type AgentId, ROUTES } from "./vocabulary.ts";

const text = z.strictObject({ en: z.string().min(1), zh: z.string().regex(/[\u4e00-\u9fff]/) });
const source = z.strictObject({
  cite: z.string().min(1),
  doi: z.string().startsWith("10.").optional(),
  status: z.enum(["read", "recalled", "assumed"]),
  checked: z.iso.date(),
  note: z.string().optional(),
});
const note = z.strictObject({ text, source });
const regimen = z
  .strictObject({
    doseLow: z.number().positive(),
    doseHigh: z.number().positive(),
    unit: z.string().refine((unit) => parseDoseUnit(unit) !== undefined),
    per: doseSchema.shape.per.refine((per) => per !== "once" && per !== "notStated"),
    routes: z.array(z.enum(ROUTES)).min(1),
    singleDoseCounts: z.literal(true).optional(),
    note: text.optional(),
    source,
  })
  .refine(({ doseLow, doseHigh }) => doseLow <= doseHigh);
const agent = z.strictObject({
  id: z.enum(AGENTS),
  class: z.enum(AGENT_CLASSES),
  brands: z.array(
    z
      .strictObject({ en: z.string().optional(), zh: z.string().optional(), source })
      .refine(({ en, zh }) => en !== undefined || zh !== undefined),
  ),
  regimens: z.array(regimen),
  licences: z.array(
    z.strictObject({
      country: z.string().regex(/^[A-Z]{2}$/),
      authority: z.string(),
      status: z.enum(["licensed", "notLicensed", "withdrawn"]),
      indication: text,
      source,
    }),
  ),
  onset: note.optional(),
  persistence: note.optional(),
  affinity: z.strictObject({ rank: z.number().int().positive(), source }).optional(),
  pregnancy: z.array(note),
  lactation: z.array(note),
  stops: z.array(note),
  sequence: z.array(note),
  notes: z.array(note),
  checks: z.array(
    z.strictObject({
      check: z.enum(CHECK_IDS),
      atLeastMlPerMin: z.number().positive().optional(),
      conditions: z.array(z.enum(CONDITIONS)).min(1).optional(),
      source,
    }),
  ),
  source,
});
const catalogue = z.strictObject({
  version: z.string(),
  ploLicence: note,
  classes: z.array(
    z.strictObject({ class: z.enum(AGENT_CLASSES), pregnancy: z.array(note), lactation: z.array(note) }),
  ),
  agents: z.array(agent),
});
const checkCatalogue = z.strictObject({
  version: z.string(),
  researchUse: text,
  checks: z.array(
    z.strictObject({
      id: z.enum(CHECK_IDS),
      phase: z.enum(["before", "after"]),
      name: text,
      why: text,
      laboratory: z
        .array(
          z.strictObject({
            analytes: z.array(z.enum(ANALYTES)).min(1),
            failsWhen: z.array(z.enum(["low", "high"])).min(1),
            item: z.enum(WORKUP_ITEMS).optional(),
          }),
        )
        .optional(),
      failsBelow: z.strictObject({ value: z.number().positive(), unit: z.string(), source }).optional(),
      dueDays: z.strictObject({ from: z.number(), to: z.number(), toleranceDays: z.number() }).optional(),
      source,
    }),
  ),
});

function withClass(test: (id: AgentId) => boolean): readonly AgentId[] {
  return AGENTS.filter(test);
}

describe("agents.json and checks.json", () => {
  it("have the shape that the types promise", () => {
    expect(catalogue.safeParse(agents).error).toBeUndefined();
    expect(checkCatalogue.safeParse(checks).error).toBeUndefined();
  });

  it("hold every agent of the vocabulary once and in its order", () => {
    expect(agentsKnown.map(({ id }) => id)).toEqual([...AGENTS]);
  });

  it("hold every check once and in its order", () => {
    expect(checksKnown.map(({ id }) => id)).toEqual([...CHECK_IDS]);
  });

  it("keep full-width punctuation in Chinese sentences", () => {
    const texts = JSON.stringify([agents, checks]).match(/"zh":"[^"]*"/g) ?? [];
    expect(texts.filter((zh) => /[\u4e00-\u9fff][,;:?!()]/.test(zh))).toEqual([]);
  });
});

describe("agentKnowledge", () => {
  it("names every agent in both languages", () => {
    for (const { name } of agentsKnown) expect(name.en && name.zh).toBeTruthy();
  });

  it("has the US licences that the paper lists (l.536-556)", () => {
    const inUs = (status: string): readonly AgentId[] =>
      agentsKnown
        .filter(({ class: kind }) => kind === "bisphosphonate")
        .filter(({ licences }) => licences.some((licence) => licence.country === "US" && licence.status === status))
        .map(({ id }) => id);
    expect(inUs("licensed")).toEqual([
      "zoledronicAcid",
      "alendronate",
      "alendronateVitaminD3",
      "risedronate",
      "ibandronate",
    ]);
    expect(inUs("notLicensed")).toEqual(["pamidronate", "clodronate"]);
    expect(ploLicence.text.en).toContain("off-label");
  });

  it("orders affinity as Nancollas 2006 does, zoledronic acid first", () => {
    const ranked = ["zoledronicAcid", "alendronate", "ibandronate", "risedronate", "etidronate", "clodronate"] as const;
    expect(ranked.map((id) => agentKnowledge(id).affinity?.rank)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it("puts the kidney limits of the labels on the agents", () => {
    const limit = (id: AgentId) =>
      agentKnowledge(id).checks.find(({ check }) => check === "kidneyFunction")?.atLeastMlPerMin;
    expect(["zoledronicAcid", "alendronate", "alendronateVitaminD3"].map((id) => limit(id as AgentId))).toEqual([
      35, 35, 35,
    ]);
    expect([limit("risedronate"), limit("ibandronate"), limit("pamidronate")]).toEqual([30, 30, undefined]);
  });

  it("tells every bisphosphonate that it crosses the placenta, and denosumab that stopping it rebounds", () => {
    for (const id of withClass(isBisphosphonate)) {
      expect(agentKnowledge(id).pregnancy.some(({ text }) => text.en.includes("placenta"))).toBe(true);
    }
    expect(agentKnowledge("denosumab").sequence[0]?.text.en).toContain("6 months after the last dose");
  });

  it("names the brands of the series", () => {
    const zh = (id: AgentId) => agentKnowledge(id).brands.map((brand) => brand.zh);
    expect(zh("zoledronicAcid")).toContain("密固达");
    expect(zh("alendronateVitaminD3")).toContain("福美加");
    expect(zh("salmonCalcitonin")).toEqual(["密盖息", "金尔力", undefined]);
    expect(zh("calcitriol")).toContain("罗盖全");
  });

  it("refuses an id outside the vocabulary", () => {
    expect(() => agentKnowledge("aspirin" as AgentId)).toThrow(RangeError);
  });
});

describe("classes", () => {
  it("count as antiresorptive the bisphosphonates, denosumab, raloxifene and calcitonin", () => {
    expect(withClass((id) => isAntiresorptive(id) && !isBisphosphonate(id))).toEqual([
      "denosumab",
      "raloxifene",
      "salmonCalcitonin",
    ]);
  });

  it("count as bone-active the anabolic agents and strontium too, and no vitamin, calcium or herbal product", () => {
    expect(withClass((id) => isBoneActive(id) && !isAntiresorptive(id))).toEqual([
      "teriparatide",
      "romosozumab",
      "strontiumRanelate",
    ]);
  });
});
