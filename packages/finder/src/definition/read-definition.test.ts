import { createTerms, type Lang } from "@materbone/clinical";
import { describe, expect, it } from "vitest";
import { changed, smallDefinition } from "./definition.fixture.ts";
import { sayDefinitionProblem } from "./definition-problem-words.ts";
import { presetDefinitions } from "./presets.ts";
import { readDefinition } from "./read-definition.ts";

const LANGUAGES: readonly Lang[] = ["en", "zh"];

/** Places and sentences of the problems of a document. */
function problemsOf(document: unknown, lang: Lang): readonly string[] {
  const read = readDefinition(document);
  if (read.kind === "read") return [];
  return read.problems.map((problem) => `${problem.at} ${sayDefinitionProblem(problem, createTerms(lang))}`);
}

/** `depth` criteria inside one another, the innermost a leaf. */
function nested(depth: number): unknown {
  let criterion: unknown = { event: "pain", window: "near" };
  for (let level = 1; level < depth; level++) criterion = { not: criterion };
  return criterion;
}

const rule = { system: "ICD-10", code: "M80.8", match: "prefix" };

/** What is changed, to what, where the problem is told, and what is told in each language. */
const MISTAKES: readonly (readonly [name: string, at: string, value: unknown, told: string, en: string, zh: string])[] =
  [
    ["no schema", "/schema", undefined, "", "materbone/cohort/1", "materbone/cohort/1"],
    ["another schema", "/schema", "materbone/scenario/1", "/schema", "cannot be read here", "无法读取"],
    ["a newer schema", "/schema", "materbone/cohort/2", "/schema", "Update Materbone", "升级"],
    [
      "a slip in a key",
      "/windows/near/form",
      { months: 1 },
      "/windows/near/form",
      'Did you mean "from"?',
      "是否应为“from”",
    ],
    ["a missing key", "/clock/drug", undefined, "/clock/drug", "is missing", "缺少"],
    [
      "a name with a blank",
      "/streams/my pain",
      { name: "x", concepts: ["back_pain"] },
      "/streams/my pain",
      "not a valid",
      "不是有效",
    ],
    ["an id in capitals", "/id", "PLO", "/id", "not a valid", "不是有效"],
    ["a date that is none", "/sources/0/checked", "2026-02-30", "/sources/0/checked", "not a valid", "不是有效"],
    ["no tier", "/tiers", [], "/tiers", "at least 1 entry", "至少需要 1 项"],
    ["an unknown settler", "/tiers/0/settle", ["xray"], "/tiers/0/settle/0", "spine_imaging", "spine_imaging"],
    ["an operator that is none", "/streams/low_z/value/op", "=", "/streams/low_z/value/op", "Known: <", "可填：<"],
    ["text for a number", "/episodes/spacingDays", "168", "/episodes/spacingDays", "a number", "应为"],
    [
      "an unknown stream",
      "/tiers/0/when/all/0/event",
      "fractur",
      "/tiers/0/when/all/0/event",
      'Did you mean "fracture"?',
      "是否应为“fracture”",
    ],
    [
      "an unknown stream near an event",
      "/tiers/0/when/all/0/notNear",
      { event: "pian", days: { before: 14, after: 7 } },
      "/tiers/0/when/all/0/notNear/event",
      'Did you mean "pain"?',
      "是否应为“pain”",
    ],
    [
      "events near themselves",
      "/tiers/0/when/all/0/near",
      { event: "fracture", days: { before: 14, after: 7 } },
      "/tiers/0/when/all/0/near/event",
      'Every event of "fracture" is near itself, so that this asks for nothing.',
      "每个事件都在自身附近，此条件不起作用",
    ],
    [
      "events not near themselves",
      "/tiers/0/when/all/0/notNear",
      { event: "fracture", days: { before: 14, after: 7 } },
      "/tiers/0/when/all/0/notNear/event",
      "so that none could count. Name another stream.",
      "因此无一计入",
    ],
    [
      "days that are less than none",
      "/tiers/1/when/near",
      { event: "fracture", days: { before: -1, after: 7 } },
      "/tiers/1/when/near/days/before",
      "below the smallest possible value 0",
      "0",
    ],
    [
      "an unknown way with later visits",
      "/streams/fracture/laterVisits",
      "exclude",
      "/streams/fracture/laterVisits",
      "Known: leaveOut, only",
      "可填：leaveOut、only",
    ],
    [
      "an unknown window",
      "/tiers/1/when/window",
      "nera",
      "/tiers/1/when/window",
      'Did you mean "near"?',
      "是否应为“near”",
    ],
    [
      "an inherited name",
      "/tiers/1/when/window",
      "constructor",
      "/tiers/1/when/window",
      'no window "constructor"',
      "没有时间窗“constructor”",
    ],
    [
      "a stream far from all",
      "/episodes/delivery",
      "kelvin_scale",
      "/episodes/delivery",
      "Known: delivery, fracture",
      "可用：delivery、fracture",
    ],
    [
      "an unknown shipped concept set",
      "/streams/fracture/concepts/0",
      "vertebral_fractures",
      "/streams/fracture/concepts/0",
      'Did you mean "vertebral_fracture"?',
      "是否应为“vertebral_fracture”",
    ],
    ["an unknown stream of the clock", "/clock/pain", "pian", "/clock/pain", 'Did you mean "pain"?', "是否应为“pain”"],
    ["an unknown stream of the context", "/context", ["pian"], "/context/0", 'Did you mean "pain"?', "是否应为“pain”"],
    ["an unknown window of the clock", "/clock/window", "far", "/clock/window", 'no window "far"', "没有时间窗“far”"],
    [
      "a window backwards",
      "/windows/near/from",
      { months: 19 },
      "/windows/near",
      "from 19 months after delivery to 18 months after delivery, backwards",
      "自产后19个月至产后18个月",
    ],
    [
      "a window backwards in two units",
      "/windows/near/from",
      { days: 600 },
      "/windows/near",
      "600 days after delivery",
      "产后600天",
    ],
    [
      "a window bound of a third kind",
      "/windows/near/from",
      { weeks: 2 },
      "/windows/near/from",
      'A bound of a window counts from the delivery: { "months": 18 }',
      "时间窗的一端自分娩计算",
    ],
    [
      "ages backwards",
      "/population/ageYears",
      { from: 50, to: 15 },
      "/population/ageYears",
      "from 50 to 15 runs backwards",
      "50 至 15 次序颠倒",
    ],
    ["a tier twice", "/tiers/1/id", "both", "/tiers/1/id", 'tier id "both" is used twice', "层级编号“both”重复"],
    [
      "criteria too deep",
      "/tiers/0/when",
      nested(9),
      `/tiers/0/when${"/not".repeat(8)}`,
      "more than 8 deep",
      "超过 8 层",
    ],
    [
      "criteria without end",
      "/tiers/0/when",
      nested(5000),
      `/tiers/0/when${"/not".repeat(29)}`,
      "more than 32 levels",
      "超过 32 层",
    ],
    [
      "more at least than there are",
      "/tiers/0/when",
      { atLeast: 3, of: [nested(1), nested(1)] },
      "/tiers/0/when/atLeast",
      "At least 3 of 2 criteria",
      "2 项条件中至少符合 3 项",
    ],
    [
      "a span of one day",
      "/tiers/1/when/atLeastDays",
      1,
      "/tiers/1/when/spanDays",
      "two days at least",
      "至少需要两个日期",
    ],
    [
      "a span longer than its window",
      "/tiers/1/when/spanDays",
      900,
      "/tiers/1/when/spanDays",
      "651 days long",
      "最长 651 天",
    ],
    [
      "an empty list of criteria",
      "/tiers/0/when",
      { all: [] },
      "/tiers/0/when/all",
      "at least 1 entry",
      "至少需要 1 项",
    ],
    ["a value without units", "/streams/low_z/units", undefined, "/streams/low_z/value", "in which unit", "未注明单位"],
    [
      "a first factor that is not 1",
      "/streams/low_z/units/0/factor",
      10,
      "/streams/low_z/units/0/factor",
      "factor 10",
      "系数为 10",
    ],
    [
      "a factor of 0",
      "/streams/low_z/units/1/factor",
      0,
      "/streams/low_z/units/1/factor",
      "smallest possible value 0",
      "最小值 0",
    ],
    [
      "a unit twice",
      "/streams/low_z/units/1",
      { unit: "1", factor: 1 },
      "/streams/low_z/units/1",
      '"1" stands twice',
      "“1”重复",
    ],
    ["a unit that is none", "/streams/low_z/units/0/none", true, "/streams/low_z/units/0", '"1" is one', "“1”是单位"],
    [
      "an empty unit without a word",
      "/streams/low_z/units/1/none",
      undefined,
      "/streams/low_z/units/1",
      'Add "none": true',
      "请添加“none”",
    ],
    [
      "an implausible threshold",
      "/streams/low_z/value/number",
      -20,
      "/streams/low_z/value/number",
      "plausible values from -10 to 10",
      "合理范围 -10 至 10",
    ],
    [
      "plausible values backwards",
      "/streams/low_z/plausible/from",
      11,
      "/streams/low_z/plausible",
      "from 11 to 10 runs backwards",
      "11 至 10 次序颠倒",
    ],
    [
      "a threshold of more decimals",
      "/streams/low_z/value/number",
      -2.05,
      "/streams/low_z/value/number",
      "with 1 decimal",
      "1 位小数",
    ],
    [
      "a control character in a code",
      "/concepts/local_pain/include/0/code",
      "M80\u0000.8",
      "/concepts/local_pain/include/0/code",
      "M80\\u0000.8",
      "不可见字符",
    ],
    [
      "a zero-width space in a code",
      "/concepts/local_pain/include/0/code",
      "M80\u200b",
      "/concepts/local_pain/include/0/code",
      "M80\\u200b",
      "不可见字符",
    ],
    [
      "a blank before a code",
      "/concepts/local_pain/include/0/code",
      " M80",
      "/concepts/local_pain/include/0/code",
      "begins or ends with a blank",
      "首尾有空格",
    ],
    [
      "an unknown code system",
      "/concepts/local_pain/include/0",
      { ...rule, system: "ICD10-CM" },
      "/concepts/local_pain/include/0/system",
      'Did you mean "ICD-10-CM"?',
      "是否应为“ICD-10-CM”",
    ],
    [
      "a LOINC code with a slip",
      "/concepts/local_pain/include/0",
      { system: "LOINC", code: "85394-6", match: "exact" },
      "/concepts/local_pain/include/0/code",
      "check digit of LOINC 85394-6",
      "校验位不符",
    ],
    [
      "a SNOMED code with a slip, by URI",
      "/concepts/local_pain/include/1/code",
      "279039070",
      "/concepts/local_pain/include/1/code",
      "check digit of SNOMED CT",
      "校验位不符",
    ],
    [
      "an excluded code with a slip",
      "/concepts/local_pain/exclude",
      [{ system: "SNOMED CT", code: "64859007", match: "exact" }],
      "/concepts/local_pain/exclude/0/code",
      "check digit",
      "校验位不符",
    ],
    [
      "an unknown match",
      "/concepts/local_pain/include/0/match",
      "like",
      "/concepts/local_pain/include/0/match",
      "Known: exact, prefix, descendants",
      "可填：exact、prefix、descendants",
    ],
  ];

