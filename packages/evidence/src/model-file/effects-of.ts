import { nearest } from "@materbone/clinical";
import type { EffectOrigin } from "../effect-size/effect-origin.ts";
import type { EffectSizeRow, NoEffectReason } from "../effect-size/effect-size-row.ts";
import { effectSizes } from "../effect-size/effect-sizes.ts";
import { type ColumnName, type EffectColumns, MEASURES, type Measure } from "../effect-size/measures.ts";
import type { DataTable } from "./data-table.ts";
import { type EvidenceProblem, engineProblem } from "./evidence-problem.ts";
import type { Exclusion } from "./exclusion.ts";
import type { EffectInput } from "./model-schema.ts";

/** The effects of the records that have one, or what is wrong. */
export type EffectsOf =
  | {
      readonly kind: "effects";
      /** Name of the measure; `undefined` for given effects. */
      readonly measure: Measure | undefined;
      /** Places in the table. */
      readonly places: readonly number[];
      readonly yi: readonly number[];
      readonly vi: readonly number[];
      /** Women behind each effect, where the raw columns say. */
      readonly ni: readonly (number | undefined)[];
      readonly origins: readonly (readonly EffectOrigin[])[];
      readonly excluded: readonly Exclusion[];
    }
  | { readonly kind: "refused"; readonly problems: readonly EvidenceProblem[] };

/** Inputs that a conversion computed, by name, for every place of the table; they fill cells that are missing. */
export type ConvertedInputs = ReadonlyMap<
  string,
  { readonly values: readonly (number | undefined)[]; readonly origins: readonly (EffectOrigin | undefined)[] }
>;

/**
 * Reads given effects, or computes them from raw columns.
 *
 * @param effect - of the model; without one, the columns `yi` and `vi`, or `yi` and `sei`, of the data
 * @param variances - of a given covariance of the sampling errors, by place; they are taken before any column
 */
export function effectsOf(
  effect: EffectInput | undefined,
  table: DataTable,
  places: readonly number[],
  labels: readonly string[],
  converted: ConvertedInputs,
  variances: ((place: number) => number | undefined) | undefined,
): EffectsOf {
  const usual = effect ?? usualEffect(table, variances !== undefined);
  if (usual === undefined || (!("measure" in usual || "vi" in usual || "sei" in usual) && variances === undefined)) {
    const at = effect === undefined ? "" : "/effect";
    return refused([{ in: "model", at, kind: "needs", what: "effect", needs: "yi, vi" }]);
  }
  if ("measure" in usual) return computedEffects(usual, table, places, labels, converted);
  return givenEffects(usual, table, places, labels, variances);
}

function usualEffect({ columns }: DataTable, hasVariances: boolean): EffectInput | undefined {
  if (!columns.has("yi")) return undefined;
  if (hasVariances) return { yi: "yi" };
  if (columns.has("vi")) return { yi: "yi", vi: "vi" };
  return columns.has("sei") ? { yi: "yi", sei: "sei" } : undefined;
}

type GivenEffect = Extract<EffectInput, { yi: string }>;

function givenEffects(
  effect: GivenEffect,
  table: DataTable,
  places: readonly number[],
  labels: readonly string[],
  variances: ((place: number) => number | undefined) | undefined,
): EffectsOf {
  const spread = "vi" in effect ? effect.vi : "sei" in effect ? effect.sei : "sampling";
  const spreadName = "sei" in effect ? "sei" : "vi";
  const problems: EvidenceProblem[] = [];
  const y = numberCells(effect.yi, table, places, problems);
  const v = variances === undefined ? numberCells(spread, table, places, problems) : places.map(variances);
  const used: number[] = [];
  const excluded: Exclusion[] = [];
  const yi: number[] = [];
  const vi: number[] = [];
  places.forEach((place, at) => {
    const [effectValue, spreadValue] = [y[at], v[at]];
    if (spreadValue !== undefined && !(spreadValue > 0)) {
      const column = typeof spread === "string" ? spread : spreadName;
      problems.push({
        in: "data",
        kind: "impossibleNumber",
        row: table.rows[place],
        column,
        value: String(spreadValue),
        must: "positive",
      });
    }
    const missing = [
      ...(effectValue === undefined ? [effect.yi] : []),
      ...(spreadValue === undefined ? [String(spread)] : []),
    ];
    if (effectValue === undefined || spreadValue === undefined) {
      excluded.push({ row: table.rows[place], label: labels[place], reason: { kind: "missing", columns: missing } });
      return;
    }
    used.push(place);
    yi.push(effectValue);
    vi.push("sei" in effect && variances === undefined ? spreadValue ** 2 : spreadValue);
  });
  if (problems.length > 0) return refused(problems);
  return {
    kind: "effects",
    measure: undefined,
    places: used,
    yi,
    vi,
    ni: used.map(() => undefined),
    origins: used.map(() => []),
    excluded,
  };
}

