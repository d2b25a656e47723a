import type { CaseRecord } from "@materbone/clinical";
import type { Edit } from "../../editor/record-editor.ts";
import type { ScanBlock } from "../../paste/scan-cells.ts";

/** The next free id: `scan-1`, `scan-2`... */
export function nextScanId(scans: CaseRecord["scans"], taken: readonly string[] = []): string {
  const ids = new Set([...(scans ?? []).map((scan) => scan.id), ...taken]);
  let number = (scans?.length ?? 0) + taken.length + 1;
  while (ids.has(`scan-${number}`)) number += 1;
  return `scan-${number}`;
}

/**
 * The edits that take a pasted block over: its rows become new scans, or fill scans from `firstRow` on.
 *
 * @param firstRow - position of the scan that the first row goes to; that of a new one where there are fewer scans
 */
export function editsOfScans(record: CaseRecord, block: ScanBlock, firstRow: number): readonly Edit[] {
  const known = record.scans?.length ?? 0;
  const ids: string[] = [];
  return block.rows.flatMap((row, position): readonly Edit[] => {
    const target = Math.min(firstRow, known) + position;
    const base = `/scans/${target}`;
    const edits: Edit[] = [];
    if (target >= known) {
      const id = nextScanId(record.scans, ids);
      ids.push(id);
      edits.push({ at: base, value: { id, sites: {} } });
    }
    if (row.when !== undefined) edits.push({ at: `${base}/at`, value: row.when });
    for (const { site, quantity, value } of row.values) edits.push({ at: `${base}/sites/${site}/${quantity}`, value });
    const hasSpine = row.values.some((cell) => cell.site === "lumbarSpine");
    if (hasSpine && row.vertebrae !== undefined) {
      edits.push({ at: `${base}/sites/lumbarSpine/vertebrae`, value: row.vertebrae });
    }
    for (const site of new Set(row.values.map((cell) => cell.site))) {
      const side = row.sides?.[site];
      if (side !== undefined) edits.push({ at: `${base}/sites/${site}/side`, value: side });
    }
    return edits;
  });
}
