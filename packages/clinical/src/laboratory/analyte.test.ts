import { describe, expect, it } from "vitest";
import * as z from "zod";
import analyteData from "../../knowledge/analytes.json" with { type: "json" };
import ruleData from "../../knowledge/laboratory-rules.json" with { type: "json" };
import seasonData from "../../knowledge/seasons.json" with { type: "json" };
import { isConventional, parseUnit } from "../units/convert.ts";
import { ANALYTE_GROUPS, analyteKnowledge, analytes } from "./analyte.ts";
import { seasonOfMonth } from "./season.ts";
import { ANALYTES, SEASONS } from "./vocabulary.ts";

const source = z.strictObject({
  cite: z.string().min(1),
  doi: z.string().optional(),
  status: z.enum(["read", "recalled", "assumed"]),
  checked: z.iso.date(),
  note: z.string().optional(),
});

describe("analytes.json", () => {
  it("has the promised shape", () => {
    z.array(
      z.strictObject({
        id: z.enum(ANALYTES),
        group: z.enum(ANALYTE_GROUPS),
        canonicalUnit: z.string(),
        conventionalUnits: z.array(z.string()).min(1),
        molarMassGPerMol: z.number().positive().optional(),
        links: z.array(z.strictObject({ from: z.string(), to: z.string(), factor: z.number().positive() })).optional(),
        source,
      }),
    ).parse(analyteData);
  });

  it("knows every analyte once, with a name in both languages", () => {
    expect(analytes.map(({ id }) => id).toSorted()).toEqual(ANALYTES.toSorted());
    expect(analyteKnowledge("totalP1np")).toMatchObject({
      symbol: { en: "T-PINP", zh: "T-PINP" },
      name: { zh: "总Ⅰ型胶原氨基端延长肽" },
      group: "turnoverFormation",
    });
    expect(() => analyteKnowledge("rubbish" as "alp")).toThrow(RangeError);
  });

  it("writes units that can be read, the canonical one among the usual", () => {
    for (const { id, canonicalUnit, conventionalUnits, links } of analytes) {
      expect(isConventional(id, canonicalUnit), id).toBe(true);
      const units = [...conventionalUnits, ...(links ?? []).flatMap(({ from, to }) => [from, to])];
      for (const unit of units) expect(parseUnit(unit).kind, `${id} ${unit}`).toBe("unit");
    }
  });

  it("names the four turnover markers of the published table as such", () => {
    const published = ["nMidOsteocalcin", "betaCtx", "totalP1np", "osteocalcin", "alp", "pth"] as const;
    const markers = published.filter((id) => analyteKnowledge(id).group.startsWith("turnover"));
    expect(markers).toEqual(["nMidOsteocalcin", "betaCtx", "totalP1np", "osteocalcin"]);
  });
});

describe("seasons.json", () => {
  it("gives every month one season", () => {
    z.strictObject({
      seasons: z
        .array(z.strictObject({ season: z.enum(SEASONS), months: z.array(z.int().min(1).max(12)).length(3) }))
        .length(4),
      source,
    }).parse(seasonData);
    const months = Array.from({ length: 12 }, (_, index) => seasonOfMonth(index + 1));
    expect(months.filter((season) => season === "summer")).toHaveLength(3);
    expect([5, 6, 8, 9, 11, 12, 2, 3].map(seasonOfMonth)).toEqual([
      "spring",
      "summer",
      "summer",
      "autumn",
      "autumn",
      "winter",
      "winter",
      "spring",
    ]);
    expect(() => seasonOfMonth(13)).toThrow(RangeError);
  });
});

describe("laboratory-rules.json", () => {
  it("has the promised shape", () => {
    z.strictObject({
      albuminAdjustedCalcium: z.strictObject({
        mgPerDlPerGPerDl: z.number().positive(),
        referenceAlbuminGPerDl: z.number().positive(),
        source,
      }),
    }).parse(ruleData);
  });
});
