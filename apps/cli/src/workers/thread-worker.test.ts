import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { pooledRunner } from "@materbone/circuit";
import { buildSync } from "esbuild";
import { afterAll } from "vitest";
import { populationRunnerContract } from "../../../../packages/circuit/src/population/population-runner-contract.fixture.ts";
import { repositoryPath, workFolder } from "../run.fixture.ts";
import { threadWorker } from "./thread-worker.ts";

const folder = workFolder();
afterAll(folder.remove);

const program = join(folder.path, "toy-worker.mjs");
buildSync({
  entryPoints: [repositoryPath("apps/cli/src/workers/toy-worker.fixture.ts")],
  outfile: program,
  bundle: true,
  format: "esm",
  platform: "node",
  conditions: ["source"],
});

for (const threads of [1, 2, 3]) {
  populationRunnerContract(`${threads} threads of Node`, () =>
    pooledRunner(() => threadWorker(pathToFileURL(program)), threads),
  );
}
