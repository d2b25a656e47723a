// The finder: npm run bench -- finder [SIZE], SIZE in persons (200000 when absent; 2m, 10m). Rates and ratios, no test.
//   conversion  a generated hospital as FHIR NDJSON and OMOP CSV, to Parquet, beside DuckDB's bare reading of the JSON
//   query       each shipped definition over converted tables, in a process of its own, as the product opens
//               them; first with the files out of the system's memory where `dd` can see to that, then again; beside a
//               bare scan of every column of the same files
//   postgres    the paper's definition over the same rows in PostgreSQL, up to 200 000 persons
//   woman       one woman explained
// Aims: conversion >= 300 MB/s; query <= 3 s for 2m and <= 15 s for 10m, below 1 GB; a woman < 5 ms.
import { spawnSync } from "node:child_process";
import { chmod, mkdir, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { DuckDBInstance } from "@duckdb/node-api";
import { convert, detect, openSnapshot, writeHospital } from "../packages/exchange/dist/src/index.js";
import {
  planDefinition,
  presetDefinitions,
  resolveDefinition,
  womanExplainer,
} from "../packages/finder/dist/src/index.js";
import { askPostgres } from "./finder-postgres.mjs";
import { TABLES, text, writeTables } from "./finder-tables.mjs";

const SIZES = { "2m": 2_000_000, "10m": 10_000_000 };
const MOST_IN_POSTGRES = 200_000;
/** Half a gigabyte of NDJSON: with less, what a conversion costs once is most of it. */
const CONVERTED = 40_000;
const EXPLAINED = 400;
const WARM = 3;

const [size = "200000"] = process.argv.slice(2);
const persons = SIZES[size] ?? Number(size);
if (!(Number.isInteger(persons) && persons >= 1)) throw new RangeError(`a number of persons, 2m or 10m, not ${size}`);
const paper = resolveDefinition(presetDefinitions.find(({ id }) => id === "paper"));
const folder = await mkdtemp(join(tmpdir(), "materbone-bench-"));
try {
  // PostgreSQL may run as another user, who reads its rows there.
  await chmod(folder, 0o755);
  const duckdb = await (await DuckDBInstance.create(":memory:", { threads: "2", memory_limit: "700MB" })).connect();
  await conversions(duckdb);
  await queries(duckdb);
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function conversions(duckdb) {
  for (const format of ["fhir", "omop"]) {
    const hospital = join(folder, format);
    await writeHospital(hospital, { seed: 7, persons: CONVERTED, format });
    const data = join(hospital, "data");
    const files = (await readdir(data, { recursive: true })).map((name) => join(data, name));
    const sized = await Promise.all(files.map(async (file) => ({ file, info: await stat(file) })));
    const bytes = sized.reduce((sum, { info }) => sum + (info.isFile() ? info.size : 0), 0);
    const { found } = await detect(data);
    let staged = 0;
    const start = performance.now();
    const onProgress = ({ phase }) => {
      if (phase === "sort" && staged === 0) staged = performance.now() - start;
    };
    const { manifest } = await convert(found, {
      output: join(folder, `${format}-tables`),
      asOf: "2026-01-01",
      onProgress,
    });
    const whole = performance.now() - start;
    const rate = (milliseconds) => Math.round(bytes / 1000 / milliseconds);
    const rows = manifest.tables.event.rows;
    if (format === "fhir") {
      const ndjson = sized.filter(({ file }) => file.endsWith(".ndjson")).map(({ file }) => text(file));
      const bare = await seconds(() =>
        duckdb.run(`SELECT count(*) FROM read_ndjson_objects([${ndjson.join(", ")}], maximum_object_size = 16777216)`),
      );
      tell(
        "FHIR NDJSON to Parquet",
        rate(whole),
        "MB/s",
        `${rate(staged)} MB/s staged; bare reading ${rate(1000 * bare)} MB/s; ${mega(bytes)} MB, ${rows} events`,
      );
    } else {
      tell(
        "OMOP CSV to Parquet",
        Math.round(rows / (whole / 1000)),
        "events/s",
        `${rate(whole)} MB/s, ${rate(staged)} staged; ${rows} events`,
      );
    }
    await rm(hospital, { recursive: true, force: true });
  }
}

async function queries(duckdb) {
  const tables = join(folder, "tables");
  await mkdir(tables);
  const events = await writeTables(tables, persons);
  const files = TABLES.map((name) => join(tables, `${name}.parquet`));
  const columns = "person_id, kind, system, code, date_low, date_high, value, unit, site, source_ref"
    .split(", ")
    .map((name) => `max(${name})`);
  const scan = await seconds(() =>
    duckdb.run(`SELECT ${columns.join(", ")} FROM read_parquet(${text(join(tables, "event.parquet"))})`),
  );
  let best = 0;
  for (const { id } of presetDefinitions) {
    for (const file of files) spawnSync("dd", [`if=${file}`, "iflag=nocache", "count=0"]);
    const query = asked(tables, id);
    const [cold, ...warm] = query.seconds;
    const fastest = Math.min(...warm);
    if (id === paper.id) best = fastest;
    tell(
      `query ${id}, ${persons} persons`,
      round(fastest),
      "s warm",
      `${round(cold)} s cold, ${round(query.cpuSeconds)} s processor; bare scan ${round(scan)} s; ${events} events, ${query.candidates} candidates`,
      query.peakMemoryMb,
    );
  }
  if (persons <= MOST_IN_POSTGRES) {
    const postgres = await askPostgres(duckdb, tables, folder, planDefinition(paper));
    tell(
      `query in PostgreSQL, ${persons} persons`,
      round(postgres.seconds),
      "s warm",
      `${round(postgres.seconds / best)} times DuckDB; loaded and indexed in ${round(postgres.loadSeconds)} s`,
    );
  }
  await explained(tables);
}

/** A definition in a process of its own, whose peak memory is that of this definition alone. */
function asked(tables, id) {
  const program = new URL("finder-query.mjs", import.meta.url).pathname;
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, tables, String(1 + WARM), id], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`the query of ${id} ended with ${status}: ${stderr}`);
  return JSON.parse(stdout);
}

