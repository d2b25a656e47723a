import { type Cell, CONTRACT, type ContractTable } from "@materbone/finder";

/** Rows of the flat contract, cells in the order of its columns. */
export type ContractRows = Readonly<Record<ContractTable, readonly (readonly Cell[])[]>>;

/** SQL that makes the tables of the contract with these rows, in DuckDB and PostgreSQL alike. */
export function createTablesSql(rows: ContractRows): readonly string[] {
  const types = { integer: "bigint", double: "double precision", text: "text", date: "date", boolean: "boolean" };
  return Object.entries(CONTRACT).flatMap(([table, columns]) => [
    `CREATE TABLE ${table} (${Object.entries(columns)
      .map(([name, type]) => `"${name}" ${types[type]}`)
      .join(", ")})`,
    ...rows[table as ContractTable].map((row) => `INSERT INTO ${table} VALUES (${row.map(literal).join(", ")})`),
  ]);
}

function literal(cell: Cell): string {
  return typeof cell === "string" ? `'${cell.replaceAll("'", "''")}'` : String(cell ?? "NULL");
}

/** Three women and a man, with what engines get wrong: NULLs, ties, partial dates, Chinese, upper and lower case, quotes. */
const TABLES: ContractRows = {
  person: [
    [1, "a", "female", "1990-02-28", "1990-02-28", "Patient/a"],
    [2, "B", "female", "1988-01-01", "1988-12-31", "Patient/B"],
    [3, "中", "female", null, null, "Patient/中"],
    [4, "é", "male", "1960-06-30", "1960-06-30", "Patient/é"],
  ],
  event: [
    [1, "pregnancy", "SNOMED CT", "236973005", "2020-02-29", "2020-02-29", null, null, null, "Procedure/1"],
    [1, "condition", "ICD-10", "M80.08", "2020-08-29", "2020-08-29", null, null, null, "Condition/1"],
    [1, "condition", "ICD-10", "M80", "2021-08-29", "2021-08-29", null, null, null, "Condition/2"],
    [1, "measurement", "LOINC", "38267-1", "2020-09-01", "2020-09-30", -1.95, "{T-score}", "L1-L4", "Observation/1"],
    [1, "measurement", "LOINC", "38267-1", "2020-09-01", "2020-09-30", -1.95, "{T-score}", "L1-L4", "Observation/2"],
    [2, "pregnancy", "SNOMED CT", "236973005", "2021-01-31", "2021-01-31", null, null, null, "Procedure/2"],
    [2, "condition", "local", "腰痛", "2021-02-28", "2021-02-28", null, null, null, "Condition/3"],
    [2, "condition", "local", "O'Neil\\", null, null, 0, null, null, "Condition/4"],
    [3, "measurement", "LOINC", "24966-4", "2022-01-01", "2022-12-31", 0.845, "g/cm2", null, "Observation/3"],
    [3, "condition", "ICD-10", "m80.1", "2022-01-01", "2022-12-31", null, null, null, "Condition/5"],
    [4, "condition", "ICD-10", "M81.0", "2019-03-01", "2019-03-01", null, null, null, "Condition/6"],
  ],
  code: [],
  ancestor: [
    ["SNOMED CT", "1", "1"],
    ["SNOMED CT", "1", "236973005"],
  ],
};

/** With the codes that the events have, counted as conversion counts them. */
export const HOSPITAL: ContractRows = { ...TABLES, code: codesOf(TABLES.event) };

function codesOf(events: ContractRows["event"]): ContractRows["code"] {
  const counts = new Map<string, number>();
  for (const [, , system, code] of events) {
    const key = JSON.stringify([system, code]);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([key, count]): readonly Cell[] => [...JSON.parse(key), count]);
}
