import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type TestFolder, testFolder } from "../../convert/convert.fixture.ts";
import { writeUtf8 } from "./in-utf8.ts";

let folder: TestFolder;
let target: string;
beforeEach(() => {
  folder = testFolder();
  target = join(folder.path, "target");
});
afterEach(() => folder.remove());

/** "骨折" in GB18030; bytes by Python's codec gb18030. */
const FRACTURE = Buffer.from("b9c7d5db", "hex");
const long = Buffer.concat(Array.from({ length: 400_000 }, () => FRACTURE));

describe.each([
  ["a.csv", (bytes: Buffer) => bytes],
  ["a.csv.gz", (bytes: Buffer) => gzipSync(bytes)],
] as const)("%s", (name, packed) => {
  it("is written as UTF-8", async () => {
    expect(await writeUtf8(folder.write(name, packed(long)), "gb18030", target, undefined)).toEqual({
      kind: "written",
    });
    expect(readFileSync(target, "utf8") === "骨折".repeat(400_000)).toBe(true);
  });

  it("is told from a file in another encoding", async () => {
    const path = folder.write(name, packed(long));
    expect(await writeUtf8(path, "utf-8", target, undefined)).toEqual({ kind: "wrong", seems: "gb18030" });
  });

  it("in UTF-8 is told from GB18030, whose letters its bytes would pass for", async () => {
    const path = folder.write(name, packed(Buffer.from("编号,诊断\n1,骨折\n2,腰痛\n")));
    expect(await writeUtf8(path, "gb18030", target, undefined)).toEqual({ kind: "wrong", seems: "utf-8" });
    const letters = folder.write(name, packed(Buffer.from("id,code\n1,M80.88XA\n")));
    expect(await writeUtf8(letters, "gb18030", target, undefined)).toEqual({ kind: "written" });
  });

  it("in neither encoding is not taken for the other", async () => {
    const path = folder.write(name, packed(Buffer.from("61ff0a", "hex")));
    expect(await writeUtf8(path, "utf-8", target, undefined)).toEqual({ kind: "wrong" });
    expect(await writeUtf8(path, "gb18030", target, undefined)).toEqual({ kind: "wrong" });
  });

  it("fails when it cannot be read, and takes nothing down with it", async () => {
    const missing = writeUtf8(join(folder.path, "missing", name), "utf-8", target, undefined);
    await expect(missing).rejects.toMatchObject({ code: "ENOENT" });
  });
});
