// The built server with many women in one series: how long lists, filters, searches, opening and saving take over HTTP.
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { openSqliteRegistry } from "../packages/registry/dist/src/index.js";
import { generateCase, random } from "./generate-cases.mjs";

const WOMEN = Number(process.env.MATERBONE_BENCH_WOMEN ?? 100_000);
/** Requests of each kind, after some that are not counted. */
const ROUNDS = Number(process.env.MATERBONE_BENCH_ROUNDS ?? 200);
const WARM_UP = 10;
/** Of /proc on every Linux that Node.js runs on. */
const TICKS_PER_SECOND = 100;
const TAGS = ["骨折", "随访", "spine", "北区", "question 7", "二次妊娠"];
const SERIES = "/api/series/bench";

const next = random(20260101);
const anyWoman = () => `woman-${Math.floor(next() * WOMEN)}`;
const anyOf = (values) => values[Math.floor(next() * values.length)];
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

const folder = await mkdtemp(join(tmpdir(), "materbone-bench-"));
try {
  await fill();
  const server = await start();
  try {
    await lists(server);
    await opening(server);
    await saving(server);
  } finally {
    agent.destroy();
    server.child.kill("SIGTERM");
    await server.ended;
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function fill() {
  const registry = await openSqliteRegistry({ folder });
  const cases = Array.from({ length: WOMEN }, (_, number) => ({
    ...generateCase(number, next),
    tags: TAGS.filter(() => next() < 0.2),
  }));
  const head = { schema: "materbone/series/1", id: "bench", title: { en: "Generated women" }, origin: "synthetic" };
  await registry.createSeries({ ...head, cases }, { by: "bench", at: "2026-01-01T00:00:00.000Z" });
  await registry.close();
}

/** The program as a user starts it, once it has printed its address. */
async function start() {
  const bin = new URL("../apps/server/bin/materbone-server.js", import.meta.url).pathname;
  const began = performance.now();
  const child = spawn(process.execPath, [bin, "--no-open", "--port", "0", "--data", folder, "--lang", "en"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise((done) => child.once("close", done));
  let told = "";
  await new Promise((resolve, reject) => {
    child.stdout.on("data", (chunk) => {
      told += chunk;
      if (/key=\S+\s/.test(told)) resolve();
    });
    child.once("close", (code) => reject(new Error(`the server ended with ${code}`)));
  });
  const address = new URL(/http:\/\/\S+/.exec(told)[0]);
  const server = { child, ended, port: address.port, secret: address.searchParams.get("key") };
  await tell(server, "start: database opened and checked, address printed", performance.now() - began, "ms", "");
  return server;
}

async function lists(server) {
  const queries = {
    "list, first page": () => "",
    "list, deep page": () => `offset=${Math.floor(next() * WOMEN)}`,
    "list, order by age": () => `order=age&descending=true&offset=${Math.floor(next() * WOMEN)}`,
    "list, order by delivery": () => `order=delivery&offset=${Math.floor(next() * WOMEN)}`,
    "list, order by diagnosis": () => `order=diagnosis&offset=${Math.floor(next() * WOMEN)}`,
    "list, order by lowest Z": () => `order=lowestZ&offset=${Math.floor(next() * WOMEN)}`,
    "list, order by findings": () => "order=findings&descending=true",
    "list, order by saved": () => `order=saved&descending=true&offset=${Math.floor(next() * WOMEN)}`,
    "filter severity": () => `severity=${anyOf(["info", "minor", "major"])}`,
    "filter outcome": () => `outcome=${anyOf(["consistent", "notConsistent", "undecided"])}`,
    "filter fractured": () => `fractured=${anyOf(["true", "false"])}`,
    "filter agent": () => `agent=${anyOf(["zoledronicAcid", "calcitriol", "teriparatide"])}`,
    "filter tag": () => `tag=${encodeURIComponent(anyOf(TAGS))}`,
    "filter deleted": () => "deleted=true",
    "all filters at once": () =>
      `severity=minor&outcome=consistent&fractured=true&agent=zoledronicAcid&tag=spine&order=lowestZ`,
    "search one pseudonym": () => `search=${anyWoman()}`,
    "search three digits": () => `search=${100 + Math.floor(next() * 900)}`,
    "search two Chinese characters": () => `search=${encodeURIComponent(anyOf(["骨折", "随访", "二次", "北区"]))}`,
    "search that finds none": () => "search=nobody",
  };
  const all = [];
  for (const [name, query] of Object.entries(queries)) {
    all.push(...(await measured(server, name, () => get(server, `${SERIES}/cases?${query()}`))));
  }
  await report(server, "all lists, filters and searches together", all);
  await measured(server, "tags with counts", () => get(server, `${SERIES}/tags`));
  await measured(server, "start page", () => get(server, "/api/series"));
}

async function opening(server) {
  await measured(server, "open a case", () => get(server, `${SERIES}/cases/${anyWoman()}`));
  await measured(server, "open the head of the series", () => get(server, SERIES));
  await measured(server, "history of a case", () => get(server, `${SERIES}/cases/${anyWoman()}/history`));
}

async function saving(server) {
  let number = 0;
  const times = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    const path = `${SERIES}/cases/${anyWoman()}`;
    const { value, revision } = JSON.parse(await get(server, path));
    const body = JSON.stringify({ ...value, note: { en: `save ${number++}` } });
    const began = performance.now();
    await send(server, "PUT", path, body, { "if-match": `"${revision}"` });
    if (round >= WARM_UP) times.push(performance.now() - began);
  }
  await report(server, "save a case, on the disk", times);
  const draft = JSON.stringify({ baseRevision: 1, body: generateCase(0, next) });
  await measured(server, "keep a draft", () => send(server, "PUT", `${SERIES}/cases/${anyWoman()}/drafts/w`, draft));
}

async function measured(server, name, work) {
  for (let round = 0; round < WARM_UP; round++) await work();
  const times = [];
  const before = await processorSeconds(server.child.pid);
  for (let round = 0; round < ROUNDS; round++) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  const seconds = (await processorSeconds(server.child.pid)) - before;
  await report(server, name, times, `, processor ${((seconds * 1000) / ROUNDS).toFixed(1)} ms a request`);
  return times;
}

function get(server, path) {
  return send(server, "GET", path, undefined, {});
}

/** One request on a connection that is kept; the answer read to its end. */
function send(server, method, path, body, headers = {}) {
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        host: "127.0.0.1",
        port: server.port,
        method,
        path,
        agent,
        headers: {
          authorization: `Bearer ${server.secret}`,
          ...(body === undefined
            ? {}
            : { "content-type": "application/json", "content-length": Buffer.byteLength(body) }),
          ...headers,
        },
      },
      (response) => {
        const chunks = [];
        response.on("data", (chunk) => chunks.push(chunk));
        response.on("end", () => {
          const text = Buffer.concat(chunks).toString("utf8");
          if (response.statusCode < 300) resolve(text);
          else reject(new Error(`${method} ${path}: ${response.statusCode} ${text}`));
        });
      },
    );
    asked.on("error", reject);
    asked.end(body);
  });
}

async function report(server, name, times, more = "") {
  const part = (share) => `p${share * 100} ${percentile(times, share).toFixed(1)}`;
  const detail = `${times.length} requests, ${part(0.5)}, ${part(0.95)}, ${part(0.99)} ms${more}`;
  await tell(server, name, percentile(times, 0.95), "ms p95", detail);
}

function percentile(times, share) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
}

async function tell(server, name, value, unit, detail) {
  const workload = `${name}, ${WOMEN} women`;
  const peakMemoryMb = await peakMemory(server.child.pid);
  console.log(
    JSON.stringify({ bench: "server", workload, value: Number(value.toFixed(1)), unit, peakMemoryMb, detail }),
  );
}

/** Processor time of the server so far, where the system tells it: what other work on the machine does not change. */
async function processorSeconds(pid) {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

/** Peak memory of the server so far, where the system tells it. */
async function peakMemory(pid) {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
  return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024);
}
