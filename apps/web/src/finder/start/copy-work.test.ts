import { afterEach, describe, expect, it, vi } from "vitest";
import type { Upload } from "../../api/finder-keep-queries.ts";
import { type CopyWork, createCopyWork } from "./copy-work.ts";
import { chosen, takesUploads } from "./upload-server.fixture.ts";

afterEach(() => vi.unstubAllGlobals());

const of2024 = [chosen("export/a.csv", "a-2024"), chosen("export/b.csv", "b-2024")];
const of2025 = [chosen("export/a.csv", "a-2025", 2025), chosen("export/b.csv", "b-2025", 2025)];

/** A work, and the ids of what came whole. */
function started(): { readonly work: CopyWork; readonly whole: string[]; readonly ended: () => Promise<void> } {
  const whole: string[] = [];
  let resolve = (): void => undefined;
  const work = createCopyWork((upload: Upload | undefined) => {
    if (upload !== undefined) whole.push(upload.id);
    resolve();
  });
  const ended = (): Promise<void> =>
    new Promise((done) => {
      resolve = done;
    });
  return { work, whole, ended };
}

describe("copying files", () => {
  it("throws away what there is of another choice with the same names, and never mixes the two", async () => {
    const server = takesUploads();
    server.holdsAt("export/b.csv");
    const { work, whole, ended } = started();
    const held = server.isHeld();
    void work.choose(of2024);
    await held;
    server.holdsAt(undefined);
    const end = ended();
    await work.choose(of2025);
    await end;
    expect(whole).toEqual(["2"]);
    expect(server.ids()).toEqual(["2"]);
    expect(server.held("2")).toEqual({ "export/a.csv": "a-2025", "export/b.csv": "b-2025" });
    expect(server.asked.indexOf("DELETE 1")).toBeLessThan(server.asked.lastIndexOf("POST"));
    expect(work.get()).toBeUndefined();
  });

  it("takes the last of choices that follow each other at once", async () => {
    const server = takesUploads();
    const { work, whole, ended } = started();
    const end = ended();
    void work.choose(of2024);
    void work.choose([chosen("c.csv", "c")]);
    void work.choose(of2025);
    await end;
    expect(whole).toHaveLength(1);
    expect(server.held(whole[0] ?? "")).toEqual({ "export/a.csv": "a-2025", "export/b.csv": "b-2025" });
    expect(server.ids()).toEqual(whole);
  });

  it("stays where it is when the same files are chosen again, and goes on with them after a problem", async () => {
    const server = takesUploads();
    server.breaksAt("export/b.csv", 3);
    const { work, whole, ended } = started();
    const stopped = ended();
    void work.choose(of2024);
    await stopped;
    expect(work.get()).toMatchObject({ problem: { kind: "unreachable" }, progress: { files: 1 } });
    server.breaksAt(undefined);
    const end = ended();
    await work.choose([...of2024].reverse());
    await end;
    expect(whole).toEqual(["1"]);
    expect(server.asked.filter((one) => one.includes("a.csv"))).toHaveLength(1);
    expect(server.asked.at(-1)).toBe("PUT 1 export/b.csv@3 024");
  });

  it("deletes what there is when it is given up, and keeps it when the page is left", async () => {
    const server = takesUploads();
    server.holdsAt("export/a.csv");
    const { work, whole } = started();
    for (const leave of [work.discard, work.stop]) {
      const held = server.isHeld();
      void work.choose(of2024);
      await held;
      await leave();
      expect(work.get()).toBeUndefined();
    }
    expect(server.ids()).toEqual(["2"]);
    expect(whole).toEqual([]);
    // Chosen again it goes on with the second file.
    server.holdsAt(undefined);
    const again = started();
    const end = again.ended();
    void again.work.choose(of2024);
    await end;
    expect(again.whole).toEqual(["2"]);
  });

  it("is given up where the copies were deleted elsewhere meanwhile", async () => {
    const server = takesUploads();
    server.holdsAt("export/b.csv");
    const { work } = started();
    const held = server.isHeld();
    void work.choose(of2024);
    await held;
    server.loses("1");
    await work.discard();
    expect(server.asked.at(-1)).toBe("DELETE 1");
    expect(work.get()).toBeUndefined();
  });
});
