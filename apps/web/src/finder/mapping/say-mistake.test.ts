import { createTerms } from "@materbone/clinical";
import { MAPPING_SCHEMA, type Mapping, readMapping } from "@materbone/finder";
import { expect, it } from "vitest";
import { sayMistake } from "./say-mistake.ts";

const mapping: Mapping = {
  schema: MAPPING_SCHEMA,
  tables: [
    { file: "病人.csv", person: { id: "" } },
    {
      file: "诊断.csv",
      events: [
        { kind: "condition", person: "病案号", date: "", code: { column: "", system: "local" } },
        { kind: "imaging", person: "病案号", date: "日期", code: { system: "", code: "" }, unit: { fixed: "" } },
      ],
    },
  ],
};

function said(document: Mapping, lang: "en" | "zh", files?: Parameters<typeof readMapping>[1]): readonly string[] {
  const read = readMapping(document, files);
  if (read.kind === "mapping") return [];
  return read.mistakes.map((mistake) => {
    const { table, place, said: sentence } = sayMistake(mistake, document, createTerms(lang));
    return `${table ?? "-"} ${place}: ${sentence}`;
  });
}

it("says what is not chosen yet by its place in words", () => {
  expect(said(mapping, "en")).toEqual([
    "0 Identifier of the person: Choose a column.",
    "1 Event 1, Day of the event: Choose a column.",
    "1 Event 1, Code or word: Choose a column.",
    "1 Event 2, Code system: Fill this in.",
    "1 Event 2, Code for all rows: Fill this in.",
    "1 Event 2, Unit: Fill this in.",
  ]);
  expect(said(mapping, "zh")).toContain("1 事件 1，事件日期: 请选择列。");
});

it("says other mistakes as the finder does, with the nearest column", () => {
  const [person] = said({ ...mapping, tables: [{ file: "病人.csv", person: { id: "病案" } }] }, "en", [
    { name: "病人.csv", columns: ["病案号"] },
  ]);
  expect(person).toMatch(/^0 Identifier of the person: .*"病案号"/);
  expect(said({ ...mapping, tables: [{ file: "病人.csv" }] }, "en")[0]).toMatch(/^- : No table has "person"/);
});
