import { valueAt } from "@materbone/clinical";
import { describe, expect, it } from "vitest";
import { changed, smallDefinition } from "./definition.fixture.ts";
import type { CohortDefinition } from "./definition-schema.ts";
import { presetDefinition, presetDefinitions } from "./presets.ts";
import { readDefinition } from "./read-definition.ts";
import { type DefinitionSentences, sayDefinition } from "./say-definition.ts";

function read(document: unknown): CohortDefinition {
  const result = readDefinition(document);
  if (result.kind === "refused") throw new Error(JSON.stringify(result.problems));
  return result.definition;
}

/** Lines of the section of a heading, indented by their depth. */
function linesUnder({ sections }: DefinitionSentences, heading: string): readonly string[] {
  const section = sections.find((one) => one.heading === heading);
  return (section?.lines ?? []).map(({ text, depth }) => "  ".repeat(depth) + text);
}

function paper(): CohortDefinition {
  const found = presetDefinition("paper");
  if (found === undefined) throw new Error("no preset");
  return found;
}

describe("sayDefinition", () => {
  it("says the paper's tiers in English", () => {
    expect(linesUnder(sayDefinition(paper(), "en"), "Tiers of the worklist")).toEqual([
      "1. Fracture and low Z-score",
      "  All of these:",
      "    Vertebral, hip or osteoporotic fracture, from 3 months before delivery to 18 months after delivery.",
      "    Z-score ≤ −2.0, from 3 months before delivery to 18 months after delivery.",
      "  To be settled by: how the fracture happened and work-up of other causes.",
      "2. Fracture without a known accident",
      "  Vertebral, hip or osteoporotic fracture, from 3 months before delivery to 18 months after delivery, without “Traffic accident or fall from height” from 14 days before to 7 days after it.",
      "  To be settled by: a DXA with Z-scores, how the fracture happened and work-up of other causes.",
      "3. Low Z-score without a counted fracture",
      "  Z-score ≤ −2.0, from 3 months before delivery to 18 months after delivery.",
      "  To be settled by: imaging of the spine and work-up of other causes.",
      "4. Drug against osteoporosis after delivery",
      "  Drug against osteoporosis, from the day of delivery to 24 months after delivery.",
      "  To be settled by: why the drug was given, imaging of the spine and a DXA with Z-scores.",
      "5. Lasting back pain without imaging of the spine",
      "  All of these:",
      "    Back pain on at least 3 different days, the last at least 42 days after the first, from the day of delivery to 18 months after delivery.",
      "    None of this: Imaging of the spine, from the day of delivery to 18 months after delivery.",
      "  To be settled by: imaging of the spine, the history of the pain and a DXA with Z-scores.",
    ]);
  });

  it("says them in Chinese", () => {
    expect(linesUnder(sayDefinition(paper(), "zh"), "工作清单层级").slice(-5)).toEqual([
      "5. 持续背痛而未行脊柱影像检查",
      "  同时符合：",
      "    分娩当日至产后18个月有“背痛”，至少 3 个不同日期，首末相隔至少 42 天。",
      "    并非：分娩当日至产后18个月有“脊柱影像检查”。",
      "  尚待核实：脊柱影像检查、疼痛病史和含Z值的DXA。",
    ]);
  });

  it("says the bound of a changed copy wherever the stream is named", () => {
    const preset = paper();
    const { low_z: lowZ } = preset.streams;
    if (lowZ?.value === undefined) throw new Error("the paper bounds its Z-score");
    const value = { ...lowZ.value, number: -2.5 };
    const own = read({ ...preset, id: "own", streams: { ...preset.streams, low_z: { ...lowZ, value } } });
    for (const lang of ["en", "zh"] as const) {
      const { sections } = sayDefinition(own, lang);
      // The sources and the text about the paper keep what the paper says.
      const said = sections.slice(0, -1).flatMap(({ lines }) => lines.map(({ text }) => text));
      expect(said.filter((text) => text.includes("\u22122.0"))).toEqual([]);
      expect(
        said.some((text) => text.includes(lang === "zh" ? "“Z值 ≤ \u22122.5”" : "Z-score ≤ \u22122.5, from")),
      ).toBe(true);
    }
  });

  it("names streams, windows and tiers without numbers, which the parts themselves say", () => {
    for (const { streams, windows, tiers, exclusions } of presetDefinitions) {
      const names = [streams, windows, tiers, exclusions]
        .flatMap((part) => Object.values(part))
        .map(({ name }) => name);
      expect(
        names.filter((name) => /[0-9]|\b(?:two|three)\b|[一二两三]年|[一二两三]个/.test(JSON.stringify(name))),
      ).toEqual([]);
    }
  });

  it("says units, plausible values and the threshold of a stream", () => {
    expect(linesUnder(sayDefinition(read(smallDefinition()), "en"), "What counts").slice(-4)).toEqual([
      "Low Z: a code of “Z-score, lumbar spine”.",
      "  Only values ≤ −2.0, compared as printed with 1 decimal.",
      "  Unit “1” or none; a value in another unit is not used, and said so.",
      "  A value below −10 or above 10 is not used, and said so.",
    ]);
    expect(linesUnder(sayDefinition(read(smallDefinition()), "zh"), "计入的事件").slice(-4)).toEqual([
      "Low Z：“腰椎Z值”的编码。",
      "  仅计数值 ≤ −2.0 者，按 1 位小数比较。",
      "  单位为“1”或无单位；其他单位的数值不采用，并予以说明。",
      "  低于 −10 或高于 10 的数值不采用，并予以说明。",
    ]);
  });

  it("says what must, and must not, be near an event, and from where the days are", () => {
    const source = { cite: "Days of a test", status: "assumed", checked: "2026-11-27" };
    const leaf = { event: "fracture", window: "near" };
    const notNear = { event: "pain", days: { before: 14, after: 1 }, source };
    const document: Record<string, unknown> = changed("/tiers/1/when", { ...leaf, notNear });
    (document.tiers as Record<string, unknown>[])[0] = {
      id: "both",
      name: "Both",
      settle: [],
      when: { ...leaf, near: { event: "pain", days: { before: 0, after: 0 } } },
    };
    (document.streams as Record<string, Record<string, unknown>>).fracture = {
      name: "Fracture",
      concepts: ["vertebral_fracture"],
      laterVisits: "leaveOut",
    };
    const en = sayDefinition(read(document), "en");
    const zh = sayDefinition(read(document), "zh");
    expect(linesUnder(en, "Tiers of the worklist")).toEqual([
      "1. Both",
      "  Fracture, from 3 months before delivery to 18 months after delivery, with “Pain” on the same day.",
      "2. Pain",
      "  Fracture, from 3 months before delivery to 18 months after delivery, without “Pain” from 14 days before to 1 day after it.",
    ]);
    expect(linesUnder(zh, "工作清单层级")).toEqual([
      "1. Both",
      "  分娩前3个月至产后18个月有“Fracture”，同日有“Pain”。",
      "2. Pain",
      "  分娩前3个月至产后18个月有“Fracture”，其前 14 天至后 1 天内无“Pain”。",
    ]);
    expect(linesUnder(en, "Sources")).toContain("Days of a test (assumed, 2026-11-27).");
    expect(linesUnder(en, "What counts")).toContain(
      "  Codes of a later visit or a sequela of an injury do not count: they do not tell when it happened.",
    );
    expect(linesUnder(zh, "计入的事件")).toContain("  损伤的后续就诊及后遗症编码不计入：其未说明损伤何时发生。");
  });

  it("says open windows and every kind of branch", () => {
    const windows = {
      near: { name: "Near", from: { months: -3 }, to: { months: 18 } },
      ever: { name: "Ever", from: "open", to: "open" },
      before: { name: "Before", from: "open", to: { days: -1 } },
      after: { name: "After", from: { months: 1 }, to: "open" },
    };
    const leaf = { event: "pain", window: "ever" };
    const document: Record<string, unknown> = changed("/windows", windows);
    (document.tiers as Record<string, unknown>[])[0] = {
      id: "both",
      name: "Both",
      settle: [],
      when: {
        atLeast: 2,
        of: [leaf, { any: [{ ...leaf, window: "before" }] }, { not: { all: [{ ...leaf, window: "after" }] } }],
      },
    };
    expect(linesUnder(sayDefinition(read(document), "en"), "Tiers of the worklist").slice(0, 7)).toEqual([
      "1. Both",
      "  At least 2 of these:",
      "    Pain, at any time.",
      "    Any of these:",
      "      Pain, up to 1 day before delivery.",
      "    Not this:",
      "      All of these:",
    ]);
    expect(linesUnder(sayDefinition(read(document), "zh"), "时间窗")).toEqual([
      "Near：分娩前3个月至产后18个月，含两端。",
      "Ever：任何时间。",
      "Before：截至分娩前1天，含两端。",
      "After：产后1个月起，含两端。",
    ]);
  });

  it.each(presetDefinitions)(
    "says all of $id in both languages, none of it twice in one section but sources apart",
    (definition) => {
      const en = sayDefinition(definition, "en");
      const zh = sayDefinition(definition, "zh");
      expect(en.sections.map(({ lines }) => lines.map(({ depth }) => depth))).toEqual(
        zh.sections.map(({ lines }) => lines.map(({ depth }) => depth)),
      );
      expect(en.sections).toHaveLength(7);
      for (const { at } of en.sections.flatMap(({ lines }) => lines)) expect(valueAt(definition, at)).toBeDefined();
      const sentences = en.sections
        .slice(0, -1)
        .flatMap(({ heading, lines }) => [heading, ...lines.map(({ text }) => text)]);
      expect(sentences.filter((text) => /\p{Script=Han}|undefined|\bNaN\b/u.test(text))).toEqual([]);
      const chinese = zh.sections.slice(0, -1).flatMap(({ lines }) => lines.map(({ text }) => text));
      expect(chinese.filter((text) => !/\p{Script=Han}/u.test(text))).toEqual([]);
    },
  );

  it("says a source with its status, once", () => {
    const sources = linesUnder(sayDefinition(paper(), "en"), "Sources");
    expect(sources.filter((text) => text.includes("l.282-287 ("))).toHaveLength(1);
    expect(sources.some((text) => text.includes("(assumed, 2026-11-26)."))).toBe(true);
  });
});
