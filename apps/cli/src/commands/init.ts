import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { CASE_SCHEMA, type CaseRecord, SERIES_SCHEMA, type SeriesHead } from "@materbone/clinical";
import { EXIT, type Run } from "../command.ts";
import { InputError } from "../input/input-error.ts";
import { jsonText } from "../output/json.ts";
import { makeFolder } from "../output/make-folder.ts";
import { write } from "../terminal.ts";
import { words } from "../words.ts";

/** Writes a series with one woman to fill in. An existing folder is left as it is. */
export const init: Run = async ({ world, terms }, folder) => {
  if (existsSync(folder)) throw new InputError([{ kind: "exists", file: folder }]);
  await makeFolder(join(folder, "cases"));
  await writeFile(join(folder, "series.json"), jsonText(head(seriesId(folder))));
  await writeFile(join(folder, "cases", "woman-1.json"), jsonText(woman));
  await write(world, `${terms.text(words.initWritten)}${folder}\n  npx materbone check ${folder}\n`);
  return EXIT.done;
};

/** The folder's name with what an id may not hold left out, so that two series do not write one report. */
function seriesId(folder: string): string {
  const id = basename(resolve(folder))
    .replace(/[^a-zA-Z0-9._-]+/g, "-")
    .replace(/^[^a-zA-Z0-9]+/, "")
    .slice(0, 64);
  return id === "" ? "my-series" : id;
}

const head = (id: string): SeriesHead => ({
  schema: SERIES_SCHEMA,
  id,
  title: { en: "Title of the series", zh: "系列题目" },
  design: "retrospectiveCaseSeries",
  methods: { densitometers: [{ id: "dxa-1", manufacturer: "?", model: "?" }] },
  laboratory: { intervals: [] },
  claims: [],
});

/** Sections in the order a history is taken; what is not known stays out, and counts as not recorded. */
const woman: CaseRecord = {
  schema: CASE_SCHEMA,
  id: "woman-1",
  label: { en: "Case 1", zh: "病例 1" },
  person: {},
  pregnancies: [{ index: true, lactation: {} }],
  history: {},
  comorbidities: [],
  symptoms: [],
  fractures: [],
  events: [],
  scans: [],
  laboratory: [],
  treatments: [],
  scores: [],
  workup: [],
  plan: {},
};
