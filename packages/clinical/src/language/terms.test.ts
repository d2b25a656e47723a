import { describe, expect, it } from "vitest";
import { SEVERITIES } from "../findings/finding.ts";
import { ANALYTES, SEASONS } from "../laboratory/vocabulary.ts";
import { FRACTURE_SITES, MODALITIES } from "../record/fracture.ts";
import { CONDITIONS, HISTORY_ITEMS } from "../record/history.ts";
import { SKELETAL_SITES } from "../record/scan.ts";
import { STUDY_SITES } from "../record/study.ts";
import { WORKUP_ITEMS } from "../record/workup.ts";
import { AGENTS, ROUTES } from "../therapy/vocabulary.ts";
import { createTerms, type Vocabulary } from "./terms.ts";
import { vocabularies } from "./vocabularies.ts";

const en = createTerms("en");
const zh = createTerms("zh");

describe("words", () => {
  const lists: readonly [Vocabulary, readonly string[]][] = [
    ["analyte", ANALYTES],
    ["agent", AGENTS],
    ["route", ROUTES],
    ["condition", CONDITIONS],
    ["history", HISTORY_ITEMS],
    ["fractureSite", FRACTURE_SITES],
    ["modality", MODALITIES],
    ["workupItem", WORKUP_ITEMS],
    ["season", SEASONS],
    ["severity", SEVERITIES],
  ];

  it.each(lists)("name every value of %s in both languages", (vocabulary, values) => {
    for (const value of values) {
      expect(en.word(vocabulary, value)).not.toBe("");
      expect(zh.word(vocabulary, value)).not.toBe("");
    }
    expect(Object.keys(vocabularies[vocabulary]).toSorted()).toEqual(values.toSorted());
  });

  it("never leave a word empty or untrimmed, and give two values of one vocabulary two words", () => {
    for (const [name, table] of Object.entries(vocabularies)) {
      const words = Object.values(table);
      for (const { en: english, zh: chinese } of words) {
        expect(english, name).toMatch(/^\S(.*\S)?$/u);
        expect(chinese, name).toMatch(/^\S(.*\S)?$/u);
      }
      expect(new Set(words.map((entry) => entry.en)).size, name).toBe(words.length);
      expect(new Set(words.map((entry) => entry.zh)).size, name).toBe(words.length);
    }
  });

  it("use the terms of the glossary", () => {
    expect(zh.site("femoralNeck")).toBe("股骨颈");
    expect(zh.word("deliveryMode", "caesarean")).toBe("剖宫产");
    expect(zh.agent("menatetrenone")).toBe("四烯甲萘醌");
    expect(zh.word("place", "outsideHospital")).toBe("外院");
    expect(en.analyte("nMidOsteocalcin")).toBe("N-MID osteocalcin");
    expect(zh.season("summer")).toBe("夏季");
    expect(zh.word("severity", "major")).toBe("重要");
  });

  it("find skeletal, study and fracture sites by one function", () => {
    for (const site of [...SKELETAL_SITES, ...STUDY_SITES, ...FRACTURE_SITES]) expect(en.site(site)).not.toBe("");
    expect(zh.site("T12")).toBe("T12");
    expect(en.site("femur")).toBe("femur");
  });

  it("refuse a value that the vocabulary lacks, also names that objects are born with", () => {
    expect(() => en.word("modality", "ultrasound")).toThrow("no word for ultrasound in modality");
    expect(() => en.word("modality", "constructor")).toThrow(RangeError);
  });

  it("take texts as they are", () => {
    expect(zh.text({ en: "yes", zh: "是" })).toBe("是");
  });
});

describe("lists", () => {
  it("join as each language does", () => {
    expect(en.list([])).toBe("");
    expect(en.list(["a"])).toBe("a");
    expect(en.list(["a", "b"])).toBe("a and b");
    expect(en.list(["a", "b", "c"])).toBe("a, b and c");
    expect(zh.list(["腰椎", "股骨颈", "全髋"])).toBe("腰椎、股骨颈和全髋");
    expect(zh.list(["T9", "T11", "T12"])).toBe("T9、T11 和 T12");
    expect(zh.list(["肌酐", "TSH"])).toBe("肌酐和 TSH");
    expect(en.either(["a", "b", "c"])).toBe("a, b or c");
    expect(zh.either(["39", "51"])).toBe("39 或 51");
    expect(en.series(["a", "b", "c"])).toBe("a, b, c");
    expect(zh.series(["a", "b", "c"])).toBe("a、b、c");
  });

  it("choose the English number by count", () => {
    expect([0, 1, 2].map((n) => en.count(n, "value", "values"))).toEqual(["values", "value", "values"]);
    expect(zh.count(2, "项", "项")).toBe("项");
  });
});

describe("months", () => {
  it("print up to one decimal, none when whole", () => {
    expect([15, 1.5, 1.46, 11.96, -2, 0].map((value) => en.months(value))).toEqual([
      "15",
      "1.5",
      "1.5",
      "12",
      "\u22122",
      "0",
    ]);
  });

  it("print points, ranges, open ends and the unknown", () => {
    expect(en.monthInterval({ earliest: 15, latest: 15 })).toBe("15");
    expect(en.monthInterval({ earliest: 39, latest: 51 })).toBe("39\u201351");
    expect(en.monthInterval({ earliest: -3, latest: 3 })).toBe("\u22123 to 3");
    expect(zh.monthInterval({ earliest: -3, latest: 3 })).toBe("\u22123 至 3");
    expect(en.monthInterval({ earliest: Number.NEGATIVE_INFINITY, latest: 6 })).toBe("before 6");
    expect(zh.monthInterval({ earliest: Number.NEGATIVE_INFINITY, latest: 6 })).toBe("早于 6");
    expect(en.monthInterval({ earliest: 12, latest: Number.POSITIVE_INFINITY })).toBe("after 12");
    expect(zh.monthInterval({ earliest: 12, latest: Number.POSITIVE_INFINITY })).toBe("晚于 12");
    expect(en.monthInterval(undefined)).toBe("not known");
    expect(zh.monthInterval({ earliest: Number.NEGATIVE_INFINITY, latest: Number.POSITIVE_INFINITY })).toBe("时间不详");
  });

  it("print one number where both ends print alike", () => {
    expect(en.monthInterval({ earliest: 15.01, latest: 15.04 })).toBe("15");
  });
});
