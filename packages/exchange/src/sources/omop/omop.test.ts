import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { bytesOf, foundIn, rowsOf, SMALL_OMOP, type TestFolder, testFolder } from "../../convert/convert.fixture.ts";
import { convert } from "../../convert/convert.ts";
import { detect } from "../../detect/detect.ts";
import { zipOf } from "../zip.fixture.ts";

let folder: TestFolder;
let output: string;
beforeEach(() => {
  folder = testFolder();
  output = join(folder.path, "out");
});
afterEach(() => folder.remove());

const asOf = "2026-01-01";

function writeSmall(changes: Readonly<Record<string, string | undefined>> = {}): string {
  for (const [name, text] of Object.entries({ ...SMALL_OMOP, ...changes })) {
    if (text !== undefined) folder.write(`cdm/${name}`, text);
  }
  return join(folder.path, "cdm");
}

describe("OMOP CDM as CSV", () => {
  it("keeps the person's own number and the interval of a partial birth date", async () => {
    await convert(await foundIn(writeSmall()), { output, asOf });
    expect(await rowsOf(output, "person", "FROM t")).toEqual([
      ["7", "7", "female", "1990-02-28", "1990-02-28", "person/7"],
      // 1 January at midnight beside a missing month is how a year alone is often written.
      ["8", "8", "female", "1991-01-01", "1991-12-31", "person/8"],
      ["9", "9", "male", "1985-12-01", "1985-12-31", "person/9"],
    ]);
  });

  it("gives a row per coding, all with one source_ref", async () => {
    await convert(await foundIn(writeSmall()), { output, asOf });
    expect(
      await rowsOf(output, "event", "SELECT kind, system, code, person_id, date_low, value, unit, source_ref FROM t"),
    ).toEqual([
      ["condition", "ICD-10-CM", "M80.88XA", "7", "2024-03-05", null, null, "condition_occurrence/1"],
      ["measurement", "LOINC", "85394-5", "7", "2024-03-05", -2.4, "{Z-score}", "measurement/1"],
      ["measurement", "LOINC", "85394-5", "7", "2024-03-05", null, "克", "measurement/2"],
      ["condition", "OMOP", "101", "7", "2024-03-05", null, null, "condition_occurrence/1"],
      ["condition", "OMOP", "101", "9", "2024-03-07", null, null, "condition_occurrence/3"],
      ["measurement", "OMOP", "102", "7", "2024-03-05", -2.4, "{Z-score}", "measurement/1"],
      ["measurement", "OMOP", "102", "7", "2024-03-05", null, "克", "measurement/2"],
      ["condition", "SNOMED CT", "443165006", "7", "2024-03-05", null, null, "condition_occurrence/1"],
      ["condition", "SNOMED CT", "443165006", "9", "2024-03-07", null, null, "condition_occurrence/3"],
      ["condition", "local", 'x, "y"', "9", "2024-03-07", null, null, "condition_occurrence/3"],
      ["condition", "local", "腰痛", "8", "2024-03-06", null, null, "condition_occurrence/2"],
    ]);
    expect(await rowsOf(output, "ancestor", "FROM t")).toEqual([["OMOP", "100", "101"]]);
  });

  it("reads a zip archive, whatever the names in it, and passes over what packing adds", async () => {
    await convert(await foundIn(writeSmall()), { output, asOf });
    const inside = Object.entries(SMALL_OMOP).map(([name, text]) => [`a';[*]/${name}`, text]);
    const litter = {
      "__MACOSX/._PERSON.csv": "x",
      "a';[*]/.hidden.csv": "x",
      "a';[*]/COST.csv": "cost_id,amount\n1,2\n",
    };
    const path = folder.write("cdm'.zip", zipOf({ ...Object.fromEntries(inside), ...litter }));
    expect(await detect(path)).toMatchObject({
      ignored: expect.arrayContaining([
        { name: "cdm'.zip/__MACOSX/._PERSON.csv", why: "archiveLitter" },
        { name: "cdm'.zip/a';[*]/COST.csv", why: "notNeeded" },
      ]),
    });
    const other = join(folder.path, "other");
    await convert(await foundIn(path), { output: other, asOf });
    expect(bytesOf(other).slice(0, 3)).toEqual(bytesOf(output).slice(0, 3));
  });

  it("refuses an archive whose names lead out of it", async () => {
    const path = folder.write("cdm.zip", zipOf({ "../../person.csv": SMALL_OMOP["PERSON.csv"] ?? "" }));
    expect(await detect(path)).toMatchObject({ kind: "refused", ignored: [{ name: "cdm.zip", why: "damaged" }] });
  });

  it("writes the same bytes whatever the number of threads", async () => {
    const found = await foundIn(writeSmall());
    await convert(found, { output, asOf, threads: 1 });
    const other = join(folder.path, "other");
    await convert(found, { output: other, asOf, threads: 2 });
    expect(bytesOf(other)).toEqual(bytesOf(output));
  });

  it("names what is missing and what is lost", async () => {
    const path = writeSmall({ "MEASUREMENT.csv": undefined, "concept.csv": undefined });
    expect(await detect(path)).toMatchObject({
      kind: "found",
      missing: [
        { part: "procedure_occurrence", lost: "procedures" },
        { part: "measurement", lost: "measurements" },
        { part: "drug_exposure", lost: "drugs" },
        { part: "observation", lost: "observations" },
        { part: "visit_occurrence", lost: "visits" },
        { part: "concept", lost: "otherCodes" },
      ],
    });
    await convert(await foundIn(path), { output, asOf });
    expect(
      await rowsOf(output, "event", "SELECT system, code FROM t WHERE source_ref = 'condition_occurrence/1'"),
    ).toEqual([
      ["OMOP", "101"],
      ["local", "M80.88XA"],
    ]);
  });

  it("refuses a CDM without persons", async () => {
    expect(await detect(writeSmall({ "PERSON.csv": undefined }))).toMatchObject({
      kind: "refused",
      why: { kind: "noPersons", format: "omop" },
    });
  });

  it("tells a birth after the day of which the data are read from a date that cannot be read", async () => {
    const head = "person_id,gender_concept_id,year_of_birth,month_of_birth,day_of_birth";
    const path = writeSmall({ "person.csv": `${head}\n7,8532,2099,1,1\n8,8532,1990,2,30\n` });
    const { manifest } = await convert(await foundIn(path), { output, asOf });
    expect(manifest.problems.listed).toEqual(
      expect.arrayContaining([
        { kind: "futureBirth", file: "person.csv", line: 2 },
        { kind: "badDate", file: "person.csv", line: 3 },
      ]),
    );
  });

  it("takes no date of the year 0, which there is not", async () => {
    const persons = ["7,8532,0,,,", "8,8532,0,5,6,", "9,8532,,,,0000-05-06 00:00:00", "10,8532,1,,,"];
    const found = await foundIn(
      writeSmall({
        "PERSON.csv": `${["person_id,gender_concept_id,year_of_birth,month_of_birth,day_of_birth,birth_datetime", ...persons].join("\n")}\n`,
        "Condition_Occurrence.csv":
          "condition_occurrence_id,person_id,condition_concept_id,condition_start_date\n1,7,101,0000-05-06\n2,7,101,00000506\n3,7,101,0001-05-06\n",
        "MEASUREMENT.csv": undefined,
      }),
    );
    const { manifest } = await convert(found, { output, asOf });
    expect(manifest.problems.totals).toEqual({ badDate: 4, noBirthDate: 1 });
    expect(await rowsOf(output, "person", "SELECT person_id, birth_low, birth_high FROM t")).toEqual([
      ["7", null, null],
      ["8", null, null],
      ["9", null, null],
      ["10", "0001-01-01", "0001-12-31"],
    ]);
    const days = "SELECT source_ref, date_low FROM t WHERE system = 'OMOP' ORDER BY source_ref";
    expect(await rowsOf(output, "event", days)).toEqual([
      ["condition_occurrence/1", null],
      ["condition_occurrence/2", null],
      ["condition_occurrence/3", "0001-05-06"],
    ]);
  });

  it("names the line of a bad record behind a line break inside quotation marks", async () => {
    const head = "condition_occurrence_id,person_id,condition_concept_id,condition_start_date,condition_source_value";
    const rows = '1,7,101,2024-03-05,"back\npain"\n2,7,101\n3,7,101,2024-13-05,\n';
    const path = writeSmall({ "condition_occurrence.csv": `${head}\n${rows}` });
    const { manifest } = await convert(await foundIn(path), { output, asOf });
    expect(manifest.problems.listed).toContainEqual(expect.objectContaining({ kind: "badLine", line: 4 }));
    expect(manifest.problems.listed).toContainEqual({ kind: "badDate", file: "condition_occurrence.csv", line: 5 });
  });

  it("reports by file and line what it does not use, and refuses all of it when strict", async () => {
    const path = writeSmall({
      "Condition_Occurrence.csv": `condition_occurrence_id,person_id,condition_concept_id,condition_start_date
1,7,101,2024-03-05
2,7,101
3,7,101,2099-01-01
4,7,101,2024-02-30
5,,101,2024-03-05
6,77,101,2024-03-05
7,7,101,2024-03-05
7,7,101,2024-03-05
8,7,101,2024-03-05
8,7,101,2024-03-06
`,
    });
    const found = await foundIn(path);
    await expect(convert(found, { output, asOf, strict: true })).rejects.toMatchObject({ trouble: { kind: "strict" } });
    const { manifest } = await convert(found, { output, asOf });
    const file = "Condition_Occurrence.csv";
    expect(manifest.problems.totals).toEqual({
      badLine: 1,
      noPerson: 1,
      badDate: 1,
      futureDate: 1,
      duplicateCopy: 1,
      duplicateConflict: 1,
      unknownPerson: 1,
    });
    expect(manifest.problems.listed).toEqual(
      expect.arrayContaining([
        { kind: "badLine", file, line: 3, byte: expect.any(Number), why: "columns" },
        { kind: "futureDate", file, line: 4 },
        { kind: "badDate", file, line: 5 },
        { kind: "noPerson", file, line: 6 },
        { kind: "duplicateConflict", file, used: "always" },
      ]),
    );
    const refs = await rowsOf(
      output,
      "event",
      "SELECT source_ref, count(*) FROM t WHERE code = '101' GROUP BY ALL ORDER BY ALL",
    );
    expect(refs).toEqual([1, 4, 7, 8].map((id) => [`condition_occurrence/${id}`, "1"]));
  });
});

