import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { detect } from "../detect/detect.ts";
import type { Found } from "../detect/found.ts";
import { theFiles } from "./sql-text.ts";

export type TestFolder = {
  readonly path: string;
  readonly write: (name: string, content: string | Buffer) => string;
  readonly remove: () => void;
};

export function testFolder(): TestFolder {
  const path = mkdtempSync(join(tmpdir(), "materbone-convert-"));
  return {
    path,
    write: (name, content) => {
      const file = join(path, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
      return file;
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

export async function foundIn(path: string): Promise<Found> {
  const detection = await detect(path);
  if (detection.kind !== "found") throw new Error(`refused: ${JSON.stringify(detection.why)}`);
  return detection.found;
}

/** Rows of a statement over a table of a conversion: `from` stands for its file. */
export async function rowsOf(output: string, table: string, select: string): Promise<readonly (readonly unknown[])[]> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  try {
    const file = theFiles([join(output, `${table}.parquet`)]);
    const answer = await connection.runAndReadAll(`WITH t AS (FROM read_parquet(${file})) ${select}`);
    return answer.getRowsJson();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

export function bytesOf(output: string): readonly Buffer[] {
  return ["person.parquet", "event.parquet", "code.parquet", "ancestor.parquet", "manifest.json"].map((name) =>
    readFileSync(join(output, name)),
  );
}

/** A small OMOP CDM of three women, written by hand: names of columns from the CDM 5.4 specification. */
export const SMALL_OMOP: Readonly<Record<string, string>> = {
  "PERSON.csv": `person_id,gender_concept_id,year_of_birth,month_of_birth,day_of_birth,birth_datetime
7,8532,1990,2,28,
8,8532,1991,,,1991-01-01 00:00:00
9,8507,1985,12,,
`,
  "Condition_Occurrence.csv": `condition_occurrence_id,person_id,condition_concept_id,condition_start_date,condition_source_value,condition_source_concept_id
1,7,101,2024-03-05,M80.88XA,201
2,8,0,2024-03-06,腰痛,0
3,9,101,20240307,"x, ""y""",
`,
  "MEASUREMENT.csv":
    `measurement_id\tperson_id\tmeasurement_concept_id\tmeasurement_date\tvalue_as_number\tunit_concept_id\tunit_source_value
1\t7\t102\t2024-03-05\t-2.4\t301\tg
2\t7\t102\t2024-03-05\t\t0\t克
`.replaceAll("\n", "\r\n"),
  "concept.csv": `concept_id,concept_name,domain_id,vocabulary_id,concept_class_id,standard_concept,concept_code
101,a,Condition,SNOMED,Clinical Finding,S,443165006
102,b,Measurement,LOINC,Lab Test,S,85394-5
201,c,Condition,ICD10CM,ICD10 code,,M80.88XA
301,d,Unit,UCUM,Unit,S,"{Z-score}"
`,
  "concept_ancestor.csv": `ancestor_concept_id,descendant_concept_id,min_levels_of_separation,max_levels_of_separation
100,101,1,1
`,
};
