import { createReadStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import type { Registry } from "@materbone/registry";

/**
 * Streams a consistent copy. It is made beside the database first, where the same people may read it and the same disk has
 * room for it, and is gone when it was sent or the reader left.
 */
export async function backupAnswer(registry: Registry, dataFolder: string, now: Date): Promise<Response> {
  const folder = await mkdtemp(join(dataFolder, ".backup-"));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const file = join(folder, "materbone.sqlite");
    await registry.backup(file);
    const { size } = await stat(file);
    const stream = createReadStream(file);
    stream.once("close", () => void remove());
    const name = `materbone-${now.toISOString().slice(0, 10)}.sqlite`;
    return new Response(Readable.toWeb(stream) as ReadableStream, {
      headers: {
        "content-type": "application/vnd.sqlite3",
        "content-length": String(size),
        "content-disposition": `attachment; filename="${name}"`,
      },
    });
  } catch (error) {
    await remove();
    throw error;
  }
}
