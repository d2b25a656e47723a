import { CONTRACT, type ContractTable } from "../contract.ts";
import { checkQuery, columnsOf, joinScope } from "../ir/check-query.ts";
import type { Expression } from "../ir/expression.ts";
import { type Columns, fail } from "../ir/expression-type.ts";
import { isStorableText } from "../ir/literals.ts";
import type { Query, Relation } from "../ir/relation.ts";
import type { Dialect, DialectName, TableName } from "./dialect.ts";
import { duckdbDialect } from "./duckdb.ts";
import { postgresDialect } from "./postgres.ts";
import { ordered, printAggregate, printExpression, type Scope } from "./print-expression.ts";
import { sparkDialect } from "./spark.ts";
import { trinoDialect } from "./trino.ts";

/** Where each table that a query names is found. */
export type TableNames = {
  readonly contract?: Readonly<Partial<Record<ContractTable, TableName>>>;
  readonly source?: Readonly<Record<string, TableName>>;
};

const DIALECTS: Readonly<Record<DialectName, Dialect>> = {
  duckdb: duckdbDialect,
  postgres: postgresDialect,
  trino: trinoDialect,
  spark: sparkDialect,
};

/**
 * The query as one SELECT with common table expressions: no temporary tables, no functions of our own, every value a literal.
 *
 * @throws TypeError when the query does not pass `checkQuery`, or names a table that `tables` lacks
 */
export function printQuery(query: Query, tables: TableNames, name: DialectName): string {
  const dialect = DIALECTS[name];
  const { steps: columns } = checkQuery(query);
  const relations = [...query.steps.map((step) => step.relation), query.result];
  const uses = new Map<string, number>();
  const contract = new Set<ContractTable>();
  const source = new Map<string, Columns>();
  for (const leaf of relations.flatMap(leavesOf)) {
    if (leaf.kind === "step") {
      uses.set(leaf.name, (uses.get(leaf.name) ?? 0) + 1);
    } else if (leaf.kind === "contract") {
      contract.add(leaf.table);
    } else {
      source.set(leaf.table, new Map([...(source.get(leaf.table) ?? []), ...Object.entries(leaf.columns)]));
    }
  }
  const printer: Printer = { dialect, steps: columns };
  const ctes = [
    ...[...contract].map((table) =>
      tableCte(`contract_${table}`, new Map(Object.entries(CONTRACT[table])), tables.contract?.[table], dialect),
    ),
    ...[...source].map(([table, wanted]) => tableCte(`source_${table}`, wanted, own(tables.source, table), dialect)),
    ...query.steps.map((step) => {
      const often = (uses.get(step.name) ?? 0) > 1 ? dialect.readOften : "";
      return `${dialect.identifier(step.name)} AS ${often}(\n  ${printRelation(step.relation, printer)}\n)`;
    }),
  ];
  refuseShadowing(query, tables);
  const result = printRelation(query.result, printer);
  return ctes.length === 0 ? result : `WITH ${ctes.join(",\n")}\n${result}`;
}

type Printer = { readonly dialect: Dialect; readonly steps: ReadonlyMap<string, Columns> };
type Leaf = Extract<Relation, { kind: "contract" | "source" | "step" }>;

/** A relation as a SELECT. */
function printRelation(relation: Relation, printer: Printer): string {
  const { dialect } = printer;
  switch (relation.kind) {
    case "contract":
    case "source":
    case "step": {
      const scope = scopeOf(relation, "t", printer);
      return `SELECT ${allColumns(scope)} FROM ${from(relation, "t", printer)}`;
    }
    case "filter":
      return printFilter(relation, printer);
    case "project": {
      const scope = scopeOf(relation.from, "t", printer);
      const columns = Object.entries(relation.columns).map(
        ([name, value]) => `${printExpression(value, scope)} AS ${dialect.identifier(name)}`,
      );
      return `SELECT ${columns.join(", ")} FROM ${fromWhere(relation.from, "t", printer)}`;
    }
    case "join":
      return printJoin(relation, printer);
    case "group": {
      const scope = scopeOf(relation.from, "t", printer);
      const by = relation.by.map(scope.column);
      const columns = [
        ...relation.by.map((name) => `${scope.column(name)} AS ${dialect.identifier(name)}`),
        ...Object.entries(relation.aggregates).map(
          ([name, value]) => `${printAggregate(value, scope)} AS ${dialect.identifier(name)}`,
        ),
      ];
      const grouped = by.length === 0 ? "" : ` GROUP BY ${by.join(", ")}`;
      return `SELECT ${columns.join(", ")} FROM ${fromWhere(relation.from, "t", printer)}${grouped}`;
    }
    case "union":
      return relation.of.map((part) => printRelation(part, printer)).join(" UNION ALL\n  ");
    case "distinct": {
      const scope = scopeOf(relation.from, "t", printer);
      return `SELECT DISTINCT ${allColumns(scope)} FROM ${fromWhere(relation.from, "t", printer)}`;
    }
    case "window":
      return printWindow(relation, printer);
    case "values":
      return printValues(relation, printer);
  }
}

