import { utimesSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { foundIn, SMALL_OMOP, testFolder } from "./convert/convert.fixture.ts";
import { localDay } from "./local-day.ts";
import { dayOfFiles } from "./run/snapshot.ts";

const before = process.env.TZ;
afterEach(() => {
  if (before === undefined) delete process.env.TZ;
  else process.env.TZ = before;
});

it.each([
  ["Asia/Shanghai", "2024-05-02"],
  ["UTC", "2024-05-01"],
  ["America/Los_Angeles", "2024-05-01"],
])("tells the day of an instant and of files as in %s", async (zone, day) => {
  process.env.TZ = zone;
  const at = new Date("2024-05-01T17:30:00Z");
  expect(localDay(at)).toBe(day);
  const folder = testFolder();
  try {
    for (const [name, text] of Object.entries(SMALL_OMOP)) utimesSync(folder.write(`cdm/${name}`, text), at, at);
    expect(await dayOfFiles(await foundIn(join(folder.path, "cdm")))).toBe(day);
  } finally {
    folder.remove();
  }
});
