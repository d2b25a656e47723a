import { dataTable } from "../model-file/data-table.ts";
import { prepare } from "../model-file/prepare.ts";
import { rScript } from "../model-file/r-script.ts";
import { readModel } from "../model-file/read-model.ts";
import { type Stratum, stratumKey } from "./stratum.ts";
import type { TreatmentPool } from "./synthesis.ts";

/**
 * An R script that makes the pooled effect of one treatment in one stratum anew with metafor, to the same digits, with and
 * without single women; `undefined` where nothing is pooled.
 */
export function poolScript(stratum: Stratum, pool: TreatmentPool): string | undefined {
  if (pool.withSingles.kind === "notPooled") return undefined;
  const title = `${stratumKey(stratum)}, ${pool.treatment}`;
  const all = scriptOf(`${title}, with single women`, pool.rows);
  if (pool.withoutSingles.kind === "notPooled") return all;
  const series = pool.rows.filter(({ isSingleWomen }) => !isSingleWomen);
  return `${all}\n${scriptOf(`${title}, without single women`, series)}`;
}

function scriptOf(title: string, rows: TreatmentPool["rows"]): string {
  const table = dataTable({
    study: rows.map(({ label }) => label),
    women: rows.map(({ women }) => women),
    yi: rows.map(({ yi }) => yi),
    vi: rows.map(({ vi }) => vi),
  });
  const read = readModel({
    title,
    label: "study",
    effect: { yi: "yi", vi: "vi" },
    method: "REML",
    test: "adhoc",
    extras: [],
  });
  if (read.kind === "refused") throw new TypeError("the model of a pooled effect is refused");
  const preparation = prepare(read.model, table);
  if (preparation.kind === "refused") throw new TypeError("the rows of a pooled effect are refused");
  return rScript(preparation.prepared);
}
