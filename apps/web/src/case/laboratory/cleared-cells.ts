import { type CaseRecord, valueAt } from "@materbone/clinical";
import type { Edit, RecordEditor } from "../../editor/record-editor.ts";
import type { CellPlace } from "../../grid/grid-keys.ts";

/** Keys of a result by the column of the grid they stand in. */
const KEYS = ["analyte", "value", "unit", "interval"] as const;

type Cleared = {
  readonly edits: readonly Edit[];
  /** Number of cells whose content stays, because the value could not be without it. */
  readonly kept: number;
};

/**
 * What clearing cells of a sampling does. A value cannot be without analyte, number and unit: of a recorded value only the
 * interval goes; text that waits goes everywhere.
 *
 * @param at - place of the sampling
 */
export function clearedCells(
  { record, pending }: { readonly record: CaseRecord; readonly pending: RecordEditor["pending"] },
  at: string,
  cells: readonly CellPlace[],
): Cleared {
  const places = cells.flatMap(({ row, col }) => {
    const key = KEYS[col];
    if (key === undefined) return [];
    const place = `${at}/results/${row}/${key}`;
    return [{ at: place, key, held: valueAt(record, place), isWaiting: pending[place] !== undefined }];
  });
  const edits = places.flatMap(({ at: place, key, held, isWaiting }): readonly Edit[] => {
    if (key === "interval") return held === undefined && !isWaiting ? [] : [{ at: place, value: undefined }];
    return isWaiting ? [{ at: place, value: held }] : [];
  });
  return { edits, kept: places.filter(({ key, held }) => key !== "interval" && held !== undefined).length };
}
