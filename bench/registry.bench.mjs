// The registry in a file with many women in one series: saves a second, and how long lists, searches and opening take.
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { openSqliteRegistry } from "../packages/registry/dist/src/index.js";
import { generateCase, random } from "./generate-cases.mjs";

const WOMEN = Number(process.env.MATERBONE_BENCH_WOMEN ?? 100_000);
const SAVES = 1000;
const ROUNDS = 15;
const TAGS = ["骨折", "随访", "spine", "北区", "question 7", "二次妊娠"];
const HEAD = {
  schema: "materbone/series/1",
  id: "bench",
  title: { en: "Generated women" },
  origin: "synthetic",
};

const next = random(20260101);
const act = (number) => ({ by: "bench", at: new Date(Date.UTC(2026, 0, 1) + number * 1000).toISOString() });
const folder = await mkdtemp(join(tmpdir(), "materbone-bench-"));
try {
  const registry = await openSqliteRegistry({ folder });
  const cases = Array.from({ length: WOMEN }, (_, number) => ({
    ...generateCase(number, next),
    tags: TAGS.filter(() => next() < 0.2),
  }));
  await creation(registry, cases);
  await saves(registry, cases);
  await lists(registry);
  await opening(registry);
  await verifying(registry);
  await registry.close();
  await reopening();
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function creation(registry, cases) {
  const start = performance.now();
  await registry.createSeries({ ...HEAD, cases }, act(0));
  const seconds = (performance.now() - start) / 1000;
  const { size } = await stat(join(folder, "materbone.sqlite"));
  tell("create", `${WOMEN} women in one transaction`, WOMEN / seconds, "women/s", `file ${(size / 1e6).toFixed(0)} MB`);
}

async function saves(registry, cases) {
  const start = performance.now();
  const times = [];
  for (let number = 0; number < SAVES; number++) {
    const record = cases[Math.floor(next() * cases.length)];
    const ref = { kind: "case", series: "bench", case: record.id };
    const { revision } = await registry.readCase(ref);
    const began = performance.now();
    await registry.saveCase(ref, { ...record, note: { en: `save ${number}` } }, revision, act(number + 1));
    times.push(performance.now() - began);
  }
  const seconds = (performance.now() - start) / 1000;
  tell("save", "acknowledged saves, each on the disk", SAVES / seconds, "saves/s", `${percentiles(times)} a save`);
}

async function lists(registry) {
  const queries = {
    "list, first page": () => ({}),
    "list, deep page": () => ({ offset: Math.floor(next() * WOMEN) }),
    "order by age, last page": () => ({ order: "age", isDescending: true, offset: WOMEN - 60 }),
    "order by delivery, deep": () => ({ order: "delivery", offset: Math.floor(WOMEN / 2) }),
    "order by diagnosis, deep": () => ({ order: "diagnosis", offset: Math.floor(next() * WOMEN) }),
    "order by lowest Z, deep": () => ({ order: "lowestZ", offset: Math.floor(next() * WOMEN) }),
    "order by findings": () => ({ order: "findings", isDescending: true }),
    "order by saved, deep": () => ({ order: "saved", isDescending: true, offset: Math.floor(next() * WOMEN) }),
    "filter severity": () => ({ severity: "minor" }),
    "filter outcome": () => ({ outcome: ["consistent", "notConsistent", "undecided"][Math.floor(next() * 3)] }),
    "filter fracture and agent": () => ({ isFractured: true, agent: "zoledronicAcid", order: "lowestZ" }),
    "filter tag": () => ({ tag: TAGS[Math.floor(next() * TAGS.length)] }),
    "filter tag, ordered, deep": () => ({ tag: "骨折", order: "age", isDescending: true, offset: WOMEN / 10 }),
    "deleted women": () => ({ isDeleted: true }),
    "search one pseudonym": () => ({ search: `woman-${Math.floor(next() * WOMEN)}` }),
    "search three digits": () => ({ search: String(100 + Math.floor(next() * 900)), order: "age" }),
    "search two characters": () => ({ search: ["骨折", "随访", "二次", "北区"][Math.floor(next() * 4)] }),
    "search that finds all": () => ({ search: "woman", order: "saved", offset: Math.floor(next() * WOMEN) }),
    "search that finds none": () => ({ search: "nobody" }),
  };
  const all = [];
  for (const [name, query] of Object.entries(queries)) {
    const times = await timed(ROUNDS, () => registry.listCases("bench", query()));
    all.push(...times);
    tell("list", name, percentile(times, 0.95), "ms p95", percentiles(times));
  }
  tell("list", "all of these together", percentile(all, 0.95), "ms p95", percentiles(all));
  const tags = await timed(ROUNDS, () => registry.listTags("bench"));
  tell("list", "tags with counts", percentile(tags, 0.95), "ms p95", percentiles(tags));
  const start = await timed(ROUNDS, () => registry.listSeries());
  tell("list", "start page", percentile(start, 0.95), "ms p95", percentiles(start));
}

async function opening(registry) {
  const ref = () => ({ kind: "case", series: "bench", case: `woman-${Math.floor(next() * WOMEN)}` });
  const times = await timed(20 * ROUNDS, () => registry.readCase(ref()));
  tell("open", "one woman", percentile(times, 0.95), "ms p95", percentiles(times));
  const history = await timed(20 * ROUNDS, () => registry.history(ref(), { offset: 0, limit: 20 }));
  tell("open", "her history", percentile(history, 0.95), "ms p95", percentiles(history));
}

async function verifying(registry) {
  const start = performance.now();
  const { revisions, faults } = await registry.verify();
  const seconds = (performance.now() - start) / 1000;
  if (faults.length > 0) throw new Error(`${faults.length} faults`);
  tell("verify", `${revisions} revisions and the lists`, revisions / seconds, "revisions/s", `${seconds.toFixed(1)} s`);
}

async function reopening() {
  const start = performance.now();
  const registry = await openSqliteRegistry({ folder });
  const milliseconds = performance.now() - start;
  await registry.close();
  tell("start", "opening the file, check of the file included", milliseconds, "ms", "");
}

async function timed(rounds, work) {
  const times = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times;
}

function percentiles(times) {
  return `median ${percentile(times, 0.5).toFixed(1)} ms, 95th percentile ${percentile(times, 0.95).toFixed(1)} ms`;
}

function percentile(times, share) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
}

function tell(part, name, value, unit, detail) {
  const peakMemoryMb = Math.round(process.resourceUsage().maxRSS / 1024);
  const rounded = value < 100 ? Number(value.toFixed(1)) : Math.round(value);
  console.log(
    JSON.stringify({ bench: "registry", workload: `${part}: ${name}`, value: rounded, unit, peakMemoryMb, detail }),
  );
}