describe("readDefinition", () => {
  it("reads the small definition and every shipped one as they are", () => {
    for (const definition of [smallDefinition(), ...presetDefinitions]) {
      expect(readDefinition(structuredClone(definition))).toEqual({ kind: "read", definition });
    }
  });

  it("reads null as a key that is left out", () => {
    const read = readDefinition(changed("/about", null));
    expect(read).toEqual({ kind: "read", definition: smallDefinition() });
  });

  it.each(MISTAKES)("tells %s", (_name, at, value, told, en, zh) => {
    const document = changed(at, value);
    for (const lang of LANGUAGES) {
      const problems = problemsOf(document, lang);
      expect(problems.filter((problem) => problem.startsWith(`${told} `))).not.toEqual([]);
      expect(problems.join("\n")).toContain(lang === "en" ? en : zh);
    }
  });

  it("tells every mistake of names and numbers in one go", () => {
    const document = changed("/windows/near/from", { months: 20 });
    (document.tiers as { id: string }[])[1] = { ...(document.tiers as { id: string }[])[1], id: "both" };
    expect(problemsOf(document, "en")).toHaveLength(2);
  });

  it("tells mistakes of form, names, order and codes together, each once and nothing that only follows from another", () => {
    const document = changed("/windows/near/to", { months: -9 });
    const at = (list: "tiers" | "exclusions", position: number) =>
      (document[list] as Record<string, unknown>[])[position] as Record<string, unknown>;
    const streams = document.streams as Record<string, Record<string, unknown>>;
    Object.assign(streams.fracture as object, { concept: ["hip_fracture"] });
    Object.assign((streams.low_z as { value: object }).value, { op: "=" });
    at("tiers", 0).settle = ["xray"];
    at("tiers", 0).when = {
      all: [
        { event: "fractur", window: "near" },
        { event: "low_z", window: "near", atLeastDay: 2 },
        { event: "low_z", windows: "near" },
        { event: "pain", window: "near", spanDays: 0 },
      ],
    };
    at("tiers", 1).id = "both";
    at("exclusions", 0).when = { event: "pain", window: "nera" };
    document.concepts = {
      local_pain: { name: "Pain", include: [{ system: "LOINC", code: "85394-6", match: "exact" }] },
    };
    document.clock = { pain: "pian", imaging: "fracture", density: "low_z", drug: 7, window: "near" };
    const told = readDefinition(document);
    const places = told.kind === "refused" ? told.problems.map(({ at: place }) => place) : [];
    expect([...places].sort()).toEqual([
      "/clock/drug",
      "/clock/pain",
      "/concepts/local_pain/include/0/code",
      "/exclusions/0/when/window",
      "/streams/fracture/concept",
      "/streams/low_z/value/op",
      "/tiers/0/settle/0",
      "/tiers/0/when/all/0/event",
      "/tiers/0/when/all/1/atLeastDay",
      "/tiers/0/when/all/2/window",
      "/tiers/0/when/all/2/windows",
      "/tiers/0/when/all/3/spanDays",
      "/tiers/1/id",
      "/windows/near",
    ]);
  });

  it("does not ask for names of a list that is missing or misspelt", () => {
    const { streams, ...document } = smallDefinition();
    const problems = problemsOf({ ...document, stream: streams }, "en");
    expect(problems.map((problem) => problem.split(" ")[0])).toEqual(["/streams", "/stream"]);
  });

  it("takes what is no object for none", () => {
    for (const document of [undefined, null, 3, "x", [], [smallDefinition()]]) {
      expect(readDefinition(document).kind).toBe("refused");
    }
  });

  it("takes windows of one day, open ends, and windows in two units that may go forward", () => {
    const day = { name: "x", from: { days: 0 }, to: { days: 0 } };
    const open = { name: "x", from: "open", to: { months: 1 } };
    const mixed = { name: "x", from: { days: 30 }, to: { months: 1 } };
    for (const window of [day, open, mixed]) {
      expect(problemsOf(changed("/windows/other", window), "en")).toEqual([]);
    }
  });

  it("takes eight criteria inside one another", () => {
    expect(problemsOf(changed("/tiers/0/when", nested(8)), "en")).toEqual([]);
  });
});
