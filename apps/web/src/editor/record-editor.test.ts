import type { CaseRecord } from "@materbone/clinical";
import { describe, expect, it } from "vitest";
import {
  dropPending,
  edit,
  editAll,
  isChanged,
  leavePending,
  markSaved,
  openEditor,
  rebased,
  redo,
  removeEntry,
  revertToSaved,
  settle,
  undo,
} from "./record-editor.ts";

const saved: CaseRecord = {
  schema: "materbone/case/1",
  id: "w-1",
  person: { ageYears: 30 },
  symptoms: [{ symptom: "backPain" }, { symptom: "lowBackPain" }, { symptom: "heightLoss" }],
};

describe("edit", () => {
  it("takes what the record can hold", () => {
    const editor = edit(openEditor(saved, 3), { at: "/person/ageYears", value: 31 });
    expect(editor.record.person?.ageYears).toBe(31);
    expect(editor.pending).toEqual({});
    expect(isChanged(editor)).toBe(true);
  });

  it("keeps the text of what it cannot hold, and the record as it was", () => {
    const editor = edit(openEditor(saved, 3), { at: "/person/ageYears", value: 300, text: "300" });
    expect(editor.record).toBe(saved);
    expect(editor.pending["/person/ageYears"]).toMatchObject({ text: "300", problems: [{ kind: "outOfRange" }] });
    expect(isChanged(editor)).toBe(true);
  });

  it("lets a good value replace the text that waited", () => {
    const waiting = leavePending(openEditor(saved, 3), "/person/ageYears", { text: "thirty", problems: [] });
    expect(edit(waiting, { at: "/person/ageYears", value: 32 }).pending).toEqual({});
  });

  it("takes the object away that an emptied field leaves empty", () => {
    const editor = edit(openEditor(saved, 3), { at: "/person/ageYears", value: undefined });
    expect(editor.record).not.toHaveProperty("person");
  });

  it("keeps an emptied object that the record cannot be without", () => {
    const record: CaseRecord = {
      schema: "materbone/case/1",
      id: "w-1",
      scans: [{ id: "scan-1", sites: { totalHip: { bmdGPerCm2: 0.7 } } }],
    };
    const editor = edit(openEditor(record, 1), { at: "/scans/0/sites/totalHip/bmdGPerCm2", value: undefined });
    expect(editor.record.scans).toEqual([{ id: "scan-1", sites: {} }]);
    expect(editor.read(editor.record).kind).toBe("read");
  });

  it("drops the text that waits inside an object that goes", () => {
    const waiting = leavePending(openEditor(saved, 3), "/person/heightCm", { text: "tall", problems: [] });
    expect(edit(waiting, { at: "/person", value: undefined }).pending).toEqual({});
    expect(edit(waiting, { at: "/person/ageYears", value: undefined }).pending).toHaveProperty(["/person/heightCm"]);
  });

  it("makes the parts on the way to a new field", () => {
    const editor = edit(openEditor(saved, 3), { at: "/pregnancies/0/lactation/weaned", value: { months: 6 } });
    expect(editor.record.pregnancies).toEqual([{ lactation: { weaned: { months: 6 } } }]);
  });
});

describe("undo", () => {
  it("takes the letters of one field as one step, until the field is left", () => {
    let editor = openEditor(saved, 3);
    for (const value of [2, 25, 25.5].filter((age) => age >= 12)) {
      editor = edit(editor, { at: "/person/ageYears", value });
    }
    editor = edit(settle(editor), { at: "/person/ageYears", value: 26 });
    editor = undo(editor);
    expect(editor.record.person?.ageYears).toBe(25.5);
    editor = undo(editor);
    expect(editor.record).toBe(saved);
    expect(redo(redo(editor)).record.person?.ageYears).toBe(26);
  });

  it("brings waiting text back as well", () => {
    const waiting = leavePending(openEditor(saved, 3), "/person/ageYears", { text: "x", problems: [] });
    const dropped = dropPending(waiting, "/person/ageYears");
    expect(dropped.pending).toEqual({});
    expect(undo(settle(dropped)).pending).toEqual({});
    expect(undo(dropPending(settle(waiting), "/person/ageYears")).pending).toHaveProperty(["/person/ageYears"]);
  });

  it("brings the work back after a return to what was saved", () => {
    const worked = edit(openEditor(saved, 3), { at: "/person/ageYears", value: 31 });
    const reverted = revertToSaved(worked);
    expect(reverted.record).toBe(saved);
    expect(undo(reverted).record.person?.ageYears).toBe(31);
  });
});

describe("editAll", () => {
  it("is all or nothing and one step", () => {
    const editor = openEditor(saved, 3);
    const good = editAll(editor, [
      { at: "/scans/0", value: { id: "scan-1", sites: {} } },
      { at: "/scans/0/sites/totalHip/bmdGPerCm2", value: 0.712 },
    ]);
    expect(good.problems).toEqual([]);
    expect(undo(good.editor).record).toBe(saved);
    const bad = editAll(editor, [
      { at: "/person/ageYears", value: 31 },
      { at: "/person/heightCm", value: 1 },
    ]);
    expect(bad.editor).toBe(editor);
    expect(bad.problems).toMatchObject([{ at: "/person/heightCm" }]);
  });
});

describe("a cleared block", () => {
  it("leaves no empty site behind", () => {
    const record: CaseRecord = {
      schema: "materbone/case/1",
      id: "w-1",
      scans: [
        { id: "scan-1", sites: { totalHip: { bmdGPerCm2: 0.7 }, femoralNeck: { bmdGPerCm2: 0.6, zScore: -2.1 } } },
      ],
    };
    const { editor } = editAll(openEditor(record, 1), [
      { at: "/scans/0/sites/femoralNeck/bmdGPerCm2", value: undefined },
      { at: "/scans/0/sites/femoralNeck/zScore", value: undefined },
    ]);
    expect(editor.record.scans).toEqual([{ id: "scan-1", sites: { totalHip: { bmdGPerCm2: 0.7 } } }]);
  });
});

