import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CASE_SCHEMA, type CaseRecord, SERIES_SCHEMA, type SeriesHead } from "@materbone/clinical";
import { EXIT, type Run } from "../command.ts";
import { InputError } from "../input/input-error.ts";
import { jsonText } from "../output/json.ts";
import { write } from "../terminal.ts";
import { words } from "../words.ts";

/** Writes a series with one woman to fill in. An existing folder is left as it is. */
export const init: Run = async ({ world, terms }, folder) => {
  if (existsSync(folder)) throw new InputError([{ kind: "exists", file: folder }]);
  await mkdir(join(folder, "cases"), { recursive: true });
  await writeFile(join(folder, "series.json"), jsonText(head));
  await writeFile(join(folder, "cases", "woman-1.json"), jsonText(woman));
  await write(world, `${terms.text(words.initWritten)} ${folder}\n  materbone check ${folder}\n`);
  return EXIT.done;
};

const head: SeriesHead = {
  schema: SERIES_SCHEMA,
  id: "my-series",
  title: { en: "Title of the series", zh: "系列题目" },
  design: "retrospectiveCaseSeries",
  methods: { densitometers: [{ id: "dxa-1", manufacturer: "?", model: "?" }] },
  laboratory: { intervals: [] },
  claims: [],
};

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
  events: [],
  scans: [],
  laboratory: [],
  treatments: [],
  scores: [],
  workup: [],
  plan: {},
};
