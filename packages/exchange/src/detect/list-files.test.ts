import { mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { createTerms } from "@materbone/clinical";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { foundIn, type TestFolder, testFolder } from "../convert/convert.fixture.ts";
import { convert } from "../convert/convert.ts";
import { sayConversionProblem } from "../convert/problem-words.ts";
import { mappingText } from "../sources/csv/load-mapping.ts";
import { claimsTooLarge } from "../sources/gzip-file.ts";
import { bombOf, zipOf } from "../sources/zip.fixture.ts";
import { ARCHIVE_BOUNDS, unpacksTooLarge } from "../sources/zip-archive.ts";
import { detect } from "./detect.ts";
import { sayRefusal } from "./detect-words.ts";
import { listFiles, sourceFile } from "./list-files.ts";

const PATIENT = `${JSON.stringify({ resourceType: "Patient", id: "7", gender: "female", birthDate: "1990-02-28" })}\n`;

const HARMLESS_BYTES = ARCHIVE_BOUNDS.harmlessBytes;

let folder: TestFolder;
beforeEach(() => {
  folder = testFolder();
});
afterEach(() => folder.remove());

const namesOf = async (path: string): Promise<readonly string[]> =>
  (await listFiles(path)).files.map(({ name }) => name);

// Windows lets only administrators make links.
describe.runIf(process.platform !== "win32")("links", () => {
  it("that go round give each file once, under its own name", async () => {
    folder.write("in/Patient.ndjson", PATIENT);
    symlinkSync(".", join(folder.path, "in", "loop"));
    symlinkSync("Patient.ndjson", join(folder.path, "in", "A.ndjson"));
    const { files, ignored } = await listFiles(join(folder.path, "in"));
    expect(files.map(({ name }) => name)).toEqual(["Patient.ndjson"]);
    expect(ignored).toEqual([
      { name: "A.ndjson", why: "linked" },
      { name: "loop", why: "linked" },
    ]);
  });

  it("that lead out of the folder are left aside and told", async () => {
    folder.write("in/Patient.ndjson", PATIENT);
    folder.write("other/Patient.ndjson", PATIENT);
    folder.write("input/Patient.ndjson", PATIENT);
    for (const name of ["other", "input", "none"]) symlinkSync(join("..", name), join(folder.path, "in", name));
    const { files, ignored } = await listFiles(join(folder.path, "in"));
    expect(files.map(({ name }) => name)).toEqual(["Patient.ndjson"]);
    expect(ignored).toEqual([
      { name: "input", why: "leadsOut" },
      { name: "none", why: "noPermission" },
      { name: "other", why: "leadsOut" },
    ]);
  });

  it("lead to what nothing else leads to, and the folder itself may be one", async () => {
    folder.write("in/.store/1/Patient.ndjson", PATIENT);
    symlinkSync(".store/1", join(folder.path, "in", "now"));
    symlinkSync(".store/1/Patient.ndjson", join(folder.path, "in", "same.ndjson"));
    symlinkSync("in", join(folder.path, "link"));
    expect(await namesOf(join(folder.path, "link"))).toEqual(["now/Patient.ndjson"]);
  });
});

describe("archives", () => {
  it("that unpack to far more than they hold are refused in words, and nothing is unpacked", async () => {
    const path = folder.write("export.zip", bombOf("Patient.ndjson", PATIENT, 4_000_000_000));
    const detection = await detect(path);
    if (detection.kind !== "refused") throw new Error(detection.kind);
    expect(detection.why).toEqual({ kind: "archiveTooLarge", archives: ["export.zip"] });
    expect(sayRefusal(detection.why, createTerms("en"))).toMatch(/^export\.zip would unpack to far more/);
    expect(sayRefusal(detection.why, createTerms("zh"))).toContain("未打开");
    // Beside data it is left aside.
    folder.write("Patient.ndjson", PATIENT);
    const beside = await detect(folder.path);
    expect(beside).toMatchObject({ kind: "found", ignored: [{ name: "export.zip", why: "tooLarge" }] });
  });

  it("that hold more than they say are damaged, and leave nothing behind", async () => {
    folder.write("Patient.ndjson", PATIENT);
    // One shows it at its beginning, the other behind it.
    folder.write("early.zip", bombOf("Patient.ndjson", PATIENT.repeat(1000), 100));
    folder.write("late.zip", bombOf("Patient.ndjson", PATIENT.repeat(10_000), 500_000));
    const output = join(folder.path, "out");
    mkdirSync(output);
    const detection = await detect(folder.path);
    if (detection.kind !== "found") throw new Error(detection.why.kind);
    expect(detection.ignored).toEqual([{ name: "early.zip/Patient.ndjson", why: "damaged" }]);
    const { manifest } = await convert(detection.found, { output, asOf: "2026-01-01" });
    expect(manifest.problems.totals).toEqual({ unreadableFile: 1 });
    expect(readdirSync(output).filter((name) => name.startsWith("."))).toEqual([]);
  });

  it("of gzip are refused in the same words, and beside data are left aside", async () => {
    const bomb = gzipSync(PATIENT.repeat(Math.ceil((HARMLESS_BYTES + 1) / PATIENT.length)));
    folder.write("Patient.ndjson.gz", bomb);
    const detection = await detect(folder.path);
    if (detection.kind !== "refused") throw new Error(detection.kind);
    expect(detection.why).toEqual({ kind: "archiveTooLarge", archives: ["Patient.ndjson.gz"] });
    folder.write("Patient.ndjson", PATIENT);
    const beside = await detect(folder.path);
    expect(beside).toMatchObject({ kind: "found", ignored: [{ name: "Patient.ndjson.gz", why: "tooLarge" }] });
  });

  it("of gzip that hide how much they hold are left out when they are read, once, and leave nothing behind", async () => {
    const bomb = gzipSync(PATIENT.repeat(Math.ceil((HARMLESS_BYTES + 1) / PATIENT.length)));
    // A second member of one line: the size at the end is that of the line.
    folder.write("in/Patient-2.ndjson.gz", Buffer.concat([bomb, gzipSync(PATIENT)]));
    folder.write("in/Patient.ndjson", PATIENT);
    const output = join(folder.path, "out");
    mkdirSync(output);
    const { manifest } = await convert(await foundIn(join(folder.path, "in")), { output, asOf: "2026-01-01" });
    expect(manifest.problems).toEqual({
      totals: { fileTooLarge: 1 },
      listed: [{ kind: "fileTooLarge", file: "Patient-2.ndjson.gz" }],
    });
    expect(manifest.tables.person.rows).toBe(1);
    expect(readdirSync(output).filter((name) => name.startsWith("."))).toEqual([]);
    for (const lang of ["en", "zh"] as const) {
      const [said = ""] = manifest.problems.listed.map((problem) => sayConversionProblem(problem, createTerms(lang)));
      expect(said).toMatch(lang === "en" ? /would unpack to far more than an export does/ : /解压后的大小远超正常导出/);
    }
  });

  it("of gzip that break off are judged by what comes out, whatever their last bytes say", async () => {
    const women = Array.from({ length: 20_000 }, (_, index) => PATIENT.replace('"7"', `"${(index * 7919) % 20_000}"`));
    const packed = gzipSync(women.join(""));
    const path = folder.write("Patient.ndjson.gz", Buffer.concat([packed.subarray(0, -8), Buffer.alloc(400_000, 255)]));
    expect(await claimsTooLarge(path)).toBe(true);
    expect(await namesOf(folder.path)).toEqual(["Patient.ndjson.gz"]);
  });

  it("are asked for the ratio above a size that any disk takes, and for the whole", () => {
    const { harmlessBytes, ratio, mostBytes } = ARCHIVE_BOUNDS;
    expect(unpacksTooLarge([{ bytes: harmlessBytes }], 1)).toBe(false);
    expect(unpacksTooLarge([{ bytes: harmlessBytes }, { bytes: 1 }], 1)).toBe(true);
    const archiveBytes = harmlessBytes / 64;
    expect(unpacksTooLarge([{ bytes: ratio * archiveBytes }], archiveBytes)).toBe(false);
    expect(unpacksTooLarge([{ bytes: ratio * archiveBytes + 1 }], archiveBytes)).toBe(true);
    expect(unpacksTooLarge([{ bytes: mostBytes }], mostBytes)).toBe(false);
    expect(unpacksTooLarge([{ bytes: mostBytes + 1 }], mostBytes)).toBe(true);
  });
});

describe("a mapping file", () => {
  it("is read whole up to 1 MiB and refused beyond, alone or in an archive", async () => {
    const text = (bytes: number): string => `# ${"x".repeat(bytes - 2)}`;
    const path = folder.write("mapping.yaml", text(1_048_576));
    expect(await mappingText(await sourceFile(path))).toHaveLength(1_048_576);
    folder.write("mapping.yaml", text(1_048_577));
    await expect(mappingText(await sourceFile(path))).rejects.toMatchObject({
      trouble: { kind: "mappingTooLarge", mebibytes: 1 },
    });
    const [packed] = (await listFiles(folder.write("m.zip", zipOf({ "m.yaml": text(1_048_577) })))).files;
    if (packed === undefined) throw new Error("no member");
    await expect(mappingText(packed)).rejects.toMatchObject({ trouble: { kind: "mappingTooLarge" } });
  });
});
