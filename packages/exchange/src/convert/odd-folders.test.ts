import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { foundIn, rowsOf, SMALL_OMOP, type TestFolder, testFolder } from "./convert.fixture.ts";
import { convert } from "./convert.ts";

let folder: TestFolder;
beforeEach(() => {
  folder = testFolder();
});
afterEach(() => folder.remove());

const asOf = "2026-01-01";

/** Names that a reader of patterns takes for others, each with such another beside it. */
const FOLDERS: readonly (readonly [string, string])[] = [
  ["b[1]", "b1"],
  ["a*?", "abc"],
  [`it's "so"`, "its so"],
  ["病人[甲]", "病人甲"],
  ["person_id=5", "person_id=6"],
];

const MAPPING = `schema: materbone/mapping/1
tables:
  - file: 病人.csv
    person: { id: 病案号, sex: 性别, birthDate: 出生日期 }
`;

type Source = readonly (readonly [name: string, text: string])[];

const SOURCES: Readonly<Record<string, (person: number) => Source>> = {
  OMOP: (person) =>
    Object.entries(SMALL_OMOP).map(([name, text]) => [
      name,
      name === "PERSON.csv" ? text.replace("\n7,", `\n${person},`) : text,
    ]),
  FHIR: (person) => [
    [
      "Patient.ndjson",
      `${JSON.stringify({ resourceType: "Patient", id: String(person), gender: "female", birthDate: "1990-02-28" })}\n`,
    ],
  ],
  CSV: (person) => [
    ["mapping.yaml", MAPPING],
    ["病人.csv", `病案号,性别,出生日期\n${person},女,1990-02-28\n`],
  ],
};

describe.each(Object.entries(SOURCES))("%s in a folder with an odd name", (_, sourceOf) => {
  it.each(FOLDERS)("reads %s and nothing of %s, and writes there", async (name, decoy) => {
    for (const [file, text] of sourceOf(7)) folder.write(join(name, "in", file), text);
    for (const [file, text] of sourceOf(4000)) folder.write(join(decoy, "in", file), text);
    const [output, other] = [name, decoy].map((one) => join(folder.path, one, "out")) as [string, string];
    await convert(await foundIn(join(folder.path, decoy, "in")), { output: other, asOf });
    await convert(await foundIn(join(folder.path, name, "in")), { output, asOf });
    const persons = "SELECT source_id, sex FROM t WHERE source_id NOT IN ('8', '9')";
    expect(await rowsOf(output, "person", persons)).toEqual([["7", "female"]]);
    expect(await rowsOf(other, "person", persons)).toEqual([["4000", "female"]]);
  });
});
