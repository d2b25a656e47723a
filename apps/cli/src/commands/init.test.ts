import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { run, workFolder, writeInput } from "../run.fixture.ts";

const folder = workFolder();
afterAll(folder.remove);

describe("init", () => {
  it("writes a series that every command reads", async () => {
    const path = join(folder.path, "a", "new-series");
    const { code, out, err } = await run(["init", path]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain(`materbone check ${path}`);
    expect(readdirSync(join(path, "cases"))).toEqual(["woman-1.json"]);
    const commands = ["check", "assess", "response", "therapy", "tables"].map((command) => [command, path]);
    for (const args of [...commands, ["report", path, "--out", join(folder.path, "report")]]) {
      for (const lang of ["en", "zh"]) {
        expect(await run([...args, "--lang", lang])).toMatchObject({ code: 0, err: "" });
      }
    }
  });

  it("leaves what exists as it is", async () => {
    const path = join(folder.path, "kept");
    mkdirSync(path);
    const file = writeInput(join(folder.path, "file"), "mine");
    for (const place of [path, file]) {
      const { code, out, err } = await run(["init", place]);
      expect([code, out]).toEqual([2, ""]);
      expect(err).toBe(`${place}: exists already and is left as it is. Give a new folder.\n`);
      expect((await run(["init", place, "--lang", "zh"])).err).toContain("已存在，未作改动");
    }
    expect(readdirSync(path)).toEqual([]);
    expect(readFileSync(file, "utf8")).toBe("mine");
  });
});
