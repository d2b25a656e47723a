import { primitiveClass } from "./fhir-elements.ts";
import { ANY_TYPE, REFERENCE_KEY, type TypedPath } from "./typed-path.ts";

/** What a view reads of an element; nothing below it is read where `fields` is empty. */
export type Touched = {
  readonly type: string;
  readonly many: boolean;
  readonly fields: Map<string, Touched>;
  /** Of contained resources: what is read of each type. */
  readonly contained: Map<string, Touched>;
};

/** A place that paths start from: SQL of a value and what is read of it. */
export type SqlFocus = { readonly kind: "table" | "value"; readonly sql: string; readonly touched: Touched };
export type SqlScope = {
  readonly resource: SqlFocus;
  readonly focus: SqlFocus;
  /** A name that no other parameter has. */
  readonly fresh: () => string;
  readonly at: string;
};

/** DuckDB's type of an element, with only what is read of it. */
export function duckdbType({ type, many, fields, contained }: Touched): string {
  const inner = [...fields].map(([name, field]) => `${quoteName(name)} ${duckdbType(field)}`);
  const single =
    contained.size > 0 || type === "Resource"
      ? "JSON"
      : fields.size > 0
        ? `STRUCT(${inner.join(", ")})`
        : scalarType(type);
  return many ? `${single}[]` : single;
}

/** DuckDB's type of a value; a structure of which only its presence matters is JSON. */
export function scalarType(type: string): string {
  switch (primitiveClass(type)) {
    case "boolean":
      return "BOOLEAN";
    case "integer":
      return "BIGINT";
    case "decimal":
      return "DOUBLE";
    case "date":
    case "text":
      return "VARCHAR";
    case undefined:
      return type === "nothing" ? "VARCHAR" : "JSON";
  }
}

/** SQL of a path: a list without NULLs (or NULL) where `many`, else a value. */
export function printPath(path: TypedPath, scope: SqlScope): string {
  return print(path, scope).sql;
}

/** The element a path gives, for `forEach`. */
export function printElement(path: TypedPath, scope: SqlScope): SqlFocus {
  const { sql, touched } = print(path, scope);
  return { kind: "value", sql, touched: touched ?? touch(path.type, path.many) };
}

/** SQL of a path that must have one value, or NULL; more than one fails. */
export function printOne(path: TypedPath, scope: SqlScope): string {
  const sql = printPath(path, scope);
  if (!path.many) return sql;
  const message = quoteText(`${scope.at}: more than one value`);
  return `CASE WHEN len(${sql}) > 1 THEN error(${message})::${scalarType(path.type)} ELSE (${sql})[1] END`;
}

export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

export function touch(type: string, many: boolean): Touched {
  return { type, many, fields: new Map(), contained: new Map() };
}

type Printed = { readonly sql: string; readonly touched?: Touched | undefined };

function print(path: TypedPath, scope: SqlScope): Printed {
  switch (path.kind) {
    case "focus":
      return scope.focus;
    case "resource":
      return scope.resource;
    case "literal":
      return { sql: literal(path.value, path.type) };
    case "nothing":
      return { sql: `NULL::${scalarType(path.type)}` };
    case "field":
      return printField(path, scope);
    case "choice":
      return { sql: path.options.map((option) => printExists(option, scope)).join(" OR ") };
    case "contained": {
      const of = print(path.of, scope);
      const resources = of.touched?.contained;
      const touched = resources?.get(path.type) ?? touch(path.type, false);
      resources?.set(path.type, touched);
      touch1(touched, "resourceType", touch("code", false));
      const item = scope.fresh();
      const list = `list_filter(${of.sql}, lambda ${item}: ${item}->>'resourceType' = ${quoteText(path.type)})`;
      return {
        sql: `list_transform(${list}, lambda ${item}: json_transform(${item}, ${quoteText(jsonShape(touched))}))`,
        touched,
      };
    }
    case "where":
      return printWhere(path, scope);
    case "index": {
      const of = print(path.of, scope);
      return { sql: `(${of.sql})[${path.index + 1}]`, touched: of.touched };
    }
    case "exists":
      return { sql: printExists(path.of, scope) };
    case "join": {
      const list = path.of.many ? printPath(path.of, scope) : `[${printPath(path.of, scope)}]`;
      return { sql: `coalesce(array_to_string(${list}, ${quoteText(path.separator)}), '')` };
    }
    case "referenceKey": {
      const { target } = path;
      return { sql: each(path.of, scope, (text) => referenceKey(text, target)) };
    }
    case "not":
      return { sql: `(NOT ${printOne(path.of, scope)})` };
    case "and":
    case "or":
      return { sql: `(${printOne(path.left, scope)} ${path.kind.toUpperCase()} ${printOne(path.right, scope)})` };
    case "equal":
      return { sql: printEqual(path, scope) };
    case "ordered":
      return { sql: `(${printOne(path.left, scope)} ${path.op} ${printOne(path.right, scope)})` };
    case "arithmetic": {
      const [a, b] = [path.left, path.right].map((side) => `${printOne(side, scope)}::DOUBLE`);
      const value = path.op === "/" ? `${a} / nullif(${b}, 0)` : `${a} ${path.op} ${b}`;
      return { sql: `(${value})` };
    }
    case "concatenate":
      return { sql: `(${printOne(path.left, scope)} || ${printOne(path.right, scope)})` };
    case "iif": {
      const type = scalarType(path.type);
      const [then, otherwise] = [path.then, path.otherwise].map((side) => `${printPath(side, scope)}::${type}`);
      return { sql: `CASE WHEN ${printOne(path.test, scope)} THEN ${then} ELSE ${otherwise} END` };
    }
  }
}

