import { readdirSync, readFileSync } from "node:fs";
import { type CaseRecord, caseRecordSchema } from "../packages/clinical/src/record/case-record.ts";
import { type Series, type SeriesHead, seriesHeadSchema } from "../packages/clinical/src/record/series.ts";

/** An example as stored: the head of the series, the women by id, both together, and the names of the case files. */
export type Example = {
  readonly head: SeriesHead;
  readonly byId: Readonly<Record<string, CaseRecord>>;
  readonly series: Series;
  readonly files: readonly string[];
};

/**
 * Reads one example folder strictly.
 *
 * @throws when a file is not of the schema
 */
export function readExample(name: string): Example {
  const head = seriesHeadSchema.parse(readJson(`${name}/series.json`));
  const files = readdirSync(new URL(`${name}/cases/`, import.meta.url)).sort();
  const cases = files.map((file) => caseRecordSchema.parse(readJson(`${name}/cases/${file}`)));
  return {
    head,
    byId: Object.fromEntries(cases.map((record) => [record.id, record])),
    series: { ...head, cases },
    files,
  };
}

/** One JSON file under `examples/`. */
export function readJson(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
}
