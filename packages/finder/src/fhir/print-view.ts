import type { FhirColumn, FhirPart, FhirSelect, FhirView } from "./fhir-view.ts";
import {
  duckdbType,
  printElement,
  printExists,
  printOne,
  printPath,
  quoteName,
  quoteText,
  type SqlFocus,
  type SqlScope,
  scalarType,
  touch,
} from "./print-path.ts";
import type { TypedPath } from "./typed-path.ts";

/** A view as DuckDB runs it, over NDJSON read with `read_json(file, format = 'newline_delimited', columns = <columns>)`. */
export type PrintedView = {
  /** The `columns` of `read_json`: only what the view reads, `{'id': 'VARCHAR', …}`. */
  readonly columns: string;
  /** `SELECT` of the view's columns, in their order, over the relation; rows stand in no order. */
  readonly select: string;
};

/**
 * Prints a view as SQL of DuckDB (1.3 or newer: `lambda x:`). It gives the rows of `evaluateView`; texts of a view stand in
 * it as quoted literals only.
 *
 * @param relation - SQL of a table or table function with the columns of `columns`
 * @param kept - further columns of the relation, which each row of a resource has too, behind those of the view
 */
export function printView(view: FhirView, relation: string, kept: readonly string[] = []): PrintedView {
  const touched = touch(view.resource, false);
  touched.fields.set("resourceType", touch("code", false));
  // What contained resources are read for is known only after all paths are printed once.
  printSelect(view, relation, kept, { kind: "table", sql: "r", touched });
  const select = printSelect(view, relation, kept, { kind: "table", sql: "r", touched });
  const columns = [...touched.fields].map(([name, field]) => `${quoteText(name)}: ${quoteText(duckdbType(field))}`);
  return { columns: `{${columns.join(", ")}}`, select };
}

/** Rows as a list of structures. */
type Rows = {
  readonly names: readonly string[];
  /** The list, each structure with `columns` and, in them, `values` beside its own. */
  readonly print: (columns: readonly FhirColumn[], values: ReadonlyMap<string, string>) => string;
  /** Whether there is any, for rows that are mostly missing, where to tell takes little. */
  readonly isThere?: string;
};
/** A select's columns with one value, and lists of structures whose combinations are its rows. */
type Split = { readonly values: ReadonlyMap<string, string>; readonly lists: readonly Rows[] };

function printSelect(view: FhirView, relation: string, kept: readonly string[], resource: SqlFocus): string {
  let next = 0;
  const fresh = (): string => `x${next++}`;
  const scope: SqlScope = { resource, focus: resource, fresh, at: "" };
  const conditions = view.where.map((path, index) => printOne(path, { ...scope, at: `where[${index}].path` }));
  const { values, lists } = split(view.select.parts, scope);
  const names = [...values.keys(), ...kept];
  const inner = [
    ...[...values].map(([name, sql]) => `${sql} AS ${quoteName(name)}`),
    ...kept.map((name) => `r.${quoteName(name)}`),
    ...lists.map(
      (rows, index) => `${rows.print(columnsAmong(view.columns, rows), NO_VALUES)} AS ${quoteName(`list ${index}`)}`,
    ),
  ];
  const where = [`r."resourceType" = ${quoteText(view.resource)}`, ...conditions].join(" AND ");
  let from = `SELECT ${inner.join(", ")} FROM ${relation} AS r WHERE ${where}`;
  if (lists.length === 0) return from;
  lists.forEach((_list, index) => {
    const carried = [
      ...names.map(quoteName),
      ...lists.slice(0, index).map((_rows, before) => quoteName(`row ${before}`)),
      ...lists.slice(index + 1).map((_rows, after) => quoteName(`list ${index + 1 + after}`)),
      `unnest(${quoteName(`list ${index}`)}) AS ${quoteName(`row ${index}`)}`,
    ];
    from = `SELECT ${carried.join(", ")} FROM (${from})`;
  });
  const outer = view.columns.map(({ name }) => {
    const list = lists.findIndex((rows) => rows.names.includes(name));
    return list < 0 ? quoteName(name) : `${quoteName(`row ${list}`)}.${quoteName(name)} AS ${quoteName(name)}`;
  });
  return `SELECT ${[...outer, ...kept.map(quoteName)].join(", ")} FROM (${from})`;
}

function split(parts: readonly FhirPart[], scope: SqlScope): Split {
  const values = new Map<string, string>();
  const lists: Rows[] = [];
  for (const part of parts) {
    if (part.kind === "column") {
      values.set(part.column.name, printColumn(part, scope));
    } else if (part.kind === "union") {
      lists.push(printUnion(part.of, scope));
    } else if (part.select.forEach === undefined) {
      const nested = split(part.select.parts, scope);
      for (const [name, sql] of nested.values) values.set(name, sql);
      lists.push(...nested.lists);
    } else {
      lists.push(printRows(part.select, scope));
    }
  }
  return { values, lists };
}

