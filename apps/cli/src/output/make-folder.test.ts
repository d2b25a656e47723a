import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { InputError } from "../input/input-error.ts";
import { makeFolder } from "./make-folder.ts";

const root = mkdtempSync(join(tmpdir(), "materbone-folder-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe("makeFolder", () => {
  it("makes every missing level, and nothing where the folder is there", async () => {
    await makeFolder(join(root, "a", "b", "c"));
    await makeFolder(join(root, "a", "b", "c"));
    expect(existsSync(join(root, "a", "b", "c"))).toBe(true);
  });

  it("refuses a file in the way, at the end or above it", async () => {
    writeFileSync(join(root, "file"), "");
    await expect(makeFolder(join(root, "file"))).rejects.toThrow(InputError);
    await expect(makeFolder(join(root, "file", "below"))).rejects.toThrow(InputError);
  });
});
