// npm run bench -- NAME [SIZE] [--json]: runs one benchmark, or all of them, each in its own process.
import { spawnSync } from "node:child_process";
import { readdir } from "node:fs/promises";

const args = process.argv.slice(2);
const isJson = args.includes("--json");
const words = args.filter((argument) => !argument.startsWith("--"));
const sizes = words.filter((word) => /^\d/.test(word));
const wanted = words.filter((word) => !sizes.includes(word));
const known = (await readdir(new URL(".", import.meta.url)))
  .filter((name) => name.endsWith(".bench.mjs"))
  .map((name) => name.replace(".bench.mjs", ""));
const unknown = wanted.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`No such benchmark: ${unknown.join(", ")}. Known: ${known.join(", ")}.`);
  process.exit(2);
}
for (const name of wanted.length > 0 ? wanted : known) {
  const { stdout, status, stderr } = spawnSync(
    process.execPath,
    [new URL(`${name}.bench.mjs`, import.meta.url).pathname, ...sizes],
    {
      encoding: "utf8",
      maxBuffer: 1 << 28,
    },
  );
  if (status !== 0) {
    process.stderr.write(stderr);
    process.exit(3);
  }
  for (const line of stdout.trim().split("\n")) {
    if (isJson) console.log(line);
    else {
      const { workload, value, unit, peakMemoryMb, detail } = JSON.parse(line);
      console.log(`${workload}: ${value} ${unit}, peak ${peakMemoryMb} MB. ${detail}`);
    }
  }
}