function printFilter(filter: Extract<Relation, { kind: "filter" }>, printer: Printer): string {
  const scope = scopeOf(filter.from, "t", printer);
  return `SELECT ${allColumns(scope)} FROM ${fromWhere(filter, "t", printer)}`;
}

function printJoin(join: Extract<Relation, { kind: "join" }>, printer: Printer): string {
  const left = scopeOf(join.left, "l", printer);
  const right = scopeOf(join.right, "r", printer);
  const both: Scope = {
    dialect: printer.dialect,
    columns: joinScope(left.columns, right.columns),
    column: (name) => (left.columns.has(name) ? left.column(name) : right.column(name)),
  };
  const conditions = [
    ...join.on.map(([leftName, rightName]) => `${left.column(leftName)} = ${right.column(rightName)}`),
    ...(join.where === undefined ? [] : [printExpression(join.where, both)]),
  ];
  const condition = conditions.length === 0 ? "TRUE" : conditions.join(" AND ");
  if (join.how === "semi" || join.how === "anti") {
    const exists = `EXISTS (SELECT 1 FROM ${from(join.right, "r", printer)} WHERE ${condition})`;
    return `SELECT ${allColumns(left)} FROM ${from(join.left, "l", printer)} WHERE ${join.how === "semi" ? "" : "NOT "}${exists}`;
  }
  const how = join.how === "inner" ? "INNER JOIN" : "LEFT JOIN";
  return `SELECT ${allColumns(left)}, ${allColumns(right)} FROM ${from(join.left, "l", printer)} ${how} ${from(join.right, "r", printer)} ON ${condition}`;
}

function printWindow(window: Extract<Relation, { kind: "window" }>, printer: Printer): string {
  const { dialect } = printer;
  const scope = scopeOf(window.from, "t", printer);
  const partition =
    window.partitionBy.length === 0 ? "" : `PARTITION BY ${window.partitionBy.map(scope.column).join(", ")} `;
  const order = window.orderBy
    .map(
      ({ of, descending, nulls }) =>
        `${ordered(of, scope)} ${descending === true ? "DESC" : "ASC"} NULLS ${nulls === "first" ? "FIRST" : "LAST"}`,
    )
    .join(", ");
  const over = (frame: string): string => `OVER (${partition}ORDER BY ${order}${frame})`;
  const { value } = window;
  const integer = dialect.types.integer;
  const soFar = over(" ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW");
  const column = (): string => {
    switch (value.kind) {
      case "rowNumber":
        return `CAST(row_number() ${over("")} AS ${integer})`;
      case "previous":
        return `lag(${typed(value.of, scope)}) ${over("")}`;
      case "runningSum":
        return `CAST(sum(${printExpression(value.of, scope)}) ${soFar} AS ${integer})`;
      case "runningMin":
        return `min(${typed(value.of, scope)}) ${soFar}`;
    }
  };
  return `SELECT ${allColumns(scope)}, ${column()} AS ${dialect.identifier(window.as)} FROM ${fromWhere(window.from, "t", printer)}`;
}

function printValues(values: Extract<Relation, { kind: "values" }>, printer: Printer): string {
  const { dialect } = printer;
  const columns = Object.entries(values.columns);
  const scope: Scope = { dialect, columns: new Map(), column: dialect.identifier };
  const rows = values.rows.map((row) => `(${row.map((cell) => printExpression(cell, scope)).join(", ")})`);
  if (rows.length === 0) {
    return emptySelect(new Map(columns), dialect);
  }
  const names = columns.map(([name]) => dialect.identifier(name));
  const cast = columns.map(([name, type]) =>
    castAs(dialect.identifier(name), dialect.identifier(name), dialect.types[type]),
  );
  return `SELECT ${cast.join(", ")} FROM (VALUES ${rows.join(", ")}) AS v(${names.join(", ")})`;
}

