import { correlationEffect } from "./correlation.ts";
import { proportionEffect, rateEffect, twoByTwoEffect, twoRateEffect } from "./counts.ts";
import type { EffectOrigin } from "./effect-origin.ts";
import { type Computed, type EffectSizeRow, isEffect, type RowValues } from "./effect-size-row.ts";
import { type ColumnName, type EffectColumns, MEASURES, type Measure, type VarianceType } from "./measures.ts";
import { oneGroupEffect } from "./one-group.ts";
import { prePostEffect } from "./pre-post.ts";
import { type ReadRow, readRow } from "./read-row.ts";
import { averageTwoGroups, twoGroupEffect } from "./two-group.ts";

export type EffectSizeOptions = {
  /** Estimator of the sampling variance; default `LS`. */
  readonly varianceType?: VarianceType;
  /** Take the small-sample bias from the effect; default true. */
  readonly correct?: boolean;
  /** Added to counts; default 0.5, but 0 for the variance-stabilising measures, which need none. */
  readonly add?: number;
  /** Rows that get it: those with a zero (or full) count, all, all when any row has one, or none; default `only0`. */
  readonly to?: "only0" | "all" | "if0all" | "none";
  /** Leave out rows where all or none had the event in both groups (RR, OR, IRR); default false. */
  readonly drop00?: boolean;
  /** SD for rows that give none; unit of the outcome. Rows that use it say so. */
  readonly assumedSd?: number;
  /** Correlation of after with before for rows that give none. Rows that use it say so. */
  readonly assumedCorrelation?: number;
  /** Where each row's numbers come from, one list per row; carried to the result. */
  readonly origins?: readonly (readonly EffectOrigin[])[];
};

/** Measures whose variance is finite and above 0 at any count. */
const NEEDS_NOTHING_ADDED: ReadonlySet<Measure> = new Set(["PAS", "PFT", "IRS", "IRFT", "IRSD", "AS"]);

/**
 * Effect size and sampling variance of each row, by metafor's names.
 *
 * A row without an effect says why; nothing is dropped in silence and no result is NaN.
 *
 * @param columns - the columns of the measure (`MEASURES[measure].columns`), all of length k; others are ignored
 * @returns k rows in the order given
 * @throws TypeError when a column is absent or the lengths differ
 * @throws RangeError when an option is out of range or the measure has no such variance type
 */
export function effectSizes(
  measure: Measure,
  columns: EffectColumns,
  options: EffectSizeOptions = {},
): readonly EffectSizeRow[] {
  const k = checkLengths(measure, columns, options);
  const settings = checkOptions(measure, options);
  const read: ReadRow[] = [];
  for (let i = 0; i < k; i++) read.push(readRow(measure, columns, i, options.assumedSd, options.assumedCorrelation));
  const usable = read.flatMap((row) => (row.kind === "values" ? [row.values] : []));
  const added = (values: RowValues): number => addedTo(measure, values, usable, settings);
  const compute = computation(measure, usable, settings);

  return read.map((row, i): EffectSizeRow => {
    if (row.kind === "unusable") return { kind: "noEffect", reasons: row.reasons };
    if (settings.drop00 && hasNoContrast(measure, row.values)) {
      return { kind: "noEffect", reasons: [{ kind: "noContrast" }] };
    }
    const add = added(row.values);
    const computed = compute(row.values, add);
    if (!isEffect(computed)) return { kind: "noEffect", reasons: [computed] };
    if (!(computed.vi > 0 && computed.vi < Infinity && Number.isFinite(computed.yi))) {
      return { kind: "noEffect", reasons: [{ kind: "noVariance" }] };
    }
    const origins: EffectOrigin[] = [...(options.origins?.[i] ?? []), ...row.origins];
    if (add > 0) origins.push({ kind: "addedToCounts", add });
    return { kind: "effect", yi: computed.yi, vi: computed.vi, origins };
  });
}

type Settings = {
  readonly varianceType: VarianceType;
  readonly correct: boolean;
  readonly add: number;
  readonly to: "only0" | "all" | "if0all" | "none";
  readonly drop00: boolean;
};

