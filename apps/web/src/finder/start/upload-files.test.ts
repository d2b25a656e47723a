import { afterEach, describe, expect, it, vi } from "vitest";
import { areSameFiles, meantFiles, type UploadProgress, uploadFiles } from "./upload-files.ts";
import { chosen, takesUploads } from "./upload-server.fixture.ts";

afterEach(() => vi.unstubAllGlobals());

const { signal } = new AbortController();

describe("uploadFiles", () => {
  it("states all files, hands over one after the other and tells how far it is", async () => {
    const server = takesUploads();
    const told: UploadProgress[] = [];
    const files = [chosen("a.csv", "12345"), chosen("b/empty.csv", ""), chosen("c.csv", "678")];
    await uploadFiles(files, signal, (progress) => told.push(progress));
    expect(server.asked).toEqual(["POST", "PUT 1 a.csv@0 12345", "PUT 1 b/empty.csv@0", "PUT 1 c.csv@0 678"]);
    expect(told.map(({ files: done, bytes, path }) => [done, bytes, path])).toEqual([
      [0, 0, "a.csv"],
      [1, 5, "b/empty.csv"],
      [2, 5, "c.csv"],
      [3, 8, ""],
    ]);
  });

  it("goes on where it stood, within the file that failed and after a reload", async () => {
    const server = takesUploads();
    const files = [chosen("a.csv", "1"), chosen("b.csv", "2345")];
    server.breaksAt("b.csv", 2);
    const told: UploadProgress[] = [];
    await expect(uploadFiles(files, signal, () => undefined)).rejects.toMatchObject({ name: "ApiProblem" });
    server.breaksAt(undefined);
    server.asked.length = 0;
    // Chosen anew, the same files are other objects.
    const upload = await uploadFiles([chosen("a.csv", "1"), chosen("b.csv", "2345")], signal, (one) => told.push(one));
    expect(server.asked).toEqual(["POST", "PUT 1 b.csv@2 45"]);
    expect(told.map(({ files: done, bytes }) => [done, bytes])).toEqual([
      [1, 3],
      [2, 5],
    ]);
    expect(server.held(upload.id)).toEqual({ "a.csv": "1", "b.csv": "2345" });
  });
});

it("knows the same files by path, size and day of change, in any order", () => {
  const some = [chosen("a", "1"), chosen("b", "2")];
  expect(areSameFiles(some, [chosen("b", "2"), chosen("a", "1")])).toBe(true);
  for (const other of [[], [chosen("a", "1")], [chosen("a", "1"), chosen("b", "22")]]) {
    expect(areSameFiles(some, other)).toBe(false);
  }
  expect(areSameFiles(some, [chosen("a", "1"), chosen("b", "2", 2025)])).toBe(false);
});

it("leaves behind what systems hide or add", () => {
  const files = ["x/.DS_Store", "__MACOSX/a.csv", "x/a.csv", "Thumbs.db", "x/.git/a", "病人.csv"].map((path) =>
    chosen(path, ""),
  );
  expect(meantFiles(files).map(({ path }) => path)).toEqual(["x/a.csv", "病人.csv"]);
});
