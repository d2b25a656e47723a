import type { FhirColumn, FhirPart, FhirSelect, FhirView } from "./fhir-view.ts";
import {
  duckdbType,
  printElement,
  printOne,
  printPath,
  quoteName,
  quoteText,
  type SqlFocus,
  type SqlScope,
  scalarType,
  touch,
} from "./print-path.ts";

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
 */
export function printView(view: FhirView, relation: string): PrintedView {
  const touched = touch(view.resource, false);
  touched.fields.set("resourceType", touch("code", false));
  // What contained resources are read for is known only after all paths are printed once.
  printSelect(view, relation, { kind: "table", sql: "r", touched });
  const select = printSelect(view, relation, { kind: "table", sql: "r", touched });
  const columns = [...touched.fields].map(([name, field]) => `${quoteText(name)}: ${quoteText(duckdbType(field))}`);
  return { columns: `{${columns.join(", ")}}`, select };
}

type Rows = { readonly sql: string; readonly names: readonly string[]; readonly simple?: SimpleRows };
/** One row for each item of a list: what stands around it can join its structure. */
type SimpleRows = { readonly list: string; readonly item: string; readonly fields: ReadonlyMap<string, string> };
/** A select's columns with one value, and lists of structures whose combinations are its rows. */
type Split = { readonly values: ReadonlyMap<string, string>; readonly lists: readonly Rows[] };

function printSelect(view: FhirView, relation: string, resource: SqlFocus): string {
  let next = 0;
  const fresh = (): string => `x${next++}`;
  const scope: SqlScope = { resource, focus: resource, fresh, at: "" };
  const conditions = view.where.map((path, index) => printOne(path, { ...scope, at: `where[${index}].path` }));
  const { values, lists } = split(view.select.parts, scope);
  const names = [...values.keys()];
  const inner = [
    ...[...values].map(([name, sql]) => `${sql} AS ${quoteName(name)}`),
    ...lists.map(({ sql }, index) => `${sql} AS ${quoteName(`list ${index}`)}`),
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
  return `SELECT ${outer.join(", ")} FROM (${from})`;
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

/** The rows of a select as one list of structures. */
function printRows(select: FhirSelect, scope: SqlScope): Rows {
  const { columns } = select;
  if (select.forEach === undefined) return combine(columns, split(select.parts, scope), scope);
  const { path, orNull } = select.forEach;
  const element = printElement(path, { ...scope, at: "forEach" });
  const list = path.many ? element.sql : `CASE WHEN (${element.sql}) IS NOT NULL THEN [${element.sql}] END`;
  const item = scope.fresh();
  const focus: SqlFocus = { kind: "value", sql: item, touched: element.touched };
  const parts = split(select.parts, { ...scope, focus });
  const rows =
    parts.lists.length === 0
      ? simpleRows(columns, { list, item, fields: parts.values })
      : {
          sql: `flatten(list_transform(${list}, lambda ${item}: ${combine(columns, parts, scope).sql}))`,
          names: namesOf(columns),
        };
  if (!orNull) return rows;
  const nulls = new Map(columns.map((column) => [column.name, `NULL::${columnType(column)}`]));
  const blank = `[${structure(columns, nulls)}]`;
  return { sql: `CASE WHEN coalesce(len(${list}), 0) = 0 THEN ${blank} ELSE ${rows.sql} END`, names: rows.names };
}

function simpleRows(columns: readonly FhirColumn[], simple: SimpleRows): Rows {
  const { list, item, fields } = simple;
  const sql = `list_transform(${list}, lambda ${item}: ${structure(columns, fields)})`;
  return { sql, names: namesOf(columns), simple };
}

/** Combinations of the rows of all lists with the values. */
function combine(columns: readonly FhirColumn[], { values, lists }: Split, scope: SqlScope): Rows {
  const [only] = lists;
  if (lists.length === 1 && only?.simple !== undefined) {
    return simpleRows(columns, { ...only.simple, fields: new Map([...values, ...only.simple.fields]) });
  }
  const fields = new Map(values);
  const items = lists.map(({ names }) => {
    const item = scope.fresh();
    for (const name of names) fields.set(name, `${item}.${quoteName(name)}`);
    return item;
  });
  let sql = structure(columns, fields);
  if (lists.length === 0) return { sql: `[${sql}]`, names: namesOf(columns) };
  for (let index = lists.length - 1; index >= 0; index--) {
    const transformed = `list_transform(${lists[index]?.sql ?? "[]"}, lambda ${items[index] ?? "x"}: ${sql})`;
    sql = index === lists.length - 1 ? transformed : `flatten(${transformed})`;
  }
  return { sql, names: namesOf(columns) };
}

function namesOf(columns: readonly FhirColumn[]): readonly string[] {
  return columns.map(({ name }) => name);
}

function structure(columns: readonly FhirColumn[], fields: ReadonlyMap<string, string>): string {
  return `{${columns.map(({ name }) => `${quoteText(name)}: ${fields.get(name) ?? "NULL"}`).join(", ")}}`;
}

function printUnion(of: readonly FhirSelect[], scope: SqlScope): Rows {
  const branches = of.map((select) => printRows(select, scope));
  const names = branches[0]?.names ?? [];
  const [first = "[]", ...others] = branches.map(({ sql }) => `coalesce(${sql}, [])`);
  return { sql: others.reduce((all, branch) => `list_concat(${all}, ${branch})`, first), names };
}
