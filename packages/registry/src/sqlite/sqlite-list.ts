import { type Expression, type SelectQueryBuilder, type SqlBool, sql } from "kysely";
import type { CaseSelection } from "../store/case-selection.ts";
import type { ListedCase } from "../store/store.ts";
import { documentRow } from "./rows.ts";
import type { Queries } from "./sqlite-reader.ts";
import type { Tables } from "./tables.ts";

type Column = keyof Tables["case_summary"];

/** Column of each order; every one has an index that holds all that a list filters by. */
const COLUMNS = {
  id: "natural",
  age: "age_years",
  delivery: "delivery_day",
  diagnosis: "diagnosis_months",
  lowestZ: "lowest_z",
  findings: "findings",
  saved: "saved_ms",
} as const satisfies Record<CaseSelection["order"], Column>;

type Keys = SelectQueryBuilder<Tables, "case_summary", { key: number }>;

/**
 * One page of women. The keys come from an index alone, without touching a row, so that the 60 of a page cost the same at
 * any depth; women without the value follow the others, in either direction.
 */
export async function listCases(
  queries: Queries,
  selection: CaseSelection,
): Promise<{ readonly total: number; readonly cases: readonly ListedCase[] }> {
  const { order, isDescending, offset, limit } = selection;
  const column = COLUMNS[order];
  const direction = isDescending ? "desc" : "asc";
  const matching = queries.selectFrom("case_summary").where(matches(selection));
  const { total, valued } = await matching
    .select((eb) => [eb.fn.countAll<number>().as("total"), eb.fn.count<number>(column).as("valued")])
    .executeTakeFirstOrThrow();
  const page = async (keys: Keys, from: number, most: number): Promise<number[]> =>
    most <= 0 ? [] : (await keys.limit(most).offset(from).execute()).map((row) => row.key);
  const present = matching
    .select("key")
    .where(column, "is not", null)
    .orderBy(column, direction)
    .orderBy("key", direction);
  const keys = await page(present, offset, Math.min(limit, valued - offset));
  const absent = matching.select("key").where(column, "is", null).orderBy("key", direction);
  const rest = Math.min(limit - keys.length, total - valued);
  keys.push(...(await page(absent, Math.max(0, offset - valued), rest)));
  return { total, cases: await inOrderOf(queries, keys) };
}

function matches({ series, isDeleted, needles, facets }: CaseSelection): Expression<SqlBool> {
  const parts = [sql<SqlBool>`series = ${series} and is_deleted = ${Number(isDeleted)}`];
  if (facets !== 0) parts.push(sql<SqlBool>`(facets & ${facets}) = ${facets}`);
  for (const needle of needles) parts.push(sql<SqlBool>`instr(search, ${needle}) > 0`);
  return sql<SqlBool>`${sql.join(parts, sql` and `)}`;
}

async function inOrderOf(queries: Queries, keys: readonly number[]): Promise<readonly ListedCase[]> {
  if (keys.length === 0) return [];
  // One parameter, so that pages of any length share a prepared statement.
  const isAmong = sql<SqlBool>`key in (select value from json_each(${JSON.stringify(keys)}))`;
  const rows = await queries.selectFrom("case_summary").select(["key", "context", "body"]).where(isAmong).execute();
  const documents = await queries.selectFrom("document").selectAll().where(isAmong).execute();
  const rowByKey = new Map(rows.map((row) => [row.key, row]));
  const documentByKey = new Map(documents.map((row) => [row.key, row]));
  return keys.flatMap((key): readonly ListedCase[] => {
    const [row, document] = [rowByKey.get(key), documentByKey.get(key)];
    return row === undefined || document === undefined ? [] : [{ document: documentRow(document), row }];
  });
}
