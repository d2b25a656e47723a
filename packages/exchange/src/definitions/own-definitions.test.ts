import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CohortDefinition, presetDefinition } from "@materbone/finder";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { deleteOwnDefinition, listOwnDefinitions, readOwnDefinition, saveOwnDefinition } from "./own-definitions.ts";

let folder: string;
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), "materbone-own-")), "definitions");
});
afterEach(() => rm(join(folder, ".."), { recursive: true, force: true }));

function own(id: string, version = "1"): CohortDefinition {
  const paper = presetDefinition("paper");
  if (paper === undefined) throw new Error("paper");
  return { ...paper, id, version };
}

describe("own definitions", () => {
  it("are files that hold the definition as it was written, and nothing else is beside them", async () => {
    expect(await listOwnDefinitions(folder)).toEqual([]);
    await saveOwnDefinition(folder, own("ward-3"), undefined);
    expect(await readdir(folder)).toEqual(["ward-3.json"]);
    expect(JSON.parse(await readFile(join(folder, "ward-3.json"), "utf8"))).toEqual(own("ward-3"));
    expect(await readOwnDefinition(folder, "ward-3")).toMatchObject({ kind: "read", definition: own("ward-3") });
    expect(await readOwnDefinition(folder, "../ward-3")).toBeUndefined();
  });

  it("are changed only from the state that they are in", async () => {
    const first = await saveOwnDefinition(folder, own("ward-3"), undefined);
    expect(await saveOwnDefinition(folder, own("ward-3", "2"), undefined)).toEqual({
      kind: "changed",
      state: first.state,
    });
    const both = await Promise.all(
      ["2", "3"].map((version) => saveOwnDefinition(folder, own("ward-3", version), first.state)),
    );
    expect(both.map(({ kind }) => kind).sort()).toEqual(["changed", "done"]);
    expect((await deleteOwnDefinition(folder, "ward-3", first.state ?? "")).kind).toBe("changed");
    const state = both.find(({ kind }) => kind === "done")?.state ?? "";
    expect((await deleteOwnDefinition(folder, "ward-3", state)).kind).toBe("done");
    expect(await listOwnDefinitions(folder)).toEqual([]);
    // Deleted meanwhile: nothing is made of a state that is no more.
    expect((await saveOwnDefinition(folder, own("ward-3", "4"), state)).kind).toBe("changed");
  });

  it("that somebody damaged are told apart, with their problems", async () => {
    await saveOwnDefinition(folder, own("ward-3"), undefined);
    await writeFile(join(folder, "broken.json"), "{");
    await writeFile(join(folder, "renamed.json"), JSON.stringify(own("ward-3")));
    await writeFile(join(folder, "backwards.json"), JSON.stringify({ ...own("backwards"), tiers: [] }));
    await writeFile(join(folder, "Notes.json"), "[]");
    const kinds = (await listOwnDefinitions(folder)).map(({ id, kind }) => `${id} ${kind}`);
    expect(kinds).toEqual(["backwards damaged", "broken damaged", "renamed damaged", "ward-3 read"]);
    expect(await readOwnDefinition(folder, "backwards")).toMatchObject({ problems: [{ at: "/tiers" }] });
    expect(await readOwnDefinition(folder, "broken")).toMatchObject({ text: "{" });
  });
});
