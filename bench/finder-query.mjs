// One process that asks a shipped definition over tables of the contract, cold and warm, and tells its peak memory.
import { readFile } from "node:fs/promises";
import { performance } from "node:perf_hooks";
import { openSnapshot } from "../packages/exchange/dist/src/index.js";
import { planDefinition, presetDefinitions, readAnswer, resolveDefinition } from "../packages/finder/dist/src/index.js";

const [folder, rounds, id] = process.argv.slice(2);
const definition = resolveDefinition(presetDefinitions.find((preset) => preset.id === id));
const query = planDefinition(definition);
const engine = await openSnapshot(folder);
const seconds = [];
let candidates = 0;
let cpuSeconds = 0;
for (let round = 0; round < Number(rounds); round++) {
  const start = performance.now();
  const before = process.cpuUsage();
  const rows = await engine.run(query);
  seconds.push((performance.now() - start) / 1000);
  const { user, system } = process.cpuUsage(before);
  cpuSeconds = (user + system) / 1e6;
  candidates = readAnswer(definition, rows).candidates.length;
}
await engine.close();
console.log(JSON.stringify({ seconds, cpuSeconds, candidates, peakMemoryMb: await peakMemoryMb() }));

/** Peak resident memory of this process, MB; the engine's own memory, outside Node's heap, is in it. */
async function peakMemoryMb() {
  const status = await readFile("/proc/self/status", "utf8").catch(() => "");
  const kilobytes = /^VmHWM:\s+(\d+) kB/mu.exec(status)?.[1] ?? process.resourceUsage().maxRSS;
  return Math.round(Number(kilobytes) / 1024);
}