describe("removeEntry", () => {
  it("moves text that waits in later entries up with them", () => {
    let editor = openEditor(saved, 3);
    editor = leavePending(editor, "/symptoms/0/onset", { text: "a", problems: [] });
    editor = leavePending(editor, "/symptoms/1/onset", { text: "b", problems: [] });
    editor = leavePending(editor, "/symptoms/2/onset", { text: "c", problems: [] });
    const { editor: after } = removeEntry(editor, "/symptoms/1");
    expect(after.record.symptoms).toEqual([{ symptom: "backPain" }, { symptom: "heightLoss" }]);
    expect(after.pending).toEqual({
      "/symptoms/0/onset": { text: "a", problems: [] },
      "/symptoms/1/onset": { text: "c", problems: [] },
    });
    expect(undo(after).record).toBe(saved);
  });

  it("takes an emptied list away, but not one that must stay", () => {
    const record: CaseRecord = {
      schema: "materbone/case/1",
      id: "w-1",
      scans: [{ id: "scan-1", sites: {} }],
      laboratory: [{ results: [{ analyte: "pth", value: "17", unit: "pg/mL" }] }],
    };
    const editor = openEditor(record, 1);
    expect(removeEntry(editor, "/scans/0").editor.record).not.toHaveProperty("scans");
    expect(removeEntry(editor, "/laboratory/0/results/0").editor.record.laboratory).toEqual([{ results: [] }]);
  });

  it("forgets an entry that only waits", () => {
    const waiting = leavePending(openEditor(saved, 3), "/scores/0/value", { text: "x", problems: [] });
    const { editor } = removeEntry(waiting, "/scores/0");
    expect(editor.pending).toEqual({});
    expect(editor.record).toEqual(saved);
  });

  it("is refused where the record would not stand", () => {
    const record: CaseRecord = {
      schema: "materbone/case/1",
      id: "w-1",
      pregnancies: [{ index: true }, { parity: 2 }, { parity: 3 }],
    };
    const result = removeEntry(openEditor(record, 1), "/pregnancies/0");
    expect(result.problems).toMatchObject([{ kind: "noIndexPregnancy" }]);
    expect(result.editor.record).toBe(record);
  });
});

describe("saving", () => {
  it("takes what was saved as the new ground and keeps what was typed since", () => {
    const first = edit(openEditor(saved, 3), { at: "/person/ageYears", value: 31 });
    const more = edit(settle(first), { at: "/person/ageYears", value: 32 });
    const after = markSaved(more, first.record, 4);
    expect(after.revision).toBe(4);
    expect(isChanged(after)).toBe(true);
    expect(isChanged(markSaved(more, more.record, 4))).toBe(false);
  });

  it("stands on their revision after a merge, and undo finds the own work", () => {
    const mine = edit(openEditor(saved, 3), { at: "/person/ageYears", value: 31 });
    const theirs: CaseRecord = { ...saved, person: { ageYears: 29 } };
    const merged = rebased(mine, { saved: theirs, revision: 5, record: theirs });
    expect(merged.revision).toBe(5);
    expect(isChanged(merged)).toBe(false);
    expect(undo(merged).record).toBe(mine.record);
  });

  it("asks again after a merge is undone, because that work has not seen their change", () => {
    const mine = edit(openEditor(saved, 3), { at: "/person/ageYears", value: 31 });
    const theirs: CaseRecord = { ...saved, person: { ageYears: 29 } };
    const undone = undo(rebased(mine, { saved: theirs, revision: 5, record: theirs }));
    expect(undone.revision).toBe(3);
    expect(undone.saved).toBe(saved);
    const again = redo(undone);
    expect(again.revision).toBe(5);
    expect(again.saved).toBe(theirs);
  });

  it("moves the steps of its own revision along, and leaves those of an older one", () => {
    const mine = edit(openEditor(saved, 3), { at: "/person/ageYears", value: 31 });
    const theirs: CaseRecord = { ...saved, person: { ageYears: 29 } };
    const merged = settle(rebased(mine, { saved: theirs, revision: 5, record: theirs }));
    const more = edit(merged, { at: "/person/heightCm", value: 160 });
    const after = markSaved(more, more.record, 6);
    const back = undo(after);
    expect(back.record).toBe(theirs);
    expect(back.revision).toBe(6);
    expect(isChanged(back)).toBe(true);
    expect(undo(back).revision).toBe(3);
  });

  it("leaves the ground of work that went back behind a merge while it was saved", () => {
    const mine = edit(openEditor(saved, 3), { at: "/person/ageYears", value: 31 });
    const theirs: CaseRecord = { ...saved, person: { ageYears: 29 } };
    const undone = undo(rebased(mine, { saved: theirs, revision: 5, record: theirs }));
    const after = markSaved(undone, theirs, 6, 5);
    expect(after.revision).toBe(3);
    expect(redo(after).revision).toBe(6);
  });

  it("stands on the newest revision after a return to it", () => {
    const worked = edit(openEditor(saved, 3), { at: "/person/ageYears", value: 31 });
    const newest: CaseRecord = { ...saved, person: { ageYears: 29 } };
    const reverted = revertToSaved(worked, { saved: newest, revision: 5 });
    expect(reverted.record).toBe(newest);
    expect(reverted.revision).toBe(5);
    expect(isChanged(reverted)).toBe(false);
    expect(undo(reverted).revision).toBe(3);
  });
});
