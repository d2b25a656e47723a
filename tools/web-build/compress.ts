import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import type { Plugin } from "vite";

const brotli = promisify(brotliCompress);

/** Puts a `.br` beside every script and style sheet: as small as can be, for which a server that answers has no time. */
export function compress(): Plugin {
  return {
    name: "materbone:compress",
    apply: "build",
    async writeBundle({ dir }) {
      if (dir === undefined) return;
      const names = await readdir(dir, { recursive: true });
      await Promise.all(
        names
          .filter((name) => /\.(js|css)$/.test(name))
          .map(async (name) => {
            const bytes = await readFile(join(dir, name));
            const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
            await writeFile(join(dir, `${name}.br`), await brotli(bytes, { params }));
          }),
      );
    },
  };
}
