import type { BegunUpload, Upload } from "../../api/finder-keep-queries.ts";
import { request } from "../../api/request.ts";

export type ChosenFile = { readonly path: string; readonly file: File };

/** How far a handing over has come. */
export type UploadProgress = {
  readonly upload: Upload;
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

/** Are these the same files, by path, size and day of change? */
export function areSameFiles(some: readonly ChosenFile[], others: readonly ChosenFile[]): boolean {
  const stated = (files: readonly ChosenFile[]): string =>
    JSON.stringify(
      statedFiles(files)
        .map((file) => JSON.stringify(file))
        .sort(),
    );
  return stated(some) === stated(others);
}

function statedFiles(files: readonly ChosenFile[]): readonly { path: string; size: number; changed: number }[] {
  return files.map(({ path, file }) => ({ path, size: file.size, changed: Math.max(0, file.lastModified) }));
}

/**
 * Hands files to the server one after another, in parts. All are stated first; where the same files were begun before, it goes
 * on with what is missing of them.
 *
 * @param signal - ends it; what is begun by then has been told to `onProgress`
 * @throws ApiProblem, or the reason of `signal`
 */
export async function uploadFiles(
  files: readonly ChosenFile[],
  signal: AbortSignal,
  onProgress: (progress: UploadProgress) => void,
): Promise<Upload> {
  const stated = statedFiles(files);
  // Not broken off half-way: then nobody would know what was begun.
  const { upload, received } = await request<BegunUpload>("/finder/uploads", {
    method: "POST",
    body: { files: stated },
  });
  let bytes = received.reduce((sum, one) => sum + one, 0);
  for (const [index, { path, size, changed }] of stated.entries()) {
    let at = received[index] ?? 0;
    if (at > 0 && at === size) continue;
    do {
      onProgress({ upload, files: index, bytes, path });
      signal.throwIfAborted();
      const part = files[index]?.file.slice(at, at + PART) ?? new Blob();
      const query = new URLSearchParams({ path, at: String(at), size: String(size), changed: String(changed) });
      await request(`/finder/uploads/${upload.id}/file?${query}`, { method: "PUT", file: part, signal });
      at += part.size;
      bytes += part.size;
    } while (at < size);
  }
  onProgress({ upload, files: files.length, bytes, path: "" });
  return upload;
}
