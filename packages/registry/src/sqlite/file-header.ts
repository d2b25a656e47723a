import { open } from "node:fs/promises";

/** What the first 100 bytes of a SQLite file say. @see https://www.sqlite.org/fileformat.html#the_database_header */
export type FileHeader =
  | { readonly kind: "empty" }
  | { readonly kind: "other" }
  | { readonly kind: "sqlite"; readonly userVersion: number; readonly applicationId: number };

const HEADER_BYTES = 100;
const MAGIC = "SQLite format 3\0";
const USER_VERSION_AT = 60;
const APPLICATION_ID_AT = 68;

/** Read without the engine, which could write to a file merely by opening it. A file that is not there is empty. */
export async function readHeader(path: string): Promise<FileHeader> {
  const bytes = Buffer.alloc(HEADER_BYTES);
  let read = 0;
  try {
    const file = await open(path, "r");
    ({ bytesRead: read } = await file.read(bytes, 0, HEADER_BYTES, 0));
    await file.close();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return { kind: "empty" };
    throw error;
  }
  if (read === 0) return { kind: "empty" };
  if (read < HEADER_BYTES || bytes.toString("latin1", 0, MAGIC.length) !== MAGIC) return { kind: "other" };
  return {
    kind: "sqlite",
    userVersion: bytes.readUInt32BE(USER_VERSION_AT),
    applicationId: bytes.readUInt32BE(APPLICATION_ID_AT),
  };
}