function computedEffects(
  effect: Extract<EffectInput, { measure: string }>,
  table: DataTable,
  places: readonly number[],
  labels: readonly string[],
  converted: ConvertedInputs,
): EffectsOf {
  const measure = measureNamed(effect.measure);
  if (measure === undefined) {
    const known = Object.keys(MEASURES);
    const problem = {
      at: "/effect/measure",
      kind: "notOneOf",
      value: JSON.stringify(effect.measure),
      allowed: known,
      nearest: nearest(effect.measure, known),
    } as const;
    return refused([{ in: "model", at: problem.at, kind: "schema", problem }]);
  }
  const problems: EvidenceProblem[] = [];
  const inputs = rawInputs(measure, effect, table, places, converted, problems);
  if (problems.length > 0) return refused(problems);
  const options = effect.options ?? {};
  let rows: readonly EffectSizeRow[];
  try {
    rows = effectSizes(measure, inputs.columns, {
      ...(options.vtype === undefined ? {} : { varianceType: options.vtype }),
      ...(options.correct === undefined ? {} : { correct: options.correct }),
      ...(options.add === undefined ? {} : { add: options.add }),
      ...(options.to === undefined ? {} : { to: options.to }),
      ...(options.drop00 === undefined ? {} : { drop00: options.drop00 }),
      ...(options.assumedSd === undefined ? {} : { assumedSd: options.assumedSd }),
      ...(options.assumedCorrelation === undefined ? {} : { assumedCorrelation: options.assumedCorrelation }),
      origins: inputs.origins,
    });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return refused([engineProblem(error, "/effect/options")]);
  }
  const used: number[] = [];
  const yi: number[] = [];
  const vi: number[] = [];
  const ni: (number | undefined)[] = [];
  const origins: (readonly EffectOrigin[])[] = [];
  const excluded: Exclusion[] = [];
  rows.forEach((row, at) => {
    const place = places[at];
    if (row.kind === "effect") {
      used.push(place);
      yi.push(row.yi);
      vi.push(row.vi);
      ni.push(inputs.sizes[at]);
      origins.push(row.origins);
      return;
    }
    for (const reason of row.reasons) {
      const problem = wrongNumber(reason, table.rows[place], effect.columns ?? {});
      if (problem !== undefined) problems.push(problem);
    }
    excluded.push({ row: table.rows[place], label: labels[place], reason: { kind: "noEffect", reasons: row.reasons } });
  });
  if (problems.length > 0) return refused(problems);
  return { kind: "effects", measure, places: used, yi, vi, ni, origins, excluded };
}

function measureNamed(given: string): Measure | undefined {
  return (Object.keys(MEASURES) as Measure[]).find((measure) => measure === given.toUpperCase());
}

type RawInputs = {
  readonly columns: EffectColumns;
  readonly origins: readonly (readonly EffectOrigin[])[];
  readonly sizes: readonly (number | undefined)[];
};

/** The inputs of a measure: the column or number the model gives, else the column of the same name; bi and di also from sizes. */
function rawInputs(
  measure: Measure,
  effect: Extract<EffectInput, { measure: string }>,
  table: DataTable,
  places: readonly number[],
  converted: ConvertedInputs,
  problems: EvidenceProblem[],
): RawInputs {
  const given = effect.columns ?? {};
  const needed = MEASURES[measure].columns;
  const sizeInputs = needed.includes("bi") ? ["n1i", "n2i"] : [];
  const known: readonly string[] = [...needed, ...sizeInputs];
  for (const input of Object.keys(given)) {
    if (known.includes(input)) continue;
    const problem = {
      at: `/effect/columns/${input}`,
      kind: "unknownKey",
      key: input,
      nearest: nearest(input, known),
    } as const;
    problems.push({ in: "model", at: problem.at, kind: "schema", problem });
  }
  const origins: EffectOrigin[][] = places.map(() => []);
  const read = (input: string): (number | undefined)[] | undefined => {
    const source = given[input] ?? (table.columns.has(input) ? input : undefined);
    const derived = converted.get(input);
    if (source === undefined && derived === undefined) return undefined;
    const own = source === undefined ? places.map(() => undefined) : numberCells(source, table, places, problems);
    return own.map((value, at) => {
      const filled = value ?? derived?.values[places[at]];
      const origin = value === undefined ? derived?.origins[places[at]] : undefined;
      if (filled !== undefined && origin !== undefined && !origins[at].some(({ kind }) => kind === origin.kind)) {
        origins[at].push(origin);
      }
      return filled;
    });
  };
  const columns: Partial<Record<ColumnName, (number | undefined)[]>> = {};
  for (const input of needed) {
    const values = read(input) ?? fromSizes(input, read) ?? assumed(input, effect, places.length);
    if (values === undefined)
      problems.push({ in: "model", at: "/effect/columns", kind: "missingInput", measure, input });
    else columns[input] = values;
  }
  const sizes = places.map((_, at) => totalSize(columns, at));
  return { columns, origins, sizes };
}