function printField(path: TypedPath & { kind: "field" }, scope: SqlScope): Printed {
  // `where` of one thing is a condition on its fields, so that a whole row of the table need not be a value.
  if (path.of.kind === "where" && !path.of.many) {
    const inner = printField({ ...path, of: path.of.of }, scope);
    const focus = print(path.of.of, scope) as SqlFocus;
    const test = printOne(path.of.test, {
      ...scope,
      focus: { ...focus, kind: focus.kind ?? "value", touched: focus.touched ?? touch(path.of.type, false) },
    });
    return { sql: `CASE WHEN ${test} THEN ${inner.sql} END`, touched: inner.touched };
  }
  const of = print(path.of, scope);
  const touched = touchField(path, of);
  const name = quoteName(path.name);
  // A null among structures is no FHIR; it is a structure without elements, here and in the evaluator.
  const isPrimitive = primitiveClass(path.type) !== undefined;
  if (!path.of.many) {
    const sql = isTable(path.of, scope) ? `${of.sql}.${name}` : `(${of.sql}).${name}`;
    return { sql: path.repeats && isPrimitive ? withoutNulls(sql, scope) : sql, touched };
  }
  const item = scope.fresh();
  const list = `list_transform(${of.sql}, lambda ${item}: ${item}.${name})`;
  if (!path.repeats) return { sql: withoutNulls(list, scope), touched };
  return { sql: isPrimitive ? withoutNulls(`flatten(${list})`, scope) : `flatten(${list})`, touched };
}

function touchField(path: TypedPath & { kind: "field" }, of: Printed): Touched {
  const touched = of.touched?.fields.get(path.name) ?? touch(path.type, path.repeats);
  of.touched?.fields.set(path.name, touched);
  return touched;
}

function isTable(path: TypedPath, scope: SqlScope): boolean {
  return path.kind === "resource" || (path.kind === "focus" && scope.focus.kind === "table");
}

function withoutNulls(list: string, { fresh }: SqlScope): string {
  const item = fresh();
  return `list_filter(${list}, lambda ${item}: ${item} IS NOT NULL)`;
}

function printWhere(path: TypedPath & { kind: "where" }, scope: SqlScope): Printed {
  const of = print(path.of, scope);
  const touched = of.touched ?? touch(path.of.type, path.of.many);
  if (!path.of.many) {
    const test = printOne(path.test, {
      ...scope,
      focus: { kind: isTable(path.of, scope) ? "table" : "value", sql: of.sql, touched },
    });
    return { sql: `CASE WHEN ${test} THEN ${of.sql} END`, touched };
  }
  const item = scope.fresh();
  const test = printOne(path.test, { ...scope, focus: { kind: "value", sql: item, touched } });
  return { sql: `list_filter(${of.sql}, lambda ${item}: ${test})`, touched };
}

