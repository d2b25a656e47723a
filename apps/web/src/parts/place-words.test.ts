import { caseRecordSchema, createTerms, seriesHeadSchema } from "@materbone/clinical";
import { literatureSchema } from "@materbone/evidence";
import { describe, expect, it } from "vitest";
import { fieldAt, type PlaceOf, placeWords } from "./place-words.ts";
import { sayValueAt } from "./place-words-value.ts";

const en = createTerms("en");
const zh = createTerms("zh");

/** As much of a zod schema as is walked through. */
type Node = {
  readonly _zod: {
    readonly def: {
      readonly type: string;
      readonly innerType?: Node;
      readonly element?: Node;
      readonly items?: readonly Node[];
      readonly options?: readonly Node[];
      readonly shape?: Readonly<Record<string, Node>>;
      readonly entries?: Readonly<Record<string, string | number>>;
    };
  };
};

type Place = { readonly path: readonly string[]; readonly words?: readonly string[] };

/** Every place of a schema, lists by their first entry; with the words that an enumeration takes. */
function places(node: Node, path: readonly string[]): readonly Place[] {
  const { type, innerType, element, items, options, shape, entries } = node._zod.def;
  if (type === "enum") return [{ path, words: Object.values(entries ?? {}).map(String) }];
  if (innerType !== undefined) return places(innerType, path);
  const inner: (readonly [string | undefined, Node])[] = [
    ...(element === undefined ? [] : [["0", element] as const]),
    ...(items ?? []).map((item, position) => [`${position}`, item] as const),
    ...(options ?? []).map((option) => [undefined, option] as const),
    ...Object.entries(shape ?? {}),
  ];
  return [{ path }, ...inner.flatMap(([key, part]) => places(part, key === undefined ? path : [...path, key]))];
}

const documents: readonly (readonly [PlaceOf, Node])[] = [
  ["case", caseRecordSchema as unknown as Node],
  ["series", seriesHeadSchema as unknown as Node],
  ["literature", literatureSchema as unknown as Node],
];

describe.each(documents)("every place of the %s schema", (of, schema) => {
  const found = places(schema, []);

  it("has words for its key", () => {
    const unnamed = found.filter(({ path }) => path.length > 0 && fieldAt(path, of) === undefined);
    expect(found.length).toBeGreaterThan(100);
    expect(unnamed.map(({ path }) => path.join("/"))).toEqual([]);
  });

  it("has a word for every value of its enumerations, in Chinese another than the code", () => {
    const mute = found.flatMap(({ path, words = [] }) =>
      words
        .filter((word) => /^[a-z]+[A-Z]|^[a-z]{4,}$/.test(word))
        .filter((word) => sayValueAt(`/${path.join("/")}`, of, word, zh) === word)
        .map((word) => `${path.join("/")} = ${word}`),
    );
    expect(mute).toEqual([]);
  });

  it("is said without a code or an empty step", () => {
    for (const { path } of found.filter((place) => place.path.length > 0)) {
      for (const terms of [en, zh]) {
        const words = placeWords(`/${path.join("/")}`, of, terms);
        expect(words).not.toMatch(/undefined|›\s*›|›\s*$|[“”]/);
      }
    }
  });
});

