import { describe, expect, it } from "vitest";
import * as z from "zod";
import definitionsFile from "../../knowledge/definitions.json" with { type: "json" };
import signalsFile from "../../knowledge/signals.json" with { type: "json" };
import workupFile from "../../knowledge/workup.json" with { type: "json" };
import { ANALYTES } from "../laboratory/vocabulary.ts";
import { FRACTURE_SITES, isLevel } from "../record/fracture.ts";
import { CONDITIONS, HISTORY_ITEMS } from "../record/history.ts";
import { SKELETAL_SITES } from "../record/scan.ts";
import { WORKUP_ITEMS } from "../record/workup.ts";
import { AGENTS } from "../therapy/vocabulary.ts";
import { definitionById, definitions, publishedWindows } from "./definition.ts";
import { SIGNAL_IDS } from "./signal-rules/signal-rule.ts";
import { considerInstead } from "./signals.ts";
import { woman } from "./women.fixture.ts";
import { exclusionItems } from "./workup.ts";

const text = z.strictObject({ en: z.string().min(1), zh: z.string().regex(/[\u4e00-\u9fff]/) });
const source = z.strictObject({
  cite: z.string().min(10),
  doi: z.string().regex(/^10\./).optional(),
  status: z.enum(["read", "recalled", "assumed"]),
  checked: z.iso.date(),
  note: z.string().optional(),
});

const window = z
  .strictObject({
    event: z.enum(["fracture", "diagnosis", "scan"]),
    from: z.union([z.enum(["pregnancy", "latePregnancy", "delivery"]), z.number()]),
    toMonths: z.number().positive().optional(),
    to: z.literal("weaning").optional(),
  })
  .refine((one) => one.toMonths === undefined || one.to === undefined);
const places = FRACTURE_SITES.filter((site) => !isLevel(site));

const definition = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    version: z.string(),
    name: text,
    basis: z.enum(["fracture", "density", "fractureAndDensity", "diagnosis"]),
    window,
    fracture: z
      .strictObject({
        sites: z.union([z.literal("any"), z.array(z.enum(places)).min(1)]),
        otherSites: z.enum(["open", "out"]),
        mechanism: z.enum(["fragility", "any"]),
        orHipPain: z.boolean().optional(),
        orLowDensity: z.boolean().optional(),
      })
      .optional(),
    density: z
      .strictObject({
        sites: z.array(z.enum(SKELETAL_SITES)).min(1),
        rule: z.enum(["any", "all"]),
        threshold: z.number().negative(),
        operator: z.enum(["<", "<="]),
      })
      .optional(),
    exclusionRequired: z.boolean(),
    source,
    note: text,
  })
  .refine((one) => one.window.event !== "fracture" || one.fracture !== undefined)
  .refine((one) => one.basis.toLowerCase().includes("density") === (one.density !== undefined));

describe("knowledge/definitions.json", () => {
  it("is of its schema, every entry with a source and both languages", () => {
    z.strictObject({
      latePregnancy: z.strictObject({
        fromGestationalWeek: z.literal(28),
        monthsBeforeDelivery: z.literal(3),
        sources: z.array(source).min(1),
      }),
      windows: z.array(z.strictObject({ months: z.number().positive(), source })),
      definitions: z.array(definition),
    }).parse(definitionsFile);
  });

  it("has unique ids, fracture-based and density-based ones, and windows of 3, 6, 12, 18, 24 and 36 months", () => {
    expect(new Set(definitions.map((one) => one.id)).size).toBe(definitions.length);
    expect(new Set(definitions.map((one) => one.basis))).toEqual(
      new Set(["fracture", "density", "fractureAndDensity", "diagnosis"]),
    );
    const months = definitions.flatMap((one) => one.window.toMonths ?? []);
    expect([...new Set(months)].sort((a, b) => a - b)).toEqual([3, 6, 12, 18, 24, 36]);
    expect(publishedWindows.map((one) => one.months)).toEqual([3, 6, 12, 18, 24, 36]);
  });

  it("names the definitions when an id is wrong", () => {
    expect(() => definitionById("paper")).toThrow(/paper-any-site, paper-all-sites/);
  });
});

describe("knowledge/workup.json", () => {
  it("is of its schema and covers every item of the record once", () => {
    const file = z
      .strictObject({
        items: z.array(
          z.strictObject({
            item: z.enum(WORKUP_ITEMS),
            tier: z.union([z.literal(1), z.literal(2)]),
            exclusion: z.boolean(),
            analytes: z.array(z.enum(ANALYTES)),
            alternatives: z.boolean().optional(),
            why: text,
            source,
          }),
        ),
        exposures: z.array(
          z.strictObject({ item: z.enum(HISTORY_ITEMS), agents: z.array(z.enum(AGENTS)).min(1), source }),
        ),
        conditions: z.strictObject({
          excluding: z.array(z.enum(CONDITIONS)),
          question: z.array(z.enum(CONDITIONS)),
          source,
        }),
      })
      .parse(workupFile);
    expect(file.items.map((one) => one.item).sort()).toEqual([...WORKUP_ITEMS].sort());
    const { excluding, question } = file.conditions;
    expect(excluding.filter((condition) => question.includes(condition))).toEqual([]);
  });

  it("asks for the ten tests of the exclusion criterion", () => {
    expect([...exclusionItems].sort()).toEqual(
      [
        "calcium",
        "phosphate",
        "alp",
        "creatinine",
        "vitaminD25oh",
        "pth",
        "tsh",
        "cortisol",
        "coeliacSerology",
        "proteinElectrophoresis",
      ].sort(),
    );
  });
});

describe("knowledge/signals.json", () => {
  const file = z.strictObject({
    signals: z.array(
      z.strictObject({
        id: z.enum(SIGNAL_IDS),
        condition: text,
        rule: text,
        conditions: z.array(z.enum(CONDITIONS)),
        source,
      }),
    ),
  });

  it("is of its schema and has every signal once", () => {
    expect(
      file
        .parse(signalsFile)
        .signals.map((one) => one.id)
        .sort(),
    ).toEqual([...SIGNAL_IDS].sort());
  });

  it("raises nothing for an empty record", () => {
    expect(considerInstead(woman())).toEqual([]);
  });
});
