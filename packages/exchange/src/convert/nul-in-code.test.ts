import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { foundIn, rowsOf, type TestFolder, testFolder } from "./convert.fixture.ts";
import { convert } from "./convert.ts";

let folder: TestFolder;
beforeEach(() => {
  folder = testFolder();
});
afterEach(() => folder.remove());

const MAPPING = `schema: materbone/mapping/1
tables:
  - file: 病人.csv
    person: { id: 病案号, sex: 性别, birthDate: 出生日期 }
  - file: 诊断.csv
    events:
      - { kind: condition, person: 病案号, date: 日期, code: { column: 编码, system: ICD-10 } }
`;

const condition = (id: string, code: string): string =>
  JSON.stringify({
    resourceType: "Condition",
    id,
    subject: { reference: "Patient/7" },
    onsetDateTime: "2024-03-05",
    code: { coding: [{ system: "http://hl7.org/fhir/sid/icd-10-cm", code }] },
  });

const SOURCES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  FHIR: {
    "Patient.ndjson": `${JSON.stringify({ resourceType: "Patient", id: "7", gender: "female", birthDate: "1990-02-28" })}\n`,
    "Condition.ndjson": `${condition("1", "S3\u00002")}\n${condition("2", "M80.88XA")}\n`,
  },
  CSV: {
    "mapping.yaml": MAPPING,
    "病人.csv": "病案号,性别,出生日期\n7,女,1990-02-28\n",
    "诊断.csv": "病案号,编码,日期\n7,S3\u00002,2024-03-05\n7,M80.88XA,2024-03-05\n",
  },
};

describe.each(Object.entries(SOURCES))("%s with a NUL in one code", (_, files) => {
  it("is converted, the other codes with it", async () => {
    for (const [name, text] of Object.entries(files)) folder.write(join("in", name), text);
    const output = join(folder.path, "out");
    await convert(await foundIn(join(folder.path, "in")), { output, asOf: "2026-01-01" });
    const codes = "SELECT code FROM t ORDER BY code";
    expect(await rowsOf(output, "event", codes)).toEqual([["M80.88XA"], ["S3\u00002"]]);
  });
});
