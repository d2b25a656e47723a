import { createTerms } from "@materbone/clinical";
import { expect, it } from "vitest";
import { readDataTable } from "./data-table.ts";
import { readModel } from "./read-model.ts";
import { runModel } from "./run-model.ts";

it("runModel tells how many of the analyses beside the fit are done", () => {
  const table = readDataTable("yi,vi\n0.1,0.2\n0.3,0.1\n0.2,0.2\n");
  const read = readModel({ extras: ["blup", "influence"] });
  if (table.kind === "refused" || read.kind === "refused") throw new Error("not read");
  const heard: (readonly [number, number])[] = [];
  const run = runModel(read.model, table.table, createTerms("en"), (done, total) => heard.push([done, total]));
  expect(run.kind).toBe("output");
  expect(heard).toEqual([
    [0, 2],
    [1, 2],
    [2, 2],
  ]);
});