/** The id in a reference; the usual `Patient/1` is taken without looking for more. */
function referenceKey(text: string, target: string | undefined): string {
  const pattern = quoteText(REFERENCE_KEY.replace("TYPE", target ?? ANY_TYPE));
  const group = (index: number): string => `nullif(regexp_extract(${text}, ${pattern}, ${index}), '')`;
  const any = `coalesce(${group(1)}, ${group(2)})`;
  if (target === undefined) return any;
  const rest = `substr(${text}, ${target.length + 2})`;
  const isPlain = `regexp_full_match(${text}, ${quoteText(`${target}/[^/?#|]+`)})`;
  return `CASE WHEN ${isPlain} THEN ${rest} ELSE ${any} END`;
}

/** SQL of whether a path gives anything; never NULL. */
export function printExists(path: TypedPath, scope: SqlScope): string {
  if (isTable(path, scope)) return "true";
  if (path.kind === "where" && !path.many) {
    const of = print(path.of, scope);
    const focus: SqlFocus = {
      kind: isTable(path.of, scope) ? "table" : "value",
      sql: of.sql,
      touched: of.touched ?? touch(path.of.type, false),
    };
    return `(${printExists(path.of, scope)} AND coalesce(${printOne(path.test, { ...scope, focus })}, false))`;
  }
  if (path.kind === "field" && path.of.many && !path.repeats) {
    const of = print(path.of, scope);
    touchField(path, of);
    const item = scope.fresh();
    return `(coalesce(len(list_filter(${of.sql}, lambda ${item}: ${item}.${quoteName(path.name)} IS NOT NULL)), 0) > 0)`;
  }
  const sql = printPath(path, scope);
  if (path.kind === "choice") return `(${sql})`;
  return path.many ? `(coalesce(len(${sql}), 0) > 0)` : `((${sql}) IS NOT NULL)`;
}

/** A function of each value. */
function each(path: TypedPath, scope: SqlScope, of: (sql: string) => string): string {
  const sql = printPath(path, scope);
  if (!path.many) return of(`(${sql})`);
  const item = scope.fresh();
  return withoutNulls(`list_transform(${sql}, lambda ${item}: ${of(item)})`, scope);
}

function printEqual(path: TypedPath & { kind: "equal" }, scope: SqlScope): string {
  const { left, right, negated } = path;
  const pair = (a: string, b: string): string => (path.dates ? sameDate(a, b, scope) : `(${a} = ${b})`);
  const [a, b] = [printPath(left, scope), printPath(right, scope)];
  if (!left.many && !right.many) return `(${negated ? "NOT " : ""}${pair(a, b)})`;
  const lists = [
    left.many ? a : `CASE WHEN (${a}) IS NOT NULL THEN [${a}] END`,
    right.many ? b : `CASE WHEN (${b}) IS NOT NULL THEN [${b}] END`,
  ];
  const [x, y] = [`(${lists[0]})`, `(${lists[1]})`];
  const single = pair(`${x}[1]`, `${y}[1]`);
  // Several dates at once are compared as text: no view has needed more.
  const equal = `CASE WHEN coalesce(len(${x}), 0) = 0 OR coalesce(len(${y}), 0) = 0 THEN NULL WHEN len(${x}) <> len(${y}) THEN false WHEN len(${x}) = 1 THEN ${single} ELSE ${x} = ${y} END`;
  return `(${negated ? "NOT " : ""}(${equal}))`;
}

/** As in the evaluator. */
function sameDate(a: string, b: string, { at }: SqlScope): string {
  const differs = quoteText(`${at}: dates of different offset or precision`);
  return [
    `(CASE WHEN (${a}) IS NULL OR (${b}) IS NULL THEN NULL WHEN ${a} = ${b} THEN true`,
    `WHEN length(${a}) <= 10 OR length(${b}) <= 10`,
    `THEN CASE WHEN length(${a}) = length(${b}) OR NOT (starts_with(${a}, ${b}) OR starts_with(${b}, ${a})) THEN false END`,
    `WHEN length(${a}) = length(${b}) AND right(${a}, 6) = right(${b}, 6) THEN false`,
    `ELSE error(${differs})::BOOLEAN END)`,
  ].join(" ");
}

function literal(value: string | number | boolean, type: string): string {
  if (typeof value === "string") return quoteText(value);
  return typeof value === "boolean" ? String(value) : `${value}::${scalarType(type)}`;
}

/** What `json_transform` takes out of a contained resource. */
function jsonShape(touched: Touched): string {
  return JSON.stringify(shapeOf(touched));
}

function shapeOf(touched: Touched): unknown {
  const single =
    touched.fields.size === 0
      ? scalarType(touched.type)
      : Object.fromEntries([...touched.fields].map(([name, field]) => [name, shapeOf(field)]));
  return touched.many ? [single] : single;
}

function touch1(owner: Touched, name: string, field: Touched): void {
  if (!owner.fields.has(name)) owner.fields.set(name, field);
}
