import type { Terms } from "@materbone/clinical";
import { extraKey, extraName, extraValue, yesOrNo } from "./extra-words.ts";
import { waldCells } from "./fit-text-parts.ts";
import { aligned, pText, significant, textTable } from "./text-table.ts";

type Item = Readonly<Record<string, unknown>>;

/** Every analysis beside the fit: single numbers as lines, lists as tables. */
export function extraTexts(extras: readonly Item[], terms: Terms): readonly string[] {
  return extras.map((extra) => {
    const single: (readonly string[])[] = [];
    const tables: string[] = [];
    for (const [key, value] of Object.entries(extra)) {
      if (key === "kind") continue;
      if (isItems(value)) tables.push(...itemTables(key, value, terms));
      else single.push([extraKey(key, terms), cellText(key, value, terms)]);
    }
    return `${extraName(String(extra.kind), terms)}\n${textTable(single, 2)}${tables.join("")}`;
  });
}

/** Lists that the name of the analysis already announces. */
const UNTITLED: ReadonlySet<string> = new Set(["rows", "groups", "intervals", "patients", "effects"]);

/** One table; or, for items that hold lists themselves, one for each with the rest of the item above it. */
function itemTables(key: string, items: readonly Item[], terms: Terms): readonly string[] {
  const nested = items.some((item) => isItems(item.groups));
  const title = UNTITLED.has(key) ? "" : `  ${extraKey(key, terms)}\n`;
  if (!nested) return [title + itemTable(items, terms)];
  return items.map(({ groups, ...item }) => {
    const own = Object.entries(item).map(([name, value]) => [extraKey(name, terms), cellText(name, value, terms)]);
    return textTable(own, 2) + (isItems(groups) ? itemTable(groups, terms) : "");
  });
}

function itemTable(rows: readonly Item[], terms: Terms): string {
  const flat = rows.map(flattened);
  const keys = [...new Set(flat.flatMap((row) => Object.keys(row)))];
  const columns = keys.map((key) => {
    const values = flat.map((row) => row[key]);
    const areNumbers = values.every((value) => value === null || value === undefined || typeof value === "number");
    const isCount = values.every((value) => value === null || value === undefined || Number.isInteger(value));
    return areNumbers && !isCount && !P_KEYS.has(key)
      ? aligned(values as (number | null)[])
      : values.map((value) => cellText(key, value, terms));
  });
  const heading = keys.map((key) => extraKey(key, terms));
  return textTable([heading, ...rows.map((_, at) => columns.map((column) => column[at]))], keys[0] === "row" ? 2 : 1);
}

/** Parts of an object become columns, and coefficients one column each. */
function flattened(row: Item): Item {
  return Object.fromEntries(
    Object.entries(row).flatMap(([key, value]): readonly (readonly [string, unknown])[] => {
      if (isItems(value)) return value.map((one) => [`${key}.${String(one.name)}`, one.estimate]);
      if (!isItem(value)) return [[key, value]];
      return Object.entries(value).map(([inner, one]) => [`${key}.${inner}`, one]);
    }),
  );
}

const P_KEYS: ReadonlySet<string> = new Set(["p", "qep", "asymptoticP", "omnibusP", "pK0"]);

function cellText(key: string, value: unknown, terms: Terms): string {
  if (value === null || value === undefined) return "–";
  if (typeof value === "boolean") return yesOrNo(value, terms);
  if (typeof value === "number") {
    if (P_KEYS.has(key)) return pText(value);
    return Number.isInteger(value) ? String(value).replace("-", "\u2212") : significant(value);
  }
  if (typeof value === "string") return extraValue(key, value, terms);
  if (Array.isArray(value)) return value.length === 0 ? "–" : value.map((one) => cellText("", one, terms)).join(", ");
  return isItem(value) ? partsText(value, terms) : String(value);
}

/** A test as `F(2, 10) = 4.1, p = 0.02`; other parts by their names, the kind as a word alone. */
function partsText(value: Item, terms: Terms): string {
  const { statistic, df, p } = value;
  if (Array.isArray(df) && statistic !== undefined) {
    const test = { statistic, df, p } as unknown as Parameters<typeof waldCells>[0];
    return waldCells(test).join(", ");
  }
  return Object.entries(value)
    .map(([key, inner]) => {
      const text = cellText(key, inner, terms);
      return key === "kind" ? text : `${extraKey(key, terms)} ${text}`;
    })
    .join(", ");
}

function isItem(value: unknown): value is Item {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isItems(value: unknown): value is readonly Item[] {
  return Array.isArray(value) && value.length > 0 && value.every(isItem);
}
