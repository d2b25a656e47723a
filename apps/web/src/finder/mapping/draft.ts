import {
  isOfTable,
  MAPPING_SCHEMA,
  type MappedEvent,
  type Mapping,
  type MappingTable,
  suggestCodes,
  suggestKind,
  suggestMapping,
  suggestSystem,
} from "@materbone/finder";
import type { TableHead } from "../../api/finder-keep-queries.ts";

/** A table of a mapping while it is edited: columns that are not chosen yet are empty texts. */
export type DraftTable = {
  /** Tells it from the others while they are edited. */
  readonly id: number;
  readonly isUsed: boolean;
  readonly table: MappingTable;
};

/** A mapping while it is edited. */
export type Draft = Omit<Mapping, "tables" | "schema"> & {
  readonly tables: readonly DraftTable[];
  /** State of the kept mapping that it began from; absent where it began from none. */
  readonly from?: string;
};

/** What a column may be for the persons of a table, or for one kind of its events. */
export const ROLES = ["person", "sex", "birthDate", "date", "code", "value", "unit", "site"] as const;
export type Role = (typeof ROLES)[number];

/** A mapping suggested from headings and samples, to be confirmed: files whose names differ in digits alone are one table. */
export function suggestedDraft(heads: readonly TableHead[]): Draft {
  const encodings = new Set(heads.map(({ encoding }) => encoding));
  const [common] = encodings;
  const groups = new Map<string, TableHead>();
  for (const head of heads) {
    const pattern = patternOf(head, heads);
    if (!groups.has(pattern)) groups.set(pattern, head);
  }
  return {
    ...(encodings.size === 1 && common !== undefined ? { encoding: common } : {}),
    tables: [...groups].map(([file, head], id) => {
      const own = encodings.size === 1 ? {} : { encoding: head.encoding };
      const table = { file, ...own, ...suggestedParts(head) };
      return { id, isUsed: tells(table), table };
    }),
  };
}

/** A mapping that is there, with the tables at hand that it does not name as not used. */
export function draftOf(mapping: Mapping, heads: readonly TableHead[]): Draft {
  const { schema: _, tables, ...rest } = mapping;
  const others = heads.filter(({ name }) => !tables.some((table) => isOfTable(table, name)));
  return {
    ...rest,
    tables: [
      ...tables.map((table) => ({ isUsed: true, table })),
      ...others.map((head) => ({ isUsed: false, table: { file: bareName(head.name), ...suggestedParts(head) } })),
    ].map((table, id) => ({ id, ...table })),
  };
}

/** The document that the draft stands for; empty texts stay where something must be chosen. */
export function documentOf({ tables, sexes, from: _, ...rest }: Draft): Mapping {
  const hasWords = sexes !== undefined && sexes.female.length + sexes.male.length > 0;
  return {
    schema: MAPPING_SCHEMA,
    ...rest,
    ...(hasWords ? { sexes } : {}),
    tables: tables.filter(({ isUsed }) => isUsed).map(({ table }) => table),
  };
}

/** The tables at hand that a table of the draft means. */
export function headsOf(table: Pick<MappingTable, "file">, heads: readonly TableHead[]): readonly TableHead[] {
  return table.file === "" ? [] : heads.filter(({ name }) => isOfTable({ file: table.file }, name));
}

/** The first role that a column has for the persons of a table and one of its events. */
export function roleOf(table: MappingTable, event: number, column: string): Role | undefined {
  return ROLES.find((role) => columnOf(table, event, role) === column);
}

/** The column that has a role. */
export function columnOf({ person, events }: MappingTable, event: number, role: Role): string | undefined {
  const shown = events?.[event];
  switch (role) {
    case "person":
      return shown?.person ?? person?.id;
    case "sex":
      return person?.sex;
    case "birthDate":
      return person?.birthDate;
    case "date":
      return shown?.date;
    case "code":
      return shown !== undefined && "column" in shown.code ? shown.code.column : undefined;
    case "value":
      return shown?.value;
    case "unit":
      return shown?.unit !== undefined && "column" in shown.unit ? shown.unit.column : undefined;
    case "site":
      return shown?.site;
  }
}

/**
 * Gives a column another role, or none. What had the role before gives it up; a part of the table that the role needs, the
 * persons or the event, comes into being.
 */
export function withRole(
  table: MappingTable,
  event: number,
  column: string,
  role: Role | undefined,
  head: TableHead | undefined,
): MappingTable {
  const before = roleOf(table, event, column);
  const freed = before === undefined ? table : setColumn(table, event, before, undefined, head);
  return role === undefined ? freed : setColumn(freed, event, role, column, head);
}

/** The table with another column in a role; `undefined` for none. */
export function setColumn(
  table: MappingTable,
  event: number,
  role: Role,
  column: string | undefined,
  head: TableHead | undefined,
): MappingTable {
  if (role === "sex" || role === "birthDate") {
    if (table.person === undefined && column === undefined) return table;
    const person = table.person ?? { id: columnOf(table, event, "person") ?? "" };
    return { ...table, person: withKey(person, role, column) };
  }
  if (role === "person") {
    const person = table.person === undefined ? undefined : { ...table.person, id: column ?? "" };
    const events = table.events?.map((one, index) => (index === event ? { ...one, person: column ?? "" } : one));
    return { ...table, ...(person === undefined ? {} : { person }), ...(events === undefined ? {} : { events }) };
  }
  if (table.events?.[event] === undefined && column === undefined) return table;
  const events = [...(table.events ?? [])];
  const one = events[event] ?? blankEvent(table);
  events[event] = eventWith(one, role, column, head);
  return { ...table, events };
}

