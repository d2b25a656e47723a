import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { published, varied } from "./run.fixture.ts";

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Both examples, each as one series document. */
export const examples: readonly Json[] = [published, varied].map((folder) => {
  const read = (path: string): Json => JSON.parse(readFileSync(join(folder, path), "utf8"));
  const cases = readdirSync(join(folder, "cases"))
    .sort()
    .map((name) => read(join("cases", name)));
  return { ...(read("series.json") as object), cases };
});

/** Every woman of the examples. */
export const women: readonly Json[] = examples.flatMap((series) => (series as { cases: readonly Json[] }).cases);

/** What can be done to one place; `other` stands where a value is taken from another place of the same key. */
export type Damage =
  | { readonly kind: "drop" | "turn" | "repeat" | "nest" | "other"; readonly pick: number }
  | { readonly kind: "put"; readonly value: Json }
  | { readonly kind: "add"; readonly key: string; readonly value: Json };

export type Damages = readonly (readonly [place: number, damage: Damage])[];

/** Keys whose value is a time. */
const TIMES = new Set(["at", "onset", "end", "start", "weaned", "deliveredAt"]);

const extremes = [0, -0, 1, -1, 0.1, 1e-9, 2.5, 10, -10, 60, 320, 720, -120, 721, 1e6, -1e6, 1e7, 1e21, 1e308, -1e308];
const number = fc.oneof(fc.constantFrom(...extremes), fc.double({ noNaN: true }), fc.integer({ min: -150, max: 800 }));
const months = fc.oneof(
  fc.double({ min: -120, max: 720, noNaN: true }),
  fc.constantFrom(-120, 720, 0, 3, 6, 18, 18.0001),
);
const date = fc.oneof(
  fc
    .date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true })
    .map((day) => day.toISOString()),
  fc.constantFrom("2020-02-29", "2019-02-29", "0000", "9999-12-31", "2018", "2018-13", "2018-5-1", ""),
);
const part = fc.tuple(date, fc.constantFrom(4, 7, 10)).map(([text, length]) => text.slice(0, length));
const pair = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<readonly (T | null)[]> =>
  fc.array(fc.option(one, { freq: 4 }), { minLength: 2, maxLength: 2 });

/** Times as a record may hold them, most of them valid and many of them far out. */
const when: fc.Arbitrary<Json> = fc.oneof(
  fc.record({ months }),
  pair(months).map((bounds) => ({ months: ordered(bounds) })),
  fc.record({ date: part }),
  pair(part).map((bounds) => ({ date: ordered(bounds) })),
  fc.record({ gestationalWeeks: fc.integer({ min: 0, max: 45 }) }),
  fc.record({ months, readings: fc.array(months, { minLength: 2, maxLength: 4 }) }),
  fc.constant({ basis: "unknown" }),
  fc.constant({}),
);

function ordered<T extends number | string>(bounds: readonly (T | null)[]): readonly (T | null)[] {
  const [a, b] = bounds;
  return a != null && b != null && a > b ? [b, a] : bounds;
}

const leaf: fc.Arbitrary<Json> = fc.oneof(
  number,
  when,
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.constantFrom<Json>(null, true, false, "", [], {}, "<0.1", ">60", "yes", "other", "x".repeat(100_000)),
  fc.constantFrom<Json>(
    "__proto__",
    "L1",
    "lumbarSpine",
    "zoledronicAcid",
    "calcium",
    "ng/mL",
    "mg",
    "once",
    "3 months",
  ),
);

const pick = fc.nat();
const damage: fc.Arbitrary<Damage> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("drop" as const), pick }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom("turn" as const, "repeat" as const), pick }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("other" as const), pick }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("nest" as const), pick }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("put" as const), value: leaf }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("put" as const), value: when }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("add" as const),
      key: fc.oneof(fc.constantFrom("__proto__", "constructor", "note", "id", "toString"), fc.string({ maxLength: 8 })),
      value: leaf,
    }),
  },
);

/** Damage that often leaves a record of the right form: other times, other values of the same key, another order. */
const mild: fc.Arbitrary<Damage> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("put" as const), value: when }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("other" as const), pick }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("turn" as const), pick }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("drop" as const), pick }) },
);

