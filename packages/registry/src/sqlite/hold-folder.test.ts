import { mkdir, rmdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { FolderHeldError } from "../registry-error.ts";
import { testFolder } from "./folder.fixture.ts";
import { holdFolder } from "./hold-folder.ts";

const HOLDER = { address: "http://127.0.0.1:8017/", host: "ward", pid: 4711 };

it("holds a folder in which no word of the holder can be left, and leaves one where it can", async () => {
  const folder = testFolder();
  const held = await holdFolder(folder.path);
  const isHeld = async (): Promise<unknown> => holdFolder(folder.path).catch((error: unknown) => error);
  // Stands in its place, as a full disk would.
  await mkdir(join(folder.path, "running.json"));
  await held.tell(HOLDER);
  expect(await isHeld()).toEqual(new FolderHeldError(folder.path, undefined));
  await rmdir(join(folder.path, "running.json"));
  await held.tell(HOLDER);
  expect(await isHeld()).toMatchObject({ name: "FolderHeldError", holder: HOLDER });
  await held.letGo();
  folder.remove();
});