/** An event of which nothing but the person is chosen yet. */
export function blankEvent(table: MappingTable): MappedEvent {
  const [first] = table.events ?? [];
  return {
    kind: first?.kind ?? suggestKind(table.file, false),
    person: first?.person ?? table.person?.id ?? "",
    date: first?.date ?? "",
    code: { column: "", system: "local" },
  };
}

/** The object with another value of a key, or without it. */
export function withKey<T extends object, K extends keyof T>(object: T, key: K, value: T[K] | undefined): T {
  const { [key]: _, ...rest } = object;
  return (value === undefined ? rest : { ...rest, [key]: value }) as T;
}

/** Different filled cells of a column, in the order of the sample. */
export function sampleOf(head: TableHead | undefined, column: string): readonly string[] {
  if (head === undefined) return [];
  const at = head.columns.indexOf(column);
  return [...new Set(head.rows.map((row) => (row[at] ?? "").trim()).filter((cell) => cell !== ""))];
}

/** The name of a file without its folders. */
export function bareName(name: string): string {
  return name.split("/").at(-1) ?? name;
}

function eventWith(
  event: MappedEvent,
  role: Exclude<Role, "person" | "sex" | "birthDate">,
  column: string | undefined,
  head: TableHead | undefined,
): MappedEvent {
  switch (role) {
    case "date":
      return { ...event, date: column ?? "" };
    case "code": {
      const system =
        "column" in event.code ? event.code.system : suggestSystem(sampleOf(head, column ?? ""), event.kind);
      const known = "column" in event.code ? event.code : { system };
      return { ...event, code: { ...known, column: column ?? "" } };
    }
    case "unit":
      return withKey(event, "unit", column === undefined ? undefined : { column });
    case "value":
    case "site":
      return withKey(event, role, column);
  }
}

/** Persons where a table has sex or birth, events where it has days and codes or words. */
function suggestedParts(head: TableHead): Pick<MappingTable, "person" | "events"> {
  const { columns } = suggestMapping(head.columns, head.rows);
  const by = (role: (typeof columns)[number]["role"]): string | undefined =>
    columns.find((column) => column.role === role)?.column;
  const [id, sex, birthDate, date] = [by("person"), by("sex"), by("birthDate"), by("date")];
  const code = codeColumn(head, by("code"), by("text"));
  const person =
    id !== undefined && (sex !== undefined || birthDate !== undefined)
      ? withKey(withKey<NonNullable<MappingTable["person"]>, "sex">({ id }, "sex", sex), "birthDate", birthDate)
      : undefined;
  const event = id !== undefined && date !== undefined && code !== undefined ? { id, date, code } : undefined;
  return {
    ...(person === undefined ? {} : { person }),
    ...(event === undefined ? {} : { events: [suggestedEvent(head, event, by)] }),
  };
}

function suggestedEvent(
  head: TableHead,
  { id, date, code }: { readonly id: string; readonly date: string; readonly code: string },
  by: (role: "value" | "unit" | "site") => string | undefined,
): MappedEvent {
  const [value, unit, site] = [by("value"), by("unit"), by("site")];
  const kind = suggestKind(bareName(head.name), value !== undefined);
  const words = sampleOf(head, code);
  const system = suggestSystem(words, kind);
  const values = suggestedValues(words);
  return {
    kind,
    person: id,
    date,
    code: withKey<ColumnCode, "values">({ column: code, system }, "values", system === "local" ? values : undefined),
    ...(value === undefined ? {} : { value }),
    ...(unit === undefined ? {} : { unit: { column: unit } }),
    ...(site === undefined ? {} : { site }),
  };
}

type ColumnCode = Extract<MappedEvent["code"], { readonly column: string }>;

/** The column of codes, unless these are the hospital's own: then that of the words beside them, which more can be told of. */
function codeColumn(head: TableHead, code: string | undefined, text: string | undefined): string | undefined {
  if (code === undefined || text === undefined) return code ?? text;
  return suggestSystem(sampleOf(head, code), suggestKind(bareName(head.name), false)) === "local" ? text : code;
}

/** Codes for the words that are the name of one. */
export function suggestedValues(words: readonly string[]): ColumnCode["values"] {
  const found = words.flatMap((word) => {
    const { same } = suggestCodes(word);
    return same === undefined ? [] : [[word, { system: same.system, code: same.code }] as const];
  });
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

function tells({ person, events }: MappingTable): boolean {
  return person !== undefined || (events ?? []).length > 0;
}

/** The name of a file, or a pattern for it and others that have the same columns and differ in digits alone. */
function patternOf(head: TableHead, heads: readonly TableHead[]): string {
  const name = bareName(head.name);
  const pattern = name.replace(/\d+/gu, "*");
  const alike = heads.filter(
    (other) =>
      bareName(other.name).replace(/\d+/gu, "*") === pattern && other.columns.join("\n") === head.columns.join("\n"),
  );
  return alike.length > 1 && new Set(alike.map((other) => bareName(other.name))).size > 1 ? pattern : name;
}
