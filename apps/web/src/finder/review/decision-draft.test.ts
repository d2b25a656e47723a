import { describe, expect, it } from "vitest";
import { draftProblem, EMPTY_DRAFT, readDraft, toggled, withVerdict } from "./decision-draft.ts";

describe("what a reviewer has entered", () => {
  it("lacks a verdict, then a reason, then a note for what is in no list", () => {
    expect(draftProblem(EMPTY_DRAFT)).toBe("noVerdict");
    const plo = withVerdict(EMPTY_DRAFT, "plo");
    expect(draftProblem(plo)).toBe("noReason");
    expect(draftProblem(toggled(plo, "low_z_score"))).toBeUndefined();
    expect(draftProblem(toggled(plo, "other"))).toBe("noNote");
    expect(draftProblem({ ...toggled(plo, "other"), note: "seen on MRI elsewhere" })).toBeUndefined();
  });

  it("keeps under another verdict only the reasons that go with it, and the note", () => {
    const plo = toggled(toggled(withVerdict(EMPTY_DRAFT, "plo"), "other"), "low_z_score");
    expect(withVerdict({ ...plo, note: "x" }, "not_plo")).toEqual({
      verdict: "not_plo",
      reasons: ["other"],
      note: "x",
    });
  });

  it("has reasons in the order of the list, each once, and gives one back when it is chosen again", () => {
    const plo = toggled(toggled(withVerdict(EMPTY_DRAFT, "plo"), "other"), "fracture_on_images");
    expect(plo.reasons).toEqual(["fracture_on_images", "other"]);
    expect(toggled(plo, "other").reasons).toEqual(["fracture_on_images"]);
  });

  it("comes back with who settles a disagreement, chosen before or after the verdict", () => {
    const third = { ...EMPTY_DRAFT, by: "third", adjudicator: "Zhou" } as const;
    expect(readDraft(JSON.stringify(third))).toEqual(third);
    const settled = withVerdict(third, "plo");
    expect(settled).toMatchObject({ by: "third", adjudicator: "Zhou" });
    expect(readDraft(JSON.stringify(settled))).toEqual(settled);
    expect(readDraft('{"by":"nobody","adjudicator":4}')).toEqual(EMPTY_DRAFT);
  });

  it("comes back as it was stored, and what is no draft is an empty one", () => {
    const draft = { ...toggled(withVerdict(EMPTY_DRAFT, "cannot_tell"), "images_missing"), note: "ask radiology" };
    expect(readDraft(JSON.stringify(draft))).toEqual(draft);
    for (const text of [null, "", "[", '{"verdict":"perhaps"}']) expect(readDraft(text)).toEqual(EMPTY_DRAFT);
    expect(readDraft('{"verdict":"plo","reasons":["no_fracture","other"]}').reasons).toEqual(["other"]);
  });
});