/** PostgreSQL takes a bare text literal for one of no type yet. */
function typed(value: Expression, scope: Scope): string {
  const sql = printExpression(value, scope);
  return value.kind === "text" ? `CAST(${sql} AS ${scope.dialect.types.text})` : sql;
}

/** FROM and WHERE of a relation: filters over a table stay beside it. */
function fromWhere(relation: Relation, alias: string, printer: Printer): string {
  if (relation.kind !== "filter") {
    return from(relation, alias, printer);
  }
  const conditions: string[] = [];
  let base: Relation = relation;
  while (base.kind === "filter") {
    conditions.unshift(printExpression(base.where, scopeOf(base.from, alias, printer)));
    base = base.from;
  }
  return `${from(base, alias, printer)} WHERE ${conditions.join(" AND ")}`;
}

/** A table or a subquery under an alias. */
function from(relation: Relation, alias: string, printer: Printer): string {
  const { dialect } = printer;
  switch (relation.kind) {
    case "contract":
    case "source":
      return `${dialect.identifier(`${relation.kind}_${relation.table}`)} AS ${alias}`;
    case "step":
      return `${dialect.identifier(relation.name)} AS ${alias}`;
    default:
      return `(${printRelation(relation, printer)}) AS ${alias}`;
  }
}

function scopeOf(relation: Relation, alias: string, printer: Printer): Scope {
  const { dialect } = printer;
  return {
    dialect,
    columns: columnsOf(relation, printer.steps),
    column: (name) => `${alias}.${dialect.identifier(name)}`,
  };
}

function allColumns(scope: Scope): string {
  return [...scope.columns.keys()]
    .map((name) => `${scope.column(name)} AS ${scope.dialect.identifier(name)}`)
    .join(", ");
}

function tableCte(cte: string, columns: Columns, table: TableName | undefined, dialect: Dialect): string {
  const rows =
    table?.kind === "empty"
      ? emptySelect(columns, dialect)
      : `SELECT ${[...columns]
          .map(([name, type]) => castAs(`t.${dialect.identifier(name)}`, dialect.identifier(name), dialect.types[type]))
          .join(", ")} FROM ${tableSql(cte, table, dialect)} AS t`;
  return `${dialect.identifier(cte)} AS ${dialect.readThrough}(\n  ${rows}\n)`;
}

function tableSql(cte: string, table: Exclude<TableName, { kind: "empty" }> | undefined, dialect: Dialect): string {
  const parts = table?.kind === "table" ? table.name : table?.kind === "parquet" ? table.paths : [];
  if (table === undefined || parts.length === 0) {
    return fail(cte, "no table is named for it");
  }
  if (!parts.every((part) => part !== "" && isStorableText(part))) {
    fail(cte, "a name must be a well-formed text without NUL");
  }
  if (table.kind === "table") {
    return parts.map(dialect.identifier).join(".");
  }
  return dialect.parquet?.(parts) ?? fail(cte, `${dialect.name} cannot read Parquet files by their path`);
}

function castAs(sql: string, name: string, type: string): string {
  return `CAST(${sql} AS ${type}) AS ${name}`;
}

function emptySelect(columns: Columns, dialect: Dialect): string {
  return `SELECT ${[...columns].map(([name, type]) => castAs("NULL", dialect.identifier(name), dialect.types[type])).join(", ")} WHERE FALSE`;
}

/** A step named like a table that stands without its schema would hide the table. */
function refuseShadowing(query: Query, tables: TableNames): void {
  const names = [...Object.values(tables.contract ?? {}), ...Object.values(tables.source ?? {})]
    .filter((table) => table.kind === "table" && table.name.length === 1)
    .flatMap((table) => (table.kind === "table" ? table.name : []))
    .map((name) => name.toLowerCase());
  for (const step of query.steps) {
    if (names.includes(step.name)) {
      fail(`step "${step.name}"`, "a table has this name; give the table with its schema");
    }
  }
}

function leavesOf(relation: Relation): readonly Leaf[] {
  switch (relation.kind) {
    case "contract":
    case "source":
    case "step":
      return [relation];
    case "join":
      return [...leavesOf(relation.left), ...leavesOf(relation.right)];
    case "union":
      return relation.of.flatMap(leavesOf);
    case "values":
      return [];
    default:
      return leavesOf(relation.from);
  }
}

function own<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}