const some = (one: fc.Arbitrary<Damage>, most: number): fc.Arbitrary<Damages> =>
  fc.array(fc.tuple(fc.nat(), one), { minLength: 1, maxLength: most });

export const damages: fc.Arbitrary<Damages> = fc.oneof(
  { weight: 1, arbitrary: some(damage, 12) },
  { weight: 3, arbitrary: some(mild, 5) },
);

/** The document with each damage done in turn; the document itself is left alone. */
export function damaged(document: Json, all: Damages): Json {
  return all.reduce((current, [place, one]) => {
    const places = placesOf(current, one);
    const path = places[place % Math.max(1, places.length)];
    if (path === undefined) return current;
    if (one.kind !== "other") return changed(current, path, one);
    const values = valuesByName.get(nameOf(path)) ?? [];
    return changed(current, path, { kind: "put", value: values[one.pick % Math.max(1, values.length)] ?? null });
  }, document);
}

type Path = readonly (string | number)[];

/** Places a damage can be done to: times are put where times stand, so that many documents stay readable. */
function placesOf(document: Json, one: Damage): readonly Path[] {
  const all = walk(document, []);
  const isTime = one.kind === "put" && typeof one.value === "object" && one.value !== null && !Array.isArray(one.value);
  const times = all.filter((path) => TIMES.has(String(path.at(-1))));
  if (isTime && times.length > 0) return times;
  return one.kind === "turn" || one.kind === "repeat"
    ? all.filter((path) => Array.isArray(valueAt(document, path)))
    : all;
}

function walk(value: Json, path: Path): readonly Path[] {
  if (typeof value !== "object" || value === null) return [path];
  const entries: readonly (readonly [string | number, Json])[] = Array.isArray(value)
    ? value.map((inner, position) => [position, inner] as const)
    : Object.entries(value);
  return [path, ...entries.flatMap(([step, inner]) => walk(inner, [...path, step]))];
}

function valueAt(document: Json, path: Path): Json {
  return path.reduce<Json>((value, step) => (value as Readonly<Record<string, Json>>)[step] ?? null, document);
}

function changed(value: Json, path: Path, one: Damage): Json {
  const [step, ...rest] = path;
  if (step === undefined) return wrecked(value, one);
  const isLast = rest.length === 0;
  if (Array.isArray(value)) {
    if (isLast && one.kind === "drop") return value.filter((_, position) => position !== step);
    return value.map((inner, position) => (position === step ? next(inner, rest, one) : inner));
  }
  const entries = Object.entries(value as Readonly<Record<string, Json>>);
  if (isLast && one.kind === "drop") return Object.fromEntries(entries.filter(([key]) => key !== step));
  return Object.fromEntries(entries.map(([key, inner]) => [key, key === step ? next(inner, rest, one) : inner]));
}

function next(inner: Json, rest: Path, one: Damage): Json {
  return rest.length === 0 ? wrecked(inner, one) : changed(inner, rest, one);
}

function wrecked(value: Json, one: Damage): Json {
  switch (one.kind) {
    case "put":
      return one.value;
    case "add":
      return typeof value === "object" && value !== null && !Array.isArray(value)
        ? Object.fromEntries([...Object.entries(value), [one.key, one.value]])
        : one.value;
    case "turn":
      return Array.isArray(value) ? [...value].reverse() : value;
    case "repeat":
      return Array.isArray(value) ? [...value, ...value.slice(0, 1 + (one.pick % 3))] : value;
    case "nest":
      return Array.from({ length: one.pick % 50 }).reduce<Json>((inner) => (one.pick % 2 ? [inner] : { inner }), value);
    default:
      return null;
  }
}

/** Every value of the examples by the names above it, without list positions. */
const valuesByName = new Map<string, Json[]>();
for (const document of examples) {
  for (const path of walk(document, [])) {
    const name = nameOf(path);
    const values = valuesByName.get(name) ?? [];
    values.push(valueAt(document, path));
    valuesByName.set(name, values);
  }
}

function nameOf(path: Path): string {
  return path
    .filter((step) => typeof step === "string")
    .slice(-2)
    .join("/");
}
