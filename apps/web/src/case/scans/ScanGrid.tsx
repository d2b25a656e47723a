import { SKELETAL_SITES, type SkeletalSite, say, valueAt } from "@materbone/clinical";
import { memo, type ReactNode, useCallback } from "react";
import { useEditorStore } from "../../editor/editor-context.tsx";
import { numberCodec, type Reading, SCORE_HINT, whenCodecs } from "../../fields/codec.ts";
import { clear } from "../../fields/commit.ts";
import { useCount, useRemoval } from "../../fields/EntryList.tsx";
import { BasisSelect } from "../../grid/BasisSelect.tsx";
import classes from "../../grid/Grid.module.css";
import { Grid } from "../../grid/Grid.tsx";
import { GridCell } from "../../grid/GridCell.tsx";
import { GridProblems } from "../../grid/GridProblems.tsx";
import type { CellPlace } from "../../grid/grid-keys.ts";
import { useTerms } from "../../language/language.tsx";
import { nextScanId } from "./new-scan.ts";
import { bmdOf, cellLabel, removeScan, scanWords, zOf } from "./scan-words.ts";

const BMD = numberCodec(3);
const Z_SCORE = numberCodec(1, SCORE_HINT);

/** Columns behind the time, in the order of the printed table. */
const COLUMNS: readonly { readonly site: SkeletalSite; readonly key: "bmdGPerCm2" | "zScore" }[] =
  SKELETAL_SITES.flatMap((site) => [
    { site, key: "bmdGPerCm2" as const },
    { site, key: "zScore" as const },
  ]);

/** Every scan in a row: time, then BMD and Z-score of each site; the last row is for a new one. */
export const ScanGrid = memo(function ScanGrid(props: {
  readonly onBlock: (text: string, at: CellPlace) => void;
}): ReactNode {
  const terms = useTerms();
  const store = useEditorStore();
  const count = useCount("/scans");
  const onClear = (cells: readonly CellPlace[]): void => {
    const { record, pending } = store.snapshot().editor;
    const edits = cells
      .map(({ row, col }) => placeOf(row, col))
      .filter((at) => valueAt(record, at) !== undefined || pending[at] !== undefined)
      .map((at) => ({ at, value: undefined }));
    if (edits.length > 0) store.editAll(edits);
  };
  const rows = Array.from({ length: count + 1 }, (_, row) => `/scans/${row}`);
  return (
    <>
      <Grid label={terms.text(scanWords.table)} onBlock={props.onBlock} onClear={onClear}>
        <thead>
          <tr>
            <th rowSpan={2} scope="col" style={{ width: "21%" }}>
              {terms.text(scanWords.time)}
            </th>
            {SKELETAL_SITES.map((site) => (
              <th key={site} colSpan={2} scope="colgroup">
                {terms.site(site)}
              </th>
            ))}
            <td rowSpan={2} className={classes.bare} style={{ width: 26 }} />
          </tr>
          <tr>
            {COLUMNS.map(({ site, key }) => (
              <th key={site + key} scope="col">
                {terms.text(key === "zScore" ? scanWords.z : scanWords.bmd)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((at, row) => (
            <ScanRow key={at} row={row} isNew={row === count} />
          ))}
        </tbody>
      </Grid>
      <p className={classes.hint}>{terms.text(scanWords.hint)}</p>
      <GridProblems base="/scans" />
    </>
  );
});

const ScanRow = memo(function ScanRow({ row, isNew }: { readonly row: number; readonly isNew: boolean }): ReactNode {
  const terms = useTerms();
  const store = useEditorStore();
  const remove = useRemoval();
  const base = `/scans/${row}`;
  // The first value typed into the last row makes the scan.
  const putNew = useCallback(
    (at: string, text: string, reading: Reading) => {
      if (reading.kind === "empty") return clear(store, at);
      const { scans } = store.snapshot().editor.record;
      const problems =
        reading.kind === "refused"
          ? [{ at, ...reading.problem }]
          : store.editAll(
              [
                { at: base, value: { id: nextScanId(scans), sites: {} } },
                { at, value: reading.value },
              ],
              at,
            );
      if (problems.length > 0) store.leavePending(at, { text, problems });
    },
    [store, base],
  );
  const put = isNew ? { put: putNew } : {};
  const label = (what: string): string => say(cellLabel, { what, scan: row + 1 }, terms);
  const time = label(terms.text(scanWords.time));
  return (
    <tr data-at={isNew ? "add:/scans" : undefined}>
      <td>
        <GridCell
          at={`${base}/at`}
          row={row}
          col={0}
          label={time}
          codec={whenCodecs[terms.lang]}
          isText
          placeholder={isNew ? terms.text(scanWords.newRow) : undefined}
          {...put}
        />
        <BasisSelect at={`${base}/at`} label={time} />
      </td>
      {COLUMNS.map(({ site, key }, position) => (
        <td key={site + key}>
          <GridCell
            at={placeOf(row, position + 1)}
            row={row}
            col={position + 1}
            label={label(say(key === "zScore" ? zOf : bmdOf, { site: terms.site(site) }, terms))}
            codec={key === "zScore" ? Z_SCORE : BMD}
            {...put}
          />
        </td>
      ))}
      <td className={classes.bare}>
        {!isNew && (
          <button
            type="button"
            className={classes.remove}
            aria-label={say(removeScan, { scan: row + 1 }, terms)}
            onClick={() => remove(base)}
          >
            ×
          </button>
        )}
      </td>
    </tr>
  );
});

function placeOf(row: number, col: number): string {
  const column = COLUMNS[col - 1];
  return column === undefined ? `/scans/${row}/at` : `/scans/${row}/sites/${column.site}/${column.key}`;
}
