import type { CaseRecord } from "@materbone/clinical";
import { expect, it } from "vitest";
import { editAll, leavePending, openEditor } from "../../editor/record-editor.ts";
import { clearedCells } from "./cleared-cells.ts";

const record: CaseRecord = {
  schema: "materbone/case/1",
  id: "w-1",
  laboratory: [{ results: [{ analyte: "pth", value: "17", unit: "pg/mL", interval: { low: "15", high: "65" } }] }],
};
const at = "/laboratory/0";
const row = (number: number) => [0, 1, 2, 3].map((col) => ({ row: number, col }));

it("clears the interval of a recorded value and leaves the value", () => {
  const editor = openEditor(record, 1);
  const { edits, kept } = clearedCells(editor, at, row(0));
  expect(kept).toBe(3);
  expect(editAll(editor, edits).editor.record.laboratory?.[0]?.results).toEqual([
    { analyte: "pth", value: "17", unit: "pg/mL" },
  ]);
});

it("clears text that waits, also where a value stands behind it and in the row for a new value", () => {
  let editor = leavePending(openEditor(record, 1), `${at}/results/0/value`, { text: "x", problems: [] });
  editor = leavePending(editor, `${at}/results/1/analyte`, { text: "PTH", problems: [] });
  const { edits, kept } = clearedCells(editor, at, [...row(0).slice(0, 3), ...row(1)]);
  const cleared = editAll(editor, edits);
  expect(cleared.problems).toEqual([]);
  expect(cleared.editor.pending).toEqual({});
  expect(cleared.editor.record).toEqual(record);
  expect(kept).toBe(3);
});