/** The first women of the tables that have a delivery. */
async function explained(tables) {
  const engine = await openSnapshot(tables);
  const everyone = await engine.run({ steps: [], result: { kind: "contract", table: "person" } });
  const women = everyone.filter(({ sex }) => sex === "female").slice(0, EXPLAINED);
  const last = women.at(-1)?.person_id ?? 0;
  const where = {
    kind: "compare",
    op: "<=",
    left: { kind: "column", name: "person_id" },
    right: { kind: "integer", value: last },
  };
  const rows = await engine.run({
    steps: [],
    result: { kind: "filter", from: { kind: "contract", table: "event" }, where },
  });
  await engine.close();
  const explain = womanExplainer(paper);
  const inputs = women.map((person) => ({
    person: [person],
    event: rows.filter(({ person_id }) => person_id === person.person_id),
    ancestor: [],
  }));
  const delivered = inputs.filter((input) => explain(input).deliveries.length > 0);
  const times = delivered.map((input) => {
    const start = performance.now();
    explain(input);
    return performance.now() - start;
  });
  times.sort((a, b) => a - b);
  const share = (part) => round(times[Math.floor(part * (times.length - 1))]);
  tell("one woman explained", share(0.5), "ms", `p95 ${share(0.95)} ms, of ${times.length} women with a delivery`);
}

async function seconds(work) {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

function tell(workload, value, unit, detail, peakMemoryMb = Math.round(process.resourceUsage().maxRSS / 1024)) {
  console.log(JSON.stringify({ bench: "finder", workload, value, unit, peakMemoryMb, detail }));
}

function round(value) {
  return Number(value.toPrecision(3));
}

function mega(bytes) {
  return Math.round(bytes / 1e6);
}
