import { createReadStream } from "node:fs";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import type { Registry } from "@materbone/registry";

const TYPE = "application/vnd.sqlite3";
const PREFIX = ".backup-";

/** What a backup would be, for who only asks: none is made, because nobody would read it to its end. */
export function backupHeaders(now: Date): Readonly<Record<string, string>> {
  const name = `materbone-${now.toISOString().slice(0, 10)}.sqlite`;
  return { "content-type": TYPE, "content-disposition": `attachment; filename="${name}"` };
}

/** Takes away copies that a program which was killed had not sent yet: they would outlive every purge. */
export async function removeLeftBackups(dataFolder: string): Promise<void> {
  const left = (await readdir(dataFolder)).filter((name) => name.startsWith(PREFIX));
  await Promise.all(left.map((name) => rm(join(dataFolder, name), { recursive: true, force: true })));
}

/**
 * Streams a consistent copy. It is made beside the database first, where the same people may read it and the same disk has
 * room for it, and is gone when it was sent or the reader left.
 */
export async function backupAnswer(registry: Registry, dataFolder: string, now: Date): Promise<Response> {
  const folder = await mkdtemp(join(dataFolder, PREFIX));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const file = join(folder, "materbone.sqlite");
    await registry.backup(file);
    const { size } = await stat(file);
    const stream = createReadStream(file);
    stream.once("close", () => void remove());
    return new Response(Readable.toWeb(stream) as ReadableStream, {
      headers: { ...backupHeaders(now), "content-length": String(size) },
    });
  } catch (error) {
    await remove();
    throw error;
  }
}
