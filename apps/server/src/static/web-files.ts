import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { contentType, isCompressible } from "./content-types.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** Codings of a transfer, the smaller first. */
export const CODINGS = ["br", "gzip"] as const;
export type Coding = (typeof CODINGS)[number];

/** One file of the web build, held in memory. */
export type WebFile = {
  readonly type: string;
  readonly bytes: Bytes;
  /** Its bytes made smaller, by coding: `br` as the build left it, `gzip` made when it is first asked for. */
  readonly packed: Partial<Readonly<Record<Coding, () => Promise<Bytes>>>>;
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
  // Links are left out: they could point anywhere.
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const all = new Map<string, Bytes>();
  for (const path of paths) all.set(path, new Uint8Array(await readFile(path)));
  const found = new Map<string, WebFile>();
  for (const [path, bytes] of all) {
    if (path.endsWith(".br") && all.has(path.slice(0, -3))) continue;
    found.set(`/${relative(folder, path).split(sep).join("/")}`, webFile(path, bytes, all.get(`${path}.br`)));
  }
  return found;
}

const gzipped = promisify(gzip);

function webFile(path: string, bytes: Bytes, br: Bytes | undefined): WebFile {
  const type = contentType(path);
  let smaller: Promise<Bytes> | undefined;
  const zip = (): Promise<Bytes> => {
    smaller ??= gzipped(bytes).then((zipped) => new Uint8Array(zipped));
    return smaller;
  };
  return {
    type,
    bytes,
    packed: { ...(br === undefined ? {} : { br: async () => br }), ...(isCompressible(type) ? { gzip: zip } : {}) },
    etag: `W/"${createHash("sha256").update(bytes).digest("base64url").slice(0, 27)}"`,
    isImmutable: HASHED.test(path),
  };
}

/** Vite puts eight characters of the content's hash before the ending. */
const HASHED = /-[\w-]{8}\.\w+$/;
