import { readdirSync, readFileSync } from "node:fs";

/** One test of the official suite of SQL-on-FHIR v2, as its file has it. */
export type OfficialTest = {
  /** `basic: two columns`, unique. */
  readonly name: string;
  readonly view: unknown;
  readonly resources: readonly unknown[];
  readonly expect?: readonly Readonly<Record<string, unknown>>[];
  readonly expectColumns?: readonly string[];
  readonly expectError?: boolean;
};

type OfficialFile = {
  readonly title: string;
  readonly resources: readonly unknown[];
  readonly tests: readonly (Omit<OfficialTest, "name" | "resources"> & { readonly title: string })[];
};

const folder = new URL("../../golden/sql-on-fhir/", import.meta.url);

/** The tests of `golden/sql-on-fhir`. */
export function officialTests(): readonly OfficialTest[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json") && name !== "unsupported.json")
    .sort()
    .flatMap((name) => {
      const file = JSON.parse(readFileSync(new URL(name, folder), "utf8")) as OfficialFile;
      const { resources } = file;
      return file.tests.map(({ title, ...test }) => ({ ...test, resources, name: `${name.slice(0, -5)}: ${title}` }));
    });
}

/** Tests that an implementation does not pass, with the reason: `golden/sql-on-fhir/unsupported.json`. */
export function unsupported(engine: "evaluator" | "duckdb"): ReadonlyMap<string, string> {
  const lists = JSON.parse(readFileSync(new URL("unsupported.json", folder), "utf8")) as Record<
    string,
    Record<string, string>
  >;
  return new Map(Object.entries(lists[engine] ?? {}));
}

/** Rows as texts that are equal where the rows are, in any order of rows and columns. */
export function unordered(rows: readonly Readonly<Record<string, unknown>>[]): readonly string[] {
  return rows.map((row) => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))).sort();
}