function checkLengths(measure: Measure, columns: EffectColumns, options: EffectSizeOptions): number {
  const info = MEASURES[measure];
  if (info === undefined) throw new RangeError(`unknown measure ${measure}`);
  let k: number | undefined;
  for (const name of info.columns) {
    const column = columns[name];
    if (column === undefined) throw new TypeError(`measure ${measure} needs column ${name}`);
    k ??= column.length;
    if (column.length !== k) throw new TypeError(`column ${name} has ${column.length} rows, expected ${k}`);
  }
  const { origins } = options;
  if (origins !== undefined && origins.length !== k) {
    throw new TypeError(`origins has ${origins.length} rows, expected ${k}`);
  }
  return k ?? 0;
}

function checkOptions(measure: Measure, options: EffectSizeOptions): Settings {
  const { varianceType = "LS", correct = true, to = "only0", drop00 = false, assumedSd, assumedCorrelation } = options;
  const { add = NEEDS_NOTHING_ADDED.has(measure) ? 0 : 0.5 } = options;
  if (!MEASURES[measure].varianceTypes.includes(varianceType)) {
    throw new RangeError(`measure ${measure} has no variance type ${varianceType}`);
  }
  if (!(add >= 0 && add < Infinity)) throw new RangeError(`add must be finite and at least 0, got ${add}`);
  if (assumedSd !== undefined && !(assumedSd > 0 && assumedSd < Infinity)) {
    throw new RangeError(`assumedSd must be finite and above 0, got ${assumedSd}`);
  }
  if (assumedCorrelation !== undefined && !(Math.abs(assumedCorrelation) <= 1)) {
    throw new RangeError(`assumedCorrelation must be within -1 and 1, got ${assumedCorrelation}`);
  }
  return { varianceType, correct, add, to, drop00 };
}

/** The formula of a measure; variance type `AV` first looks at all rows. */
function computation(
  measure: Measure,
  usable: readonly RowValues[],
  settings: Settings,
): (row: RowValues, add: number) => Computed {
  const { varianceType, correct } = settings;
  switch (measure) {
    case "MN":
    case "SMN":
    case "MNLN":
    case "CVLN":
    case "SDLN":
      return (row) => oneGroupEffect(measure, row, correct);
    case "MD":
    case "SMD":
    case "SMDH":
    case "SMD1":
    case "SMD1H":
    case "ROM":
    case "CVR":
    case "VR": {
      const none = { smd: 0, cv1: 0, cv2: 0 };
      const withEffect = usable.filter((row) => isEffect(twoGroupEffect(measure, row, "LS", correct, none)));
      const averages = varianceType === "AV" ? averageTwoGroups(measure, withEffect, correct) : none;
      return (row) => twoGroupEffect(measure, row, varianceType, correct, averages);
    }
    case "PR":
    case "PLN":
    case "PLO":
    case "PAS":
    case "PFT":
      return (row, add) => proportionEffect(measure, row, add);
    case "IR":
    case "IRLN":
    case "IRS":
    case "IRFT":
      return (row, add) => rateEffect(measure, row, add);
    case "IRR":
    case "IRD":
    case "IRSD":
      return (row, add) => twoRateEffect(measure, row, add);
    case "RR":
    case "OR":
    case "RD":
    case "AS":
    case "PETO":
      return (row, add) => twoByTwoEffect(measure, row, add);
    case "COR":
    case "ZCOR":
      return (row) => correlationEffect(measure, row);
    default:
      return (row) => prePostEffect(measure, row, correct);
  }
}

/** What the options add to the counts of a row. */
function addedTo(measure: Measure, row: RowValues, rows: readonly RowValues[], { add, to }: Settings): number {
  if (to === "none" || !MEASURES[measure].columns.some((name) => COUNTS.has(name))) return 0;
  if (to === "all") return add;
  if (to === "only0") return hasZero(measure, row) ? add : 0;
  return rows.some((other) => hasZero(measure, other)) ? add : 0;
}

const COUNTS: ReadonlySet<ColumnName> = new Set(["xi", "x1i", "x2i", "ai", "bi", "ci", "di"]);

function hasZero(measure: Measure, row: RowValues): boolean {
  const { columns } = MEASURES[measure];
  if (columns.some((name) => COUNTS.has(name) && row[name] === 0)) return true;
  return columns.includes("xi") && columns.includes("ni") && row.xi === row.ni;
}

function hasNoContrast(measure: Measure, row: RowValues): boolean {
  if (measure === "IRR") return row.x1i === 0 && row.x2i === 0;
  if (measure !== "RR" && measure !== "OR") return false;
  return (row.ai === 0 && row.ci === 0) || (row.bi === 0 && row.di === 0);
}
