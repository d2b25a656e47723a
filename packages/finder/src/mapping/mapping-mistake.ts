import {
  nearest,
  type Phrase,
  type Problem,
  problemsOf,
  say,
  sayProblem,
  type Terms,
  withoutNulls,
} from "@materbone/clinical";
import { type MappedEvent, type Mapping, type MappingTable, mappingSchema } from "./mapping-schema.ts";

/** A mistake in a mapping, with its place as a JSON Pointer. */
export type MappingMistake = { readonly at: string } & (
  | { readonly kind: "schema"; readonly problem: Problem }
  | { readonly kind: "noPersons" }
  /** A text where a unit says whether it is a column or one for all rows. */
  | { readonly kind: "bareUnit"; readonly value: string }
  | { readonly kind: "unknownFile"; readonly value: string; readonly nearest: string | undefined }
  | {
      readonly kind: "unknownColumn";
      readonly value: string;
      readonly file: string;
      readonly nearest: string | undefined;
    }
);

type Words = { readonly [K in MappingMistake["kind"]]: Phrase<Extract<MappingMistake, { kind: K }>> };

/** A file that a mapping may name, with the headings of its columns. */
export type MappedFile = { readonly name: string; readonly columns: readonly string[] };

export type ReadMapping =
  | { readonly kind: "mapping"; readonly mapping: Mapping }
  | { readonly kind: "mistakes"; readonly mistakes: readonly MappingMistake[] };

/**
 * Reads a mapping from the value that its YAML stands for, and checks it against the files when they are given. A key without a
 * value stands for one that is left out.
 */
export function readMapping(document: unknown, files?: readonly MappedFile[]): ReadMapping {
  const filled = withoutNulls(document);
  const parsed = mappingSchema.safeParse(filled);
  if (!parsed.success) {
    const mistakes = problemsOf(parsed.error, filled, mappingSchema).map((problem): MappingMistake => {
      const value = /\/events\/\d+\/unit$/u.test(problem.at) ? valueAt(filled, problem.at) : undefined;
      return typeof value === "string"
        ? { at: problem.at, kind: "bareUnit", value }
        : { at: problem.at, kind: "schema", problem };
    });
    return { kind: "mistakes", mistakes };
  }
  const mistakes = [
    ...(parsed.data.tables.some(({ person }) => person !== undefined)
      ? []
      : [{ at: "/tables", kind: "noPersons" } as const]),
    ...(files === undefined ? [] : unknownNames(parsed.data, files)),
  ];
  return mistakes.length > 0 ? { kind: "mistakes", mistakes } : { kind: "mapping", mapping: parsed.data };
}

/** Whether the table of a mapping means the file: by its name without folders, letters of either case. */
export function isOfTable({ file }: MappingTable, name: string): boolean {
  const pattern = file.replace(/[.+?^${}()|[\]\\]/gu, "\\$&").replaceAll("*", ".*");
  const bare = name.split(/[/\\]/u).at(-1) ?? name;
  return new RegExp(`^${pattern}$`, "iu").test(bare);
}

/** What is wrong and how to mend it, without the place. */
export function sayMappingMistake(mistake: MappingMistake, terms: Terms): string {
  return say(words[mistake.kind] as Phrase<MappingMistake>, mistake, terms);
}

const words: Words = {
  schema: { en: ({ problem }, t) => sayProblem(problem, t), zh: ({ problem }, t) => sayProblem(problem, t) },
  bareUnit: {
    en: ({ value }) =>
      `Write { column: ${value} } for a column with units, or { fixed: ${value} } for one of all rows.`,
    zh: ({ value }) => `单位取自某列时写 { column: ${value} }，全表同一单位时写 { fixed: ${value} }。`,
  },
  noPersons: {
    en: () => 'No table has "person". Say in one table which column is the identifier of the person.',
    zh: () => "没有表含“person”。请在一个表中注明患者标识所在的列。",
  },
  unknownFile: {
    en: ({ value, nearest: near }) =>
      `There is no file "${value}".${near === undefined ? "" : ` Did you mean "${near}"?`} Write its name, or * for signs that change.`,
    zh: ({ value, nearest: near }) =>
      `没有文件“${value}”。${near === undefined ? "" : `是否应为“${near}”？`}请写文件名，变化的部分可用 *。`,
  },
  unknownColumn: {
    en: ({ value, file, nearest: near }) =>
      `${file} has no column "${value}".${near === undefined ? "" : ` Did you mean "${near}"?`} Write the heading as the file has it.`,
    zh: ({ value, file, nearest: near }) =>
      `${file} 没有列“${value}”。${near === undefined ? "" : `是否应为“${near}”？`}请按文件表头书写。`,
  },
};

/** The value at a JSON Pointer whose parts hold no signs to be escaped. */
function valueAt(document: unknown, at: string): unknown {
  return at
    .slice(1)
    .split("/")
    .reduce<unknown>((value, part) => {
      if (typeof value !== "object" || value === null) return undefined;
      return Object.entries(value).find(([key]) => key === part)?.[1];
    }, document);
}

function unknownNames(mapping: Mapping, files: readonly MappedFile[]): readonly MappingMistake[] {
  return mapping.tables.flatMap((table, index): readonly MappingMistake[] => {
    const at = `/tables/${index}`;
    const meant = files.filter(({ name }) => isOfTable(table, name));
    if (meant.length === 0) {
      const names = files.map(({ name }) => name.split("/").at(-1) ?? name);
      return [{ at: `${at}/file`, kind: "unknownFile", value: table.file, nearest: nearest(table.file, names) }];
    }
    return meant.flatMap(({ name, columns }) =>
      namedColumns(table)
        .filter(([, column]) => !columns.includes(column))
        .map(([place, column]) => ({
          at: `${at}${place}`,
          kind: "unknownColumn" as const,
          value: column,
          file: name,
          nearest: nearest(column, columns),
        })),
    );
  });
}

/** Columns that a table names, each with its place in the table. */
function namedColumns({ person, events = [] }: MappingTable): readonly (readonly [string, string])[] {
  const named = (place: string, column: string | undefined): readonly (readonly [string, string])[] =>
    column === undefined ? [] : [[place, column]];
  const ofEvent = (event: MappedEvent, at: string): readonly (readonly [string, string])[] => [
    ...named(`${at}/person`, event.person),
    ...named(`${at}/date`, event.date),
    ...named(`${at}/code/column`, "column" in event.code ? event.code.column : undefined),
    ...named(`${at}/value`, event.value),
    ...named(`${at}/unit/column`, event.unit !== undefined && "column" in event.unit ? event.unit.column : undefined),
    ...named(`${at}/site`, event.site),
  ];
  return [
    ...named("/person/id", person?.id),
    ...named("/person/sex", person?.sex),
    ...named("/person/birthDate", person?.birthDate),
    ...events.flatMap((event, index) => ofEvent(event, `/events/${index}`)),
  ];
}
