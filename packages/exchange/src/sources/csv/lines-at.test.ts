import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type TestFolder, testFolder } from "../../convert/convert.fixture.ts";
import { linesAt } from "./lines-at.ts";

let folder: TestFolder;
beforeEach(() => {
  folder = testFolder();
});
afterEach(() => folder.remove());

it.each(["a.csv", "a.csv.gz"])("finds the lines of bytes in %s, also across pieces that are read", async (name) => {
  const long = "x".repeat(1_500_000);
  const text = Buffer.from(`head\n"骨\n折"\n${long}\nlast`);
  const path = folder.write(name, name.endsWith(".gz") ? gzipSync(text) : text);
  const at = (sign: string): number => text.indexOf(sign) + 1;
  const bytes = [1, at('"骨'), at('折"'), at("x"), at("last") - 2, at("last")];
  expect(await linesAt(path, bytes)).toEqual([1, 2, 3, 4, 4, 5]);
});
