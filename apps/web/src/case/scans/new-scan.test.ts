import type { CaseRecord } from "@materbone/clinical";
import { expect, it } from "vitest";
import { editAll, openEditor } from "../../editor/record-editor.ts";
import { readScanBlock } from "../../paste/scan-block.ts";
import { editsOfScans, nextScanId } from "./new-scan.ts";

const record: CaseRecord = {
  schema: "materbone/case/1",
  id: "w-1",
  scans: [{ id: "scan-2", sites: { totalHip: { bmdGPerCm2: 0.7 } } }],
};

it("finds an id that is free", () => {
  expect(nextScanId(undefined)).toBe("scan-1");
  expect(nextScanId(record.scans)).toBe("scan-3");
});

it("fills the scans that are there and adds the others, in one step", () => {
  const block = readScanBlock(["6\t0.765\t-2.9", "17\t0.892\t-1.8", "29\t0.9\t-1.7"].join("\n"));
  const { editor, problems } = editAll(openEditor(record, 1), editsOfScans(record, block, 0));
  expect(problems).toEqual([]);
  expect(editor.record.scans).toEqual([
    {
      id: "scan-2",
      at: { months: 6, basis: "stated" },
      sites: { totalHip: { bmdGPerCm2: 0.7 }, lumbarSpine: { bmdGPerCm2: 0.765, zScore: -2.9 } },
    },
    { id: "scan-3", at: { months: 17, basis: "stated" }, sites: { lumbarSpine: { bmdGPerCm2: 0.892, zScore: -1.8 } } },
    { id: "scan-4", at: { months: 29, basis: "stated" }, sites: { lumbarSpine: { bmdGPerCm2: 0.9, zScore: -1.7 } } },
  ]);
  expect(editor.past).toHaveLength(1);
});

it("adds behind the scans that are there when pasted below them", () => {
  const { editor } = editAll(openEditor(record, 1), editsOfScans(record, readScanBlock("6\t0.765\t-2.9"), 9));
  expect(editor.record.scans?.map((scan) => scan.id)).toEqual(["scan-2", "scan-3"]);
});

it("takes vertebrae and sides over with the values they belong to", () => {
  const empty: CaseRecord = { schema: "materbone/case/1", id: "w-2" };
  const block = readScanBlock("部位\tBMD\nL2-L4\t0.7\n左股骨颈\t0.6");
  const { editor, problems } = editAll(openEditor(empty, 1), editsOfScans(empty, block, 0));
  expect(problems).toEqual([]);
  expect(editor.record.scans?.[0]?.sites).toEqual({
    lumbarSpine: { bmdGPerCm2: 0.7, vertebrae: ["L2", "L3", "L4"] },
    femoralNeck: { bmdGPerCm2: 0.6, side: "left" },
  });
});
