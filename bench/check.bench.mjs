// `check` over generated women as NDJSON: cases a second and peak memory of the real command in its own process.
import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { generateCase, random } from "./generate-cases.mjs";

const SIZES = [10_000, 100_000];
const folder = await mkdtemp(join(tmpdir(), "materbone-bench-"));
try {
  for (const count of SIZES) {
    const file = join(folder, `${count}.ndjson`);
    await writeCases(file, count);
    const megabytes = ((await stat(file)).size / 1e6).toFixed(0);
    for (const format of ["json", "csv"]) {
      const { seconds, cpuSeconds, peakMemoryMb, bytes } = await timed(["check", file, "--format", format]);
      console.log(
        JSON.stringify({
          bench: "check",
          workload: `${count} cases, NDJSON to ${format}`,
          value: Math.round(count / cpuSeconds),
          unit: "cases/s a core",
          peakMemoryMb,
          detail: `${megabytes} MB in, ${(bytes / 1e6).toFixed(0)} MB out, ${seconds.toFixed(2)} s wall, ${cpuSeconds.toFixed(2)} s processor, start included`,
        }),
      );
    }
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function writeCases(file, count) {
  const next = random(20260101);
  const out = createWriteStream(file);
  for (let number = 0; number < count; number++) {
    if (!out.write(`${JSON.stringify(generateCase(number, next))}\n`))
      await new Promise((resume) => out.once("drain", resume));
  }
  await new Promise((done) => out.end(done));
}

/** Runs the command; processor time and peak memory are the process's own, told as it ends. */
async function timed(args) {
  const start = performance.now();
  const probe = new URL("probe.mjs", import.meta.url).pathname;
  const child = spawn(process.execPath, ["--import", probe, "apps/cli/bin/materbone.js", ...args], {
    stdio: ["ignore", "pipe", "ignore", "pipe"],
  });
  let bytes = 0;
  let told = "";
  child.stdout.on("data", (chunk) => {
    bytes += chunk.length;
  });
  child.stdio[3].on("data", (chunk) => {
    told += chunk;
  });
  const code = await new Promise((done) => child.on("close", done));
  if (code !== 0) throw new Error(`materbone ${args.join(" ")} ended with ${code}`);
  return { seconds: (performance.now() - start) / 1000, bytes, ...JSON.parse(told) };
}
