import { createTerms } from "@materbone/clinical";
import { MAPPING_SCHEMA } from "@materbone/finder";
import { expect, it } from "vitest";
import type { TableHead } from "../../api/finder-keep-queries.ts";
import { mappingFit } from "./mapping-fit.ts";

const table = (name: string, columns: readonly string[], rows: TableHead["rows"]): TableHead => ({
  name,
  bytes: 100,
  encoding: "utf-8",
  delimiter: ",",
  columns,
  rows,
});

const HEADS = [
  table("病人.csv", ["病案号", "性别"], [["1", "女"]]),
  table("诊断.csv", ["病案号", "日期", "编码"], [["1", "2025-01-02", "腰痛待查"]]),
  table("费用.csv", ["病案号", "金额"], [["1", "3"]]),
];

const mapping = {
  schema: MAPPING_SCHEMA,
  tables: [
    { file: "病人.csv", person: { id: "病案号", sex: "性别" } },
    {
      file: "诊断.csv",
      events: [{ kind: "condition", person: "病案号", date: "日期", code: { column: "编码", system: "local" } }],
    },
  ],
};

const fit = (document: unknown, lang: "en" | "zh" = "en") =>
  mappingFit({ name: "mapping.yaml", document }, HEADS, createTerms(lang));

it("tells words that nobody knows and tables that are not named where all columns are there", () => {
  expect(fit(mapping)).toEqual({
    wrong: [],
    unseen: [{ file: "诊断.csv", words: ["腰痛待查"] }],
    unnamed: ["费用.csv"],
  });
});

it("tells columns and files that are not there, by file and place", () => {
  const [persons, events] = mapping.tables;
  const moved = {
    ...mapping,
    tables: [
      { ...persons, person: { id: "病案" } },
      { ...events, file: "诊疗.csv" },
    ],
  };
  const { wrong } = fit(moved);
  expect(wrong).toEqual([
    expect.stringMatching(/^病人\.csv, Identifier of the person: .*病案号/),
    expect.stringMatching(/^诊疗\.csv, Name of the file: /),
  ]);
  expect(fit(moved, "zh").wrong[0]).toMatch(/^病人\.csv，患者标识：/);
});

it("tells another encoding, and takes nothing that is no mapping", () => {
  expect(fit({ ...mapping, encoding: "gb18030" }).wrong[0]).toMatch(/^病人\.csv: The file is in UTF-8/);
  expect(mappingFit({ name: "m", said: "no YAML" }, HEADS, createTerms("en")).wrong).toEqual(["no YAML"]);
  for (const document of [null, "text", [], { tables: "x" }, { tables: [3] }]) {
    expect(fit(document).wrong.length).toBeGreaterThan(0);
  }
});
