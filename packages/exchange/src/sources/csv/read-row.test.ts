import { join } from "node:path";
import { type Mapping, mappingSchema, mappingYaml, readRow } from "@materbone/finder";
import { afterEach, beforeEach, expect, it } from "vitest";
import { foundIn, rowsOf, type TestFolder, testFolder } from "../../convert/convert.fixture.ts";
import { convert } from "../../convert/convert.ts";

let folder: TestFolder;
beforeEach(() => {
  folder = testFolder();
});
afterEach(() => folder.remove());

const mapping: Mapping = mappingSchema.parse({
  schema: "materbone/mapping/1",
  sexes: { female: ["女婴"], male: ["Knabe"] },
  tables: [
    { file: "p.csv", person: { id: "id", sex: "sex", birthDate: "born" } },
    {
      file: "e.csv",
      events: [
        {
          kind: "measurement",
          person: "id",
          date: "day",
          code: {
            column: "word",
            system: "LOINC",
            values: { 骨密度: "38263-0", 腰痛: { system: "local", code: "pain" } },
          },
          value: "value",
          unit: { column: "unit" },
          site: "site",
        },
        {
          kind: "condition",
          person: "id",
          date: "day",
          code: { column: "word" },
          value: "value",
          unit: { fixed: "1" },
        },
        { kind: "imaging", person: "id", date: "day", code: { system: "local", code: "mri" } },
      ],
    },
  ],
});

const SEXES = [
  "女",
  "F",
  "FEMALE",
  "女婴",
  "男",
  "m",
  "knabe",
  "KNABE",
  "其他",
  "",
  "  女 ",
  "\u3000女",
  "女\u00a0",
  "\t女",
];
const DAYS = [
  "2024-03-05",
  "2024-3-5",
  "2024-03-05T23:30:00-05:00",
  "2024-03-05 08:00:00",
  "2024/3/5",
  "2024/03/05 08:00",
  "20240305",
  "2024年3月5日",
  "2024年3月5日8时",
  "2024.3.5",
  "2024-03",
  "2024年3月",
  "2024年",
  "2024",
  "2024-13",
  "0000-05",
  "0000年",
  "0000/2/3",
  "2023-02-29",
  "2024-02-30",
  "2024/13/1",
  "45356",
  "45356.5",
  "05/03/2024",
  "明天",
  "",
  " 2024-03-05 ",
  "\u30002024-03-05",
  "2024-03-05x",
];
const VALUES = [
  "-2.4",
  "0",
  "+1.5",
  ".5",
  "5.",
  "1e3",
  "1,5",
  "<0.1",
  "未测",
  "",
  " 2 ",
  "1e999",
  "阴性",
  "1_000",
  "\u30002\u2009",
  "0x10",
  "1E-2",
  "nan",
];
const WORDS = ["骨密度", "腰痛", "外伤", "", " 骨密度 ", "\u3000骨密度", "constructor", "toString"];

it("reads a row in the browser as the conversion does", async () => {
  const quoted = (cells: readonly string[]): string => cells.map((cell) => `"${cell}"`).join(",");
  const count = Math.max(SEXES.length, DAYS.length, VALUES.length, WORDS.length) * 2;
  const numbers = Array.from({ length: count }, (_, index) => index);
  const at = (list: readonly string[], index: number): string => list[index % list.length] ?? "";
  const persons = numbers.map((n) => [`p${n}`, at(SEXES, n), at(DAYS, n)]);
  const events = numbers.map((n) => [
    `p${n}`,
    at(DAYS, n),
    at(WORDS, n),
    at(VALUES, n),
    n % 3 === 0 ? "" : "g/cm2",
    n % 2 === 0 ? " L1 " : "",
  ]);
  folder.write("in/mapping.yaml", mappingYaml(mapping));
  folder.write("in/p.csv", ["id,sex,born", ...persons.map(quoted)].join("\n"));
  folder.write("in/e.csv", ["id,day,word,value,unit,site", ...events.map(quoted)].join("\n"));
  const output = join(folder.path, "out");
  const { manifest } = await convert(await foundIn(join(folder.path, "in")), { output, asOf: "2026-01-01" });

  const [personTable, eventTable] = mapping.tables;
  if (personTable === undefined || eventTable === undefined) throw new Error("two tables");
  const read = persons.map((cells) => readRow(mapping, personTable, ["id", "sex", "born"], cells).person);
  const readEvents = events.flatMap(
    (cells) => readRow(mapping, eventTable, ["id", "day", "word", "value", "unit", "site"], cells).events,
  );
  const first = (iso: string | undefined): string | null =>
    iso === undefined ? null : `${iso}${iso.length === 4 ? "-01-01" : iso.length === 7 ? "-01" : ""}`;
  const byText = (a: readonly unknown[], b: readonly unknown[]): number =>
    JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;

  expect(
    [...(await rowsOf(output, "person", "SELECT source_id, sex, CAST(birth_low AS VARCHAR) FROM t"))].sort(byText),
  ).toEqual(read.map((person) => [person?.id, person?.sex ?? null, first(person?.birth)]).sort(byText));
  const sql = "SELECT kind, system, code, CAST(date_low AS VARCHAR), value, unit, site FROM t";
  expect([...(await rowsOf(output, "event", sql))].sort(byText)).toEqual(
    readEvents
      .filter(({ code }) => code !== undefined)
      .map(({ kind, system, code, day, value, unit, site }) => [
        kind,
        system,
        code,
        first(day),
        value ?? null,
        unit ?? null,
        site ?? null,
      ])
      .sort(byText),
  );
  const totals: Record<string, number> = {};
  for (const fault of [...read, ...readEvents].flatMap((one) => one?.faults ?? [])) {
    totals[fault] = (totals[fault] ?? 0) + 1;
  }
  // Of words that no definition knows the conversion counts each once, and their rows apart.
  const { totals: told, unseenRows } = manifest.problems;
  expect(totals).toEqual({ ...told, unseenCode: unseenRows });
});
