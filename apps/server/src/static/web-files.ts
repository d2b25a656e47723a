import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { contentType, isCompressible } from "./content-types.ts";

/** One file of the web build, held in memory. */
export type WebFile = {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly gzipped: Uint8Array<ArrayBuffer> | undefined;
  readonly etag: string;
  /** Its name changes with its content, so a browser may keep it for good. */
  readonly isImmutable: boolean;
};

export type WebFiles = {
  /** The file at a path of the address, and only if the build has exactly that one: there is nothing to climb out of. */
  readonly find: (path: string) => Promise<WebFile | undefined>;
  /** The page that carries the application; `undefined` when the web application is not built. */
  readonly page: () => Promise<string | undefined>;
};

/** Files of the build by their path; read anew when a build changes the page. */
export function openWebFiles(folder: string): WebFiles {
  let files: ReadonlyMap<string, WebFile> = new Map();
  let readAt: number | undefined;
  const refresh = async (): Promise<void> => {
    const changedAt = await stat(join(folder, "index.html")).then(
      ({ mtimeMs }) => mtimeMs,
      () => undefined,
    );
    if (changedAt === readAt) return;
    files = changedAt === undefined ? new Map() : await readAll(folder);
    readAt = changedAt;
  };
  return {
    find: async (path) => {
      await refresh();
      return path === "/index.html" ? undefined : files.get(path);
    },
    page: async () => {
      await refresh();
      const page = files.get("/index.html");
      return page === undefined ? undefined : Buffer.from(page.bytes).toString("utf8");
    },
  };
}

async function readAll(folder: string): Promise<ReadonlyMap<string, WebFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found = new Map<string, WebFile>();
  for (const entry of entries) {
    // Links are left out: they could point anywhere.
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    found.set(`/${relative(folder, file).split(sep).join("/")}`, await read(file));
  }
  return found;
}

const gzipped = promisify(gzip);

async function read(file: string): Promise<WebFile> {
  const bytes = new Uint8Array(await readFile(file));
  const type = contentType(file);
  return {
    type,
    bytes,
    gzipped: isCompressible(type) ? new Uint8Array(await gzipped(bytes)) : undefined,
    etag: `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 27)}"`,
    isImmutable: HASHED.test(file),
  };
}

/** Vite puts eight characters of the content's hash before the ending. */
const HASHED = /-[\w-]{8}\.\w+$/;