/** `bi` and `di` of a 2x2 table from the sizes of the groups. */
function fromSizes(
  input: string,
  read: (input: string) => (number | undefined)[] | undefined,
): (number | undefined)[] | undefined {
  if (input !== "bi" && input !== "di") return undefined;
  const [events, sizes] = input === "bi" ? [read("ai"), read("n1i")] : [read("ci"), read("n2i")];
  return sizes?.map((size, at) => {
    const event = events?.[at];
    return size === undefined || event === undefined ? undefined : size - event;
  });
}

/** An SD or correlation that no column has, where the model assumes one. */
function assumed(
  input: ColumnName,
  { options }: Extract<EffectInput, { measure: string }>,
  count: number,
): undefined[] | undefined {
  const isAssumed =
    (input.startsWith("sd") && options?.assumedSd !== undefined) ||
    (input === "ri" && options?.assumedCorrelation !== undefined);
  return isAssumed ? Array.from({ length: count }, () => undefined) : undefined;
}

function totalSize(columns: Partial<Record<ColumnName, (number | undefined)[]>>, at: number): number | undefined {
  const sum = (...inputs: readonly ColumnName[]): number | undefined =>
    inputs.reduce<number | undefined>((total, input) => {
      const value = columns[input]?.[at];
      return total === undefined || value === undefined ? undefined : total + value;
    }, 0);
  if (columns.ni !== undefined) return sum("ni");
  if (columns.n1i !== undefined) return sum("n1i", "n2i");
  return columns.ai === undefined ? undefined : sum("ai", "bi", "ci", "di");
}

/** A number that cannot be is the file's fault and stops the fit; one that gives no effect only leaves the row out. */
function wrongNumber(
  reason: NoEffectReason,
  row: number,
  given: Readonly<Record<string, string | number>>,
): EvidenceProblem | undefined {
  const problem = (
    input: string,
    value: number,
    must: "notNegative" | "between-1And1" | "positive",
  ): EvidenceProblem => ({
    in: "data",
    kind: "impossibleNumber",
    row,
    column: String(given[input] ?? input),
    value: String(value),
    must,
  });
  switch (reason.kind) {
    case "sdNotPositive":
      return reason.value < 0 ? problem(reason.column, reason.value, "notNegative") : undefined;
    case "sizeBelowOne":
      return reason.value < 0 ? problem(reason.column, reason.value, "notNegative") : undefined;
    case "correlationOutOfRange":
      return problem(reason.column, reason.value, "between-1And1");
    case "countOutOfRange":
      return problem(reason.column, reason.value, "notNegative");
    default:
      return undefined;
  }
}

/**
 * Numbers of a column at places of the table; a number in place of a column stands for all rows. Text in the column is a
 * problem for each cell.
 */
export function numberCells(
  source: string | number,
  table: DataTable,
  places: readonly number[],
  problems: EvidenceProblem[],
): (number | undefined)[] {
  if (typeof source === "number") return places.map(() => source);
  const column = table.columns.get(source);
  if (column === undefined) return places.map(() => undefined);
  return places.map((place) => {
    const cell = column.cells[place];
    if (cell !== undefined && cell.number === undefined) {
      problems.push({
        in: "data",
        kind: "textInNumberColumn",
        row: table.rows[place],
        column: source,
        value: cell.text,
      });
    }
    return cell?.number;
  });
}

function refused(problems: readonly EvidenceProblem[]): EffectsOf {
  return { kind: "refused", problems };
}
