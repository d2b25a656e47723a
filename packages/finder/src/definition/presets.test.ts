import { definitionById, latePregnancy } from "@materbone/clinical";
import { describe, expect, it } from "vitest";
import { womanExplainer } from "../answer/explain-woman.ts";
import { leaves, looksOf } from "../plan/criteria.ts";
import { event, person } from "../plan/small-cohort.fixture.ts";
import { conceptLibrary } from "./concept-library.ts";
import { definitionSchema } from "./definition-schema.ts";
import { presetDefinition, presetDefinitions } from "./presets.ts";
import { resolveDefinition } from "./resolve-definition.ts";

function windowOf(id: string, name: string): readonly [unknown, unknown] {
  const window = presetDefinition(id)?.windows[name];
  return [window?.from, window?.to];
}

describe("the shipped definitions", () => {
  it("are the paper in two readings and two of claims data", () => {
    expect(presetDefinitions.map(({ id }) => id)).toEqual(["paper", "paper-all-sites", "kasahara-2024", "kaneko-2024"]);
    expect(presetDefinition("moscow-2019")).toBeUndefined();
  });

  it.each(presetDefinitions)("$id keeps to the schema", (definition) => {
    expect(definitionSchema.safeParse(definition).error).toBeUndefined();
  });

  it.each(presetDefinitions)("$id uses concept sets of the library only", ({ streams }) => {
    const used = Object.values(streams).flatMap(({ concepts }) => concepts);
    expect(used.filter((name) => conceptLibrary.sets[name] === undefined)).toEqual([]);
  });

  it("have the windows and the threshold of the clinical definitions of the same source", () => {
    const any = definitionById("paper-any-site");
    const all = definitionById("paper-all-sites");
    for (const [id, clinical] of [
      ["paper", any],
      ["paper-all-sites", all],
    ] as const) {
      expect(windowOf(id, "late_pregnancy_to_18_months")).toEqual([
        { months: -latePregnancy.monthsBeforeDelivery },
        { months: clinical?.window.toMonths },
      ]);
      for (const { value } of Object.values(presetDefinition(id)?.streams ?? {})) {
        if (value === undefined) continue;
        expect([value.op, value.number]).toEqual([clinical?.density?.operator, clinical?.density?.threshold]);
      }
    }
    const kasahara = definitionById("kasahara-2024")?.window;
    expect(windowOf("kasahara-2024", "five_months_before_to_12_after")).toEqual([
      { months: kasahara?.from },
      { months: kasahara?.toMonths },
    ]);
    const kaneko = definitionById("japan-claims-2024")?.window;
    expect(kaneko?.from).toBe("delivery");
    expect(windowOf("kaneko-2024", "delivery_to_24_months")).toEqual([{ days: 0 }, { months: kaneko?.toMonths }]);
  });

  it("take a Z-score with no unit or a unit of scores, and no g/cm2 or T-score under its code", () => {
    for (const { streams } of presetDefinitions) {
      for (const { units, value } of Object.values(streams)) {
        if (value === undefined) continue;
        expect(units?.map(({ unit }) => unit)).toEqual(["1", "", "{score}", "{Z-score}", "{Z-Score}", "{z-score}"]);
        expect(units?.filter(({ none }) => none === true).map(({ unit }) => unit)).toEqual([""]);
        expect(units?.every(({ factor }) => factor === 1)).toBe(true);
      }
    }
  });

  it("need the low Z-score at each site in the all-sites reading and at one in the other", () => {
    expect(JSON.stringify(presetDefinition("paper")?.tiers[0]?.when).match(/low_z/gu)).toHaveLength(1);
    expect(
      JSON.stringify(presetDefinition("paper-all-sites")?.tiers[0]?.when).match(/low_z_(?:spine|neck|hip)/gu),
    ).toHaveLength(3);
  });

  it("flag heparin and glucocorticoids and exclude diseases of bone", () => {
    for (const { exclusions } of presetDefinitions) {
      const effect = new Map(exclusions.map((exclusion) => [exclusion.id, exclusion.effect]));
      expect(effect.get("heparin")).toBe("flag");
      expect(effect.get("glucocorticoid")).toBe("flag");
      expect(effect.get("accident")).toBe("flag");
      expect(effect.get("osteogenesis_imperfecta")).toBe("exclude");
      expect(effect.get("myeloma")).toBe("exclude");
      expect(effect.get("hyperparathyroidism")).toBe("exclude");
    }
  });

  it("bound every exclusion by two years after delivery, but for heritable disease", () => {
    for (const { exclusions, windows } of presetDefinitions) {
      const looks = looksOf(exclusions.flatMap(({ when }) => leaves(when)));
      const open = looks.flatMap(({ event, window }) => (windows[window]?.to === "open" ? [event] : []));
      expect(open).toEqual(["osteogenesis_imperfecta", "marfan_syndrome"]);
      const known = looks.flatMap(({ event, window }) => (window === "known" ? [event] : []));
      expect(known).toContain("myeloma");
      expect(windows.known).toMatchObject({ from: "open", to: { months: 24 } });
    }
  });

  it.each(presetDefinitions)(
    "$id keeps a woman coded as puerperal osteomalacia, flagged, and leaves out another",
    (definition) => {
      const explain = womanExplainer(resolveDefinition(definition));
      const woman = (code: string) =>
        explain({
          person: [person(1)],
          event: [
            event(1, "2024-03-10", "SNOMED CT|11466000"),
            event(1, "2024-06-20", "ICD-10|M80.800x001"),
            event(1, "2024-07-02", code),
          ],
          ancestor: [],
        });
      for (const code of ["ICD-10|M83.000", "ICD-10-CM|M83.0", "SNOMED CT|240167004"]) {
        const { candidate } = woman(code);
        expect(candidate?.flags.map(({ exclusion }) => exclusion)).toEqual(["puerperal_osteomalacia"]);
      }
      for (const code of ["ICD-10|M83.900", "ICD-10-CM|M83.2", "ICD-10|N18.500"]) {
        expect(woman(code).candidate).toBeUndefined();
      }
    },
  );

  it("count new fractures, and flag later visits and sequelae", () => {
    for (const { streams, tiers, exclusions } of presetDefinitions) {
      const counted = tiers.flatMap(({ when }) => leaves(when)).filter(({ event }) => event.includes("fracture"));
      expect(counted.map(({ event }) => streams[event]?.laterVisits).every((visits) => visits === "leaveOut")).toBe(
        true,
      );
      expect(streams.accident?.laterVisits).toBe("leaveOut");
      expect(exclusions.find(({ id }) => id === "earlier_fracture")?.effect).toBe("flag");
      expect(streams.earlier_fracture?.laterVisits).toBe("only");
    }
  });

  it("take a fracture near an accident out of the tier that rests on the fracture alone, by days that are assumed", () => {
    for (const id of ["paper", "paper-all-sites", "kasahara-2024"]) {
      const when = presetDefinition(id)?.tiers.find((tier) => tier.id === "fracture")?.when;
      expect(when).toMatchObject({ notNear: { event: "accident", source: { status: "assumed" } } });
    }
    expect(JSON.stringify(presetDefinition("kaneko-2024"))).not.toContain("notNear");
  });

  it("give a reason for everything that is assumed", () => {
    const assumed = presetDefinitions.flatMap(({ exclusions, tiers, windows, episodes, sources }) =>
      [
        ...exclusions,
        ...tiers,
        ...Object.values(windows),
        ...tiers.flatMap(({ when }) => leaves(when)).flatMap(({ near, notNear }) => [near ?? [], notNear ?? []].flat()),
        episodes,
        ...sources.map((source) => ({ source })),
      ].flatMap(({ source }) => (source?.status === "assumed" ? [source] : [])),
    );
    expect(assumed.length).toBeGreaterThan(0);
    expect(assumed.filter(({ note }) => note === undefined)).toEqual([]);
  });
});
