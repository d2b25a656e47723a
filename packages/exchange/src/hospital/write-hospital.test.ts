import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { csvMapping, renderCsv, renderFhir } from "@materbone/finder";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { appendFiles } from "./append-files.ts";
import { encodeGb18030 } from "./gb18030.ts";
import { HOSPITAL_FORMATS, writeHospital } from "./write-hospital.ts";

const SMALL = { seed: 3, persons: 120 } as const;
let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "materbone-hospital-"));
});
afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

describe("writing a hospital", () => {
  it.each(HOSPITAL_FORMATS)("gives a folder of %s with its key and how it was made", async (format) => {
    const folder = join(root, "deep", "hospital");
    const written = await writeHospital(folder, { ...SMALL, format });
    expect(await readdir(join(root, "deep"))).toEqual(["hospital"]);
    expect(written.files).toContain("answer-key.jsonl");
    for (const file of written.files) expect((await readFile(join(folder, file))).length).toBeGreaterThan(0);
    expect(JSON.parse(await readFile(join(folder, "hospital.json"), "utf8"))).toMatchObject({ ...SMALL, format });
  });

  it("writes the bytes that were made", async () => {
    const folder = join(root, "hospital");
    const { bytes } = await writeHospital(folder, { ...SMALL, format: "fhir" });
    const expected = new Map<string, string>();
    for (const { file, text } of renderFhir(SMALL)) expected.set(file, (expected.get(file) ?? "") + text);
    let total = 0;
    for (const [file, text] of expected) {
      expect(await readFile(join(folder, file), "utf8")).toBe(text);
      total += Buffer.byteLength(text);
    }
    expect(bytes).toBe(total);
  });

  it("writes CSV in GB18030, the key in UTF-8", async () => {
    const folder = join(root, "hospital");
    const { files } = await writeHospital(folder, { ...SMALL, format: "csv", encoding: "gb18030" });
    const texts = new Map<string, string>();
    for (const { file, text } of renderCsv(SMALL)) texts.set(file, (texts.get(file) ?? "") + text);
    for (const file of files) {
      const decoder = new TextDecoder(file.endsWith(".csv") ? "gb18030" : "utf-8", { fatal: true });
      expect(decoder.decode(await readFile(join(folder, file)))).toBe(texts.get(file));
    }
  });

  it.each(["utf-8", "gb18030"] as const)("puts the mapping of CSV in %s among the data", async (encoding) => {
    const folder = join(root, "hospital");
    await writeHospital(folder, { ...SMALL, format: "csv", encoding });
    expect(parse(await readFile(join(folder, "data", "mapping.yaml"), "utf8"))).toEqual(csvMapping(encoding));
  });

  it("leaves what is there alone", async () => {
    const folder = join(root, "hospital");
    await mkdir(folder);
    await writeFile(join(folder, "mine.txt"), "mine");
    await expect(writeHospital(folder, { ...SMALL, format: "csv" })).rejects.toMatchObject({
      name: "HospitalError",
      kind: "exists",
    });
    expect(await readdir(root)).toEqual(["hospital"]);
    expect(await readFile(join(folder, "mine.txt"), "utf8")).toBe("mine");
  });

  it("leaves nothing behind when cancelled in the middle, and tells how far it was", async () => {
    const stop = new AbortController();
    const seen: number[] = [];
    const onProgress = (done: number, total: number): void => {
      seen.push(done);
      expect(total).toBe(5000);
      if (done > 500) stop.abort(new Error("stop"));
    };
    const writing = writeHospital(join(root, "hospital"), {
      seed: 3,
      persons: 5000,
      format: "fhir",
      onProgress,
      signal: stop.signal,
    });
    await expect(writing).rejects.toThrow("stop");
    expect(await readdir(root)).toEqual([]);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(seen.at(-1)).toBeLessThan(5000);
  });

  it("leaves nothing behind when the file system refuses", async () => {
    await writeFile(join(root, "file"), "");
    const writing = writeHospital(join(root, "file", "hospital"), { ...SMALL, format: "csv" });
    await expect(writing).rejects.toMatchObject({ name: "HospitalError", kind: "disk" });
    expect(await readdir(root)).toEqual(["file"]);
  });

  it.each([
    { seed: -1, persons: 10 },
    { seed: 1, persons: 10_000_001 },
  ])("refuses $seed and $persons", async (size) => {
    const writing = writeHospital(join(root, "hospital"), { ...size, format: "csv" });
    await expect(writing).rejects.toThrow(RangeError);
    expect(await readdir(root)).toEqual([]);
  });
});

describe("files side by side", () => {
  it("can be more than may be open at once", async () => {
    const files = appendFiles(root);
    const bytes = new TextEncoder().encode("x");
    for (let round = 0; round < 2; round++) for (let i = 0; i < 120; i++) await files.append(`f${i}`, bytes);
    await files.finish();
    expect(await readdir(root)).toHaveLength(120);
    for (const file of await readdir(root)) expect(await readFile(join(root, file), "utf8")).toBe("xx");
  });
});

describe("GB18030", () => {
  it("is read back by the decoder", () => {
    const text = "住院诊断,Ⅰ型胶原 β-胶原降解产物（椎体）≤−2.0\r\n";
    const known = text.replaceAll("−", "-");
    expect(new TextDecoder("gb18030", { fatal: true }).decode(encodeGb18030(known))).toBe(known);
    // 骨 is B9C7 in GB 2312.
    expect([...encodeGb18030("骨")]).toEqual([0xb9, 0xc7]);
  });

  it("refuses a character of four bytes", () => {
    expect(() => encodeGb18030("😀")).toThrow(RangeError);
  });
});
