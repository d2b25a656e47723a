import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { foundIn, type TestFolder, testFolder } from "../convert/convert.fixture.ts";
import { convert } from "../convert/convert.ts";
import { listData } from "./stored-data.ts";

const KEY = "0123456789abcdef";
const PATIENT = '{"resourceType":"Patient","id":"1","gender":"female"}\n';

let folder: TestFolder;
beforeEach(() => {
  folder = testFolder();
});
afterEach(() => folder.remove());

it("tells converted data beside which a later conversion broke off from those that are whole", async () => {
  const finder = join(folder.path, "finder");
  const output = join(finder, KEY);
  const converted = expect.objectContaining({ asOf: "2025-01-01", persons: 1 });
  folder.write("in/Patient.ndjson", PATIENT);
  await convert(await foundIn(join(folder.path, "in")), { output, asOf: "2025-01-01" });
  expect(await listData(finder)).toEqual([{ key: KEY, bytes: expect.any(Number), converted }]);

  folder.write("in/Patient.ndjson", `${PATIENT}{\n`);
  const anew = await foundIn(join(folder.path, "in"));
  await expect(convert(anew, { output, asOf: "2026-01-01", strict: true })).rejects.toThrow();
  expect(await listData(finder)).toEqual([{ key: KEY, bytes: expect.any(Number), converted, isBrokenOff: true }]);

  await convert(anew, { output, asOf: "2026-01-01" });
  expect(await listData(finder)).toEqual([
    { key: KEY, bytes: expect.any(Number), converted: expect.objectContaining({ asOf: "2026-01-01" }) },
  ]);
});
