import { type Cell, CONTRACT, type ContractTable, type PersonTables, type Query, type Row } from "@materbone/finder";
import fc from "fast-check";
import { toValues } from "./semantics-vectors.fixture.ts";

/** What the definition of the paper looks at: fractures of a first and of a later visit, an accident, other causes, a drug. */
const CODES = [
  ["ICD-10", "M80.800x001"],
  ["ICD-10-CM", "S32.010A"],
  ["ICD-10-CM", "S32.010S"],
  ["ICD-10", "V89.2"],
  ["ICD-10-CM", "V43.52XD"],
  ["ICD-10", "Q78.0"],
  ["ICD-10", "C90.0"],
  ["ICD-10", "Q87.4"],
  ["ATC", "M05BA08"],
] as const;

/** A second coding of the same record: of another system, of a first visit, of a later one. */
const BESIDE = [
  ["SNOMED CT", "443165006"],
  ["ICD-10-CM", "S32.010A"],
  ["ICD-10-CM", "S32.010D"],
  ["ICD-10-CM", "S72.301G"],
] as const;

/** A day, a month or a year around a delivery on 10 March 2024, or no date. */
const dates = fc.oneof(
  fc
    .integer({ min: 0, max: 700 })
    .map((days) => new Date(Date.UTC(2023, 10, 1 + days)).toISOString().slice(0, 10))
    .map((day) => [day, day] as const),
  fc.constantFrom(
    ["2024-03-01", "2024-03-31"] as const,
    ["2024-06-01", "2024-06-30"] as const,
    ["2024-01-01", "2024-12-31"] as const,
    ["2025-01-01", "2025-12-31"] as const,
    ["2025-12-20", "2025-12-20"] as const,
    ["2027-02-01", "2027-02-01"] as const,
    ["2026-03-01", "2026-03-31"] as const,
    [null, null] as const,
  ),
);

/** A delivery beside that of 10 March 2024 that is none, or certainly, possibly or not at all one with it by its days. */
const otherBirths = fc.constantFrom(
  undefined,
  undefined,
  ["2024-02-01", "2024-02-29"] as const,
  ["2023-10-01", "2023-10-31"] as const,
  ["2023-04-01", "2023-04-30"] as const,
  ["2023-01-01", "2023-12-31"] as const,
  ["2025-01-01", "2025-12-31"] as const,
);

/** Women whose records leave days open, each with her rows of the contract; equal for equal seeds. */
export function uncertainWomen(seed: number, women: number): readonly PersonTables[] {
  const beside = fc.option(fc.constantFrom(...BESIDE), { nil: undefined });
  const events = fc.array(fc.tuple(fc.constantFrom(...CODES), dates, beside), { maxLength: 6 });
  return fc.sample(fc.tuple(events, otherBirths), { seed, numRuns: women }).map(([own, birth], index): PersonTables => {
    const person_id = index + 1;
    const births = [["2024-03-10", "2024-03-10"] as const, ...(birth === undefined ? [] : [birth])];
    const rows = own.flatMap(([first, [low, high], second], number) =>
      [first, ...(second === undefined ? [] : [second])].map(([system, code]) =>
        eventRow(person_id, number, system, code, low, high),
      ),
    );
    return {
      person: [
        {
          person_id,
          source_id: `w${person_id}`,
          sex: "female",
          birth_low: "1992-05-05",
          birth_high: "1992-05-05",
          source_ref: `person/${person_id}`,
        },
      ],
      event: [
        ...births.map(([low, high], number) => eventRow(person_id, 98 + number, "SNOMED CT", "11466000", low, high)),
        ...rows,
      ],
      ancestor: [],
    };
  });
}

/** The query over these rows, which stand in the statement itself, in place of the tables of the contract. */
export function overRows(query: Query, people: readonly PersonTables[]): Query {
  const event = people.flatMap((tables) => tables.event);
  const codes = new Map(
    event.map(({ system = null, code = null }) => [`${system} ${code}`, { system, code, events: 1 }]),
  );
  const rows: Readonly<Record<ContractTable, readonly Row[]>> = {
    person: people.flatMap((tables) => tables.person),
    event,
    code: [...codes.values()],
    ancestor: [{ system: "OMOP", ancestor_code: "1", descendant_code: "1" }],
  };
  const given = Object.entries(CONTRACT).map(([table, columns]) => ({
    name: `given_${table}`,
    relation: toValues({
      columns,
      rows: rows[table as ContractTable].map((row) => Object.keys(columns).map((name): Cell => row[name] ?? null)),
    }),
  }));
  const { steps, result } = JSON.parse(JSON.stringify(query), (_, value) =>
    value?.kind === "contract" ? { kind: "step", name: `given_${value.table}` } : value,
  ) as Query;
  return { steps: [...given, ...steps], result };
}

function eventRow(
  person_id: number,
  number: number,
  system: string,
  code: string,
  date_low: string | null,
  date_high: string | null,
): Row {
  const source_ref = `event/${person_id}-${number}`;
  return {
    person_id,
    kind: "condition",
    system,
    code,
    date_low,
    date_high,
    value: null,
    unit: null,
    site: null,
    source_ref,
  };
}
