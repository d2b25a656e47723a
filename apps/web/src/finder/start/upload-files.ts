import type { Upload } from "../../api/finder-keep-queries.ts";
import { request } from "../../api/request.ts";

export type ChosenFile = { readonly path: string; readonly file: File };

/** How far a handing over has come. */
export type UploadProgress = {
  readonly upload: Upload | undefined;
  /** Files that are there whole. */
  readonly files: number;
  readonly bytes: number;
  /** The file that is on its way. */
  readonly path: string;
};

/** Bytes of one request; the server writes each to the disk as it comes. */
const PART = 16 * 1024 * 1024;

/** Files that someone means: what systems hide or add of themselves stays behind. */
export function meantFiles(files: readonly ChosenFile[]): readonly ChosenFile[] {
  return files.filter(({ path }) =>
    path.split("/").every((name) => !name.startsWith(".") && !/^(?:__MACOSX|Thumbs\.db|desktop\.ini)$/iu.test(name)),
  );
}

/**
 * Hands files to the server one after another, in parts. After a failure it goes on with the file that failed.
 *
 * @param from - how far an earlier try came
 * @throws ApiProblem, or the reason of `signal`
 */
export async function uploadFiles(
  files: readonly ChosenFile[],
  from: UploadProgress | undefined,
  signal: AbortSignal,
  onProgress: (progress: UploadProgress) => void,
): Promise<Upload> {
  const upload = from?.upload ?? (await request<Upload>("/finder/uploads", { method: "POST", signal }));
  const begun = from?.upload === undefined ? 0 : from.files;
  let bytes = files.slice(0, begun).reduce((sum, { file }) => sum + file.size, 0);
  for (const [index, { path, file }] of files.entries()) {
    if (index < begun) continue;
    let at = 0;
    do {
      onProgress({ upload, files: index, bytes: bytes + at, path });
      const part = file.slice(at, at + PART);
      const query = new URLSearchParams({
        path,
        at: String(at),
        size: String(file.size),
        changed: String(Math.max(0, file.lastModified)),
      });
      await request(`/finder/uploads/${upload.id}/file?${query}`, { method: "PUT", file: part, signal });
      at += part.size;
    } while (at < file.size);
    bytes += file.size;
  }
  onProgress({ upload, files: files.length, bytes, path: "" });
  return upload;
}
