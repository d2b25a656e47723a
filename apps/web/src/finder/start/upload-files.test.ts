import { afterEach, describe, expect, it, vi } from "vitest";
import { type ChosenFile, meantFiles, type UploadProgress, uploadFiles } from "./upload-files.ts";

const upload = { id: "u", path: "/x", names: [], madeAt: "", files: 0, bytes: 0 };
const file = (path: string, text: string): ChosenFile => ({ path, file: new File([text], path, { lastModified: 5 }) });

afterEach(() => vi.unstubAllGlobals());

/** A server that takes parts, and breaks off at the requests that `breaks` names. */
function takes(breaks: readonly number[]): { readonly asked: string[] } {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (address: string, { method, body }: RequestInit) => {
    if (breaks.includes(asked.length)) {
      asked.push("cut");
      throw new TypeError("network");
    }
    const { pathname, searchParams } = new URL(address, "http://x");
    const text = body instanceof Blob ? await body.text() : "";
    asked.push(`${method} ${pathname} ${searchParams.get("path") ?? ""} ${text}`.trim());
    return Response.json(pathname.endsWith("/uploads") ? upload : { received: text.length, isWhole: true });
  });
  return { asked };
}

describe("uploadFiles", () => {
  it("hands over one file after the other and tells how far it is", async () => {
    const { asked } = takes([]);
    const told: UploadProgress[] = [];
    const files = [file("a.csv", "12345"), file("b/empty.csv", ""), file("c.csv", "678")];
    await uploadFiles(files, undefined, new AbortController().signal, (progress) => told.push(progress));
    const address = "PUT /api/finder/uploads/u/file";
    expect(asked).toEqual([
      "POST /api/finder/uploads",
      `${address} a.csv 12345`,
      `${address} b/empty.csv`,
      `${address} c.csv 678`,
    ]);
    expect(told.map(({ files: done, bytes, path }) => [done, bytes, path])).toEqual([
      [0, 0, "a.csv"],
      [1, 5, "b/empty.csv"],
      [2, 5, "c.csv"],
      [3, 8, ""],
    ]);
  });

  it("goes on with the file that failed", async () => {
    const { asked } = takes([2]);
    let last: UploadProgress | undefined;
    const files = [file("a.csv", "1"), file("b.csv", "2")];
    const keep = (progress: UploadProgress): void => {
      last = progress;
    };
    const { signal } = new AbortController();
    await expect(uploadFiles(files, undefined, signal, keep)).rejects.toMatchObject({ name: "ApiProblem" });
    await uploadFiles(files, last, signal, keep);
    expect(asked.slice(3)).toEqual(["PUT /api/finder/uploads/u/file b.csv 2"]);
    expect(last).toMatchObject({ files: 2, bytes: 2 });
  });
});

it("leaves behind what systems hide or add", () => {
  const files = ["x/.DS_Store", "__MACOSX/a.csv", "x/a.csv", "Thumbs.db", "x/.git/a", "病人.csv"].map((path) =>
    file(path, ""),
  );
  expect(meantFiles(files).map(({ path }) => path)).toEqual(["x/a.csv", "病人.csv"]);
});