describe("placeWords", () => {
  it("names scan, site and quantity", () => {
    expect(placeWords("/scans/1/sites/totalHip/bmdGPerCm2", "case", en)).toBe("Scans › scan 2 › total hip › BMD");
    expect(placeWords("/scans/1/sites/totalHip/bmdGPerCm2", "case", zh)).toBe("骨密度检查 › 第2次 › 全髋 › BMD");
  });

  it("says what an entry is when it has the document", () => {
    const record = { treatments: [{ agent: "calcium" }, { agent: "zoledronicAcid" }] };
    expect(placeWords("/treatments/1/start", "case", en, record)).toBe(
      `Treatments › treatment 2 (${en.agent("zoledronicAcid")}) › start`,
    );
    expect(placeWords("/treatments/1/start", "case", zh, record)).toBe(
      `治疗 › 第2项（${zh.agent("zoledronicAcid")}） › 开始`,
    );
  });

  it("keeps apart what one key means in a record and in a series", () => {
    expect(placeWords("/laboratory/0/laboratory", "case", zh)).toBe("实验室检查 › 第1次 › 检验科");
    expect(placeWords("/laboratory/intervals/0/laboratory", "series", zh)).toBe("实验室 › 参考区间 › 第1条 › 检验科");
    expect(placeWords("/plan/nextPregnancy/plan", "case", en)).toBe("Plans › next pregnancy › wish");
  });

  it("says where something stands in a literature", () => {
    const at = "/studies/0/arms/1/outcomes/2/readings/0/value";
    expect(placeWords(at, "literature", en)).toBe(
      "Studies › study 1 › arms › arm 2 › outcomes › outcome 3 › readings › reading 1 › value",
    );
    const document = { studies: [{ label: "A 2020", documents: ["a"] }] };
    expect(placeWords("/studies/0/documents/0", "literature", zh, document)).toBe(
      "研究 › 第1项（A 2020） › 研究所用文献 › 第1篇",
    );
    const named = {
      documents: [{ id: "a-2020", cite: "A 2020, abstract" }],
      studies: [
        {
          label: "A 2020",
          arms: [{ treatment: "none", outcomes: [{ site: "totalHip", readings: [{ document: "a-2020" }] }] }],
        },
      ],
    };
    expect(placeWords("/studies/0/arms/0/outcomes/0/readings/0/value", "literature", zh, named)).toBe(
      "研究 › 第1项（A 2020） › 组别 › 第1组（未用抗骨质疏松药） › 结局 › 第1项（全髋） › 数值记录 › 第1条（A 2020, abstract） › 数值",
    );
    expect(placeWords("", "literature", zh)).toBe("整个文献库");
    expect(sayValueAt("/studies/0/arms/0/treatment", "literature", "afterStopping", zh)).toBe("停药之后");
  });

  it("leaves an unknown key as it stands and says the whole document", () => {
    expect(placeWords("/scans/0/colour", "case", en)).toBe("Scans › scan 1 › “colour”");
    expect(placeWords("", "case", zh)).toBe("整份记录");
  });
});

describe("sayValueAt", () => {
  it("says terms, units, minus signs and absent values", () => {
    expect(sayValueAt("/scans/0/sites/lumbarSpine/bmdGPerCm2", "case", 0.618, en)).toBe("0.618 g/cm²");
    expect(sayValueAt("/scans/0/sites/lumbarSpine/zScore", "case", -3.1, zh)).toBe("−3.1");
    expect(sayValueAt("/fractures/0/modality", "case", "radiograph", zh)).toBe("X线片");
    expect(sayValueAt("/history/smoking", "case", "no", en)).toBe("no");
    expect(sayValueAt("/person/ageYears", "case", undefined, zh)).toBe("未记录");
    expect(sayValueAt("/fractures/0/heightLossPercent", "case", 30, en)).toBe("30%");
  });

  it("says a time as a time and its basis", () => {
    expect(sayValueAt("/scans/0/at", "case", { months: [39, 51], basis: "ambiguous" }, en)).toBe(
      `39 to 51 months; ${en.word("timeBasis", "ambiguous")}`,
    );
    expect(sayValueAt("/scans/0/at", "case", { date: [null, "2018-05"] }, zh)).toBe("至 2018-05");
  });

  it("lists the entries of a list of objects, one a line", () => {
    const treatments = [{ agent: "calcium" }, { agent: "calcitriol", ongoing: true }];
    expect(sayValueAt("/treatments", "case", treatments, en).split("\n")).toEqual([
      `1. agent: ${en.agent("calcium")}`,
      `2. agent: ${en.agent("calcitriol")}; ongoing: yes`,
    ]);
  });
});