function printColumn({ path, column, at }: FhirPart & { kind: "column" }, scope: SqlScope): string {
  const inner = { ...scope, at };
  if (!column.isList) return `(${printOne(path, inner)})::${columnType(column)}`;
  const sql = printPath(path, inner);
  const list = path.many ? sql : `CASE WHEN (${sql}) IS NOT NULL THEN [${sql}] END`;
  return `coalesce(${list}, [])::${columnType(column)}`;
}

function columnType({ type, isList }: FhirColumn): string {
  const single = scalarType(type === "text" || type === "date" ? "string" : type);
  return isList ? `${single}[]` : single;
}

const NO_VALUES: ReadonlyMap<string, string> = new Map();

function printRows(select: FhirSelect, scope: SqlScope): Rows {
  const names = namesOf(select.columns);
  if (select.forEach === undefined) return { names, print: combined(split(select.parts, scope), scope) };
  const { path, orNull } = select.forEach;
  const outside = { ...scope, at: "forEach" };
  const element = printElement(path, outside);
  if (!path.many && !orNull) {
    // Without a list of one: a lambda, and what chooses the element, would run over all rows to find mostly nothing.
    const isThere = printExists(path, outside);
    const print = combined(split(select.parts, { ...scope, focus: element }), scope);
    return { names, print: (columns, values) => `CASE WHEN ${isThere} THEN ${print(columns, values)} END`, isThere };
  }
  const list = path.many ? element.sql : `CASE WHEN (${element.sql}) IS NOT NULL THEN [${element.sql}] END`;
  const item = scope.fresh();
  const focus: SqlFocus = { kind: "value", sql: item, touched: element.touched };
  const parts = split(select.parts, { ...scope, focus });
  const inner = combined(parts, scope);
  const print: Rows["print"] =
    parts.lists.length === 0
      ? (columns, values) =>
          `list_transform(${list}, lambda ${item}: ${structure(columns, new Map([...values, ...parts.values]))})`
      : (columns, values) => `flatten(list_transform(${list}, lambda ${item}: ${inner(columns, values)}))`;
  if (!orNull) return { names, print, ...(isPlain(path) ? { isThere: `coalesce(len(${list}), 0) > 0` } : {}) };
  const nulls = select.columns.map((column) => [column.name, `NULL::${columnType(column)}`] as const);
  return {
    names,
    print: (columns, values) => {
      const blank = `[${structure(columns, new Map([...values, ...nulls]))}]`;
      return `CASE WHEN coalesce(len(${list}), 0) = 0 THEN ${blank} ELSE ${print(columns, values)} END`;
    },
  };
}

/** Combinations of the rows of all lists with the values. */
function combined({ values: own, lists }: Split, scope: SqlScope): Rows["print"] {
  const [only] = lists;
  if (lists.length === 1 && only !== undefined) {
    return (columns, values) => only.print(columns, new Map([...values, ...own]));
  }
  const items = lists.map(() => scope.fresh());
  return (columns, values) => {
    const fields = new Map([...values, ...own]);
    lists.forEach(({ names }, index) => {
      for (const name of names) fields.set(name, `${items[index] ?? "x"}.${quoteName(name)}`);
    });
    let sql = structure(columns, fields);
    if (lists.length === 0) return `[${sql}]`;
    for (let index = lists.length - 1; index >= 0; index--) {
      const rows = lists[index];
      const inner = rows === undefined ? "[]" : rows.print(columnsAmong(columns, rows), NO_VALUES);
      const transformed = `list_transform(${inner}, lambda ${items[index] ?? "x"}: ${sql})`;
      sql = index === lists.length - 1 ? transformed : `flatten(${transformed})`;
    }
    return sql;
  };
}

function columnsAmong(columns: readonly FhirColumn[], { names }: Rows): readonly FhirColumn[] {
  return columns.filter(({ name }) => names.includes(name));
}

/** Whether a path is one element of its owner, as `component` is: then a record without it is told at once. */
function isPlain(path: TypedPath): boolean {
  return path.kind === "field" && !path.of.many;
}

function namesOf(columns: readonly FhirColumn[]): readonly string[] {
  return columns.map(({ name }) => name);
}

function structure(columns: readonly FhirColumn[], fields: ReadonlyMap<string, string>): string {
  return `{${columns.map(({ name }) => `${quoteText(name)}: ${fields.get(name) ?? "NULL"}`).join(", ")}}`;
}

/** Rows that are mostly missing are put to the others only where there are any. */
function printUnion(of: readonly FhirSelect[], scope: SqlScope): Rows {
  const branches = of.map((select) => printRows(select, scope));
  const names = branches[0]?.names ?? [];
  const usual = branches.filter(({ isThere }) => isThere === undefined);
  const rare = branches.filter(({ isThere }) => isThere !== undefined);
  const isAny = rare.map(({ isThere }) => isThere).join(" OR ");
  return {
    names,
    print: (columns, values) => {
      const joined = (rows: readonly Rows[]): string => {
        const [first = "[]", ...others] = rows.map(({ print }) => `coalesce(${print(columns, values)}, [])`);
        return others.reduce((all, branch) => `list_concat(${all}, ${branch})`, first);
      };
      const most = joined(usual);
      return rare.length === 0 ? most : `CASE WHEN ${isAny} THEN ${joined([...usual, ...rare])} ELSE ${most} END`;
    },
  };
}