describe("OMOP CDM as Parquet", () => {
  async function writeParquet(select: string): Promise<void> {
    mkdirSync(join(folder.path, "cdm"), { recursive: true });
    const instance = await DuckDBInstance.create(":memory:");
    const connection = await instance.connect();
    await connection.run(`COPY (${select}) TO '${join(folder.path, "cdm", "condition_occurrence.parquet")}'`);
    connection.closeSync();
    instance.closeSync();
  }
  const row = "1 AS condition_occurrence_id, 7 AS person_id";

  it("casts other types", async () => {
    writeSmall({ "Condition_Occurrence.csv": undefined });
    await writeParquet(
      "SELECT '1' AS condition_occurrence_id, 7.0::DOUBLE AS person_id, 101::SMALLINT AS condition_concept_id, TIMESTAMP '2024-03-05 23:59:00' AS condition_start_date",
    );
    await convert(await foundIn(join(folder.path, "cdm")), { output, asOf });
    expect(
      await rowsOf(
        output,
        "event",
        "SELECT person_id, date_low, source_ref FROM t WHERE kind = 'condition' AND system = 'OMOP'",
      ),
    ).toEqual([["7", "2024-03-05", "condition_occurrence/1"]]);
  });

  it.each([
    ["DATE '0001-05-06 (BC)'", null],
    ["DATE '-infinity'", null],
    ["TIMESTAMP '0001-05-06 (BC) 01:02:03'", null],
    ["DATE '10000-01-01'", null],
    ["DATE '9999-12-31'", "future"],
    ["DATE '0001-01-01'", "0001-01-01"],
  ])("takes a typed date of the years 1 to 9999 alone: %s", async (date, day) => {
    writeSmall({ "Condition_Occurrence.csv": undefined, "MEASUREMENT.csv": undefined });
    await writeParquet(`SELECT ${row}, 101 AS condition_concept_id, ${date} AS condition_start_date`);
    const { manifest } = await convert(await foundIn(join(folder.path, "cdm")), { output, asOf });
    const isFuture = day === "future";
    expect(manifest.problems.totals).toEqual(isFuture ? { futureDate: 1 } : day === null ? { badDate: 1 } : {});
    expect(await rowsOf(output, "event", "SELECT date_low FROM t WHERE system = 'OMOP'")).toEqual(
      isFuture ? [] : [[day]],
    );
  });

  it.each([
    [
      `${row}, [101] AS condition_concept_id, DATE '2024-03-05' AS condition_start_date`,
      "condition_concept_id",
      "INTEGER[]",
      "integer",
    ],
    [`${row}, 101 AS condition_concept_id, 19787 AS condition_start_date`, "condition_start_date", "INTEGER", "date"],
  ])("refuses a type from which nothing can be read: %s", async (select, column, foundType, wanted) => {
    writeSmall({ "Condition_Occurrence.csv": undefined });
    await writeParquet(`SELECT ${select}`);
    const { manifest } = await convert(await foundIn(join(folder.path, "cdm")), { output, asOf });
    expect(manifest.problems.listed).toEqual([
      { kind: "columnType", file: "condition_occurrence.parquet", column, found: foundType, wanted },
    ]);
  });
});
