import type { Text } from "@materbone/clinical";
import { count, finite, onePlaceEach, span } from "./checked.ts";
import type { Prediction, Quantity, SinglesKept, ValueSpan } from "./evidence-figure-data.ts";

/** One analysis: an assumption, with or without single women. */
export type SensitivityRow = ValueSpan & {
  readonly at: string;
  /** "SD of change 5 points"; rows of one assumption stand together. */
  readonly assumption: Text;
  readonly singles: SinglesKept;
  readonly studies: number;
  readonly women: number;
  readonly estimate: number;
  readonly prediction: Prediction;
  /** The analysis that the others are held against. */
  readonly isPrimary: boolean;
};

export type SensitivityData = {
  readonly id: string;
  readonly title: Text;
  readonly quantity: Quantity;
  /** Confidence level in percent. */
  readonly level: number;
  readonly rows: readonly SensitivityRow[];
  /** Where the upright line stands; default 0. */
  readonly reference?: number | undefined;
  readonly notes?: readonly Text[] | undefined;
};

/** Rows by assumption, in the order in which assumptions first appear. */
export function byAssumption(rows: readonly SensitivityRow[]): readonly (readonly SensitivityRow[])[] {
  const groups = new Map<string, SensitivityRow[]>();
  for (const row of rows) groups.set(row.assumption.en, [...(groups.get(row.assumption.en) ?? []), row]);
  return [...groups.values()];
}

/**
 * @throws RangeError for a number that is not finite or out of its range
 * @throws TypeError for two data at one place, or more than one primary analysis
 */
export function checkSensitivity(data: SensitivityData): void {
  finite("level", data.level);
  if (data.reference !== undefined) finite("reference", data.reference);
  for (const row of data.rows) {
    finite(`estimate of ${row.at}`, row.estimate);
    span(`interval of ${row.at}`, row);
    count(`studies of ${row.at}`, row.studies);
    count(`women of ${row.at}`, row.women);
    if (row.prediction.kind === "interval") span(`prediction interval of ${row.at}`, row.prediction);
  }
  const primary = data.rows.filter(({ isPrimary }) => isPrimary).map(({ at }) => at);
  if (primary.length > 1) throw new TypeError(`more than one primary analysis: ${primary.join(", ")}`);
  onePlaceEach(data.rows.map(({ at }) => at));
}
