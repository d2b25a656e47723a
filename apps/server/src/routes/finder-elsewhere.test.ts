import { cp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { writeHospital } from "@materbone/exchange";
import { presetDefinition, REVIEW_REASONS, type ReviewVerdict } from "@materbone/finder";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answered, emptySeries, refused, type TestServer, temporaryFolder, testServer } from "../api.fixture.ts";
import type { Answers } from "../schemas/answer-types.ts";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let server: TestServer;
/** The same data by the paper, by another definition, and as a copy at another place; and other data. */
const runs: Record<"paper" | "fractures" | "copy" | "other", string> = {
  paper: "",
  fractures: "",
  copy: "",
  other: "",
};
/** A woman whom the first three list, by her rank in each. */
const ranks: Record<keyof typeof runs, number> = { paper: 0, fractures: 0, copy: 0, other: 0 };
let clock = Date.UTC(2026, 10, 26);
const now = (): Date => {
  clock += 1000;
  return new Date(clock);
};

beforeAll(async () => {
  folder = await temporaryFolder();
  const hospital = join(folder.path, "hospital");
  await writeHospital(hospital, { format: "fhir", seed: 4, persons: 200 });
  // Copied without the times of the files: the day of the data is asked for.
  await cp(join(hospital, "data"), join(folder.path, "copy"), { recursive: true });
  await writeHospital(join(folder.path, "other"), { format: "fhir", seed: 5, persons: 200 });
  server = testServer({ dataFolder: folder.path, now });
  const fractures = {
    ...presetDefinition("paper"),
    id: "fractures",
    tiers: presetDefinition("paper")?.tiers.filter(({ id }) => id === "fracture_with_low_z"),
  };
  runs.paper = await found({ path: join(hospital, "data"), definition: "paper" });
  runs.fractures = await found({ path: join(hospital, "data"), definition: fractures });
  runs.copy = await found({ path: join(folder.path, "copy"), definition: "paper" });
  runs.other = await found({ path: join(folder.path, "other", "data"), definition: "paper" });
  const [woman] = (await worklist(runs.fractures)).candidates;
  for (const name of ["paper", "fractures", "copy", "other"] as const) {
    const { candidates } = await worklist(runs[name]);
    ranks[name] = candidates.find(({ sourceId }) => sourceId === woman?.sourceId)?.rank ?? 0;
  }
  expect([ranks.paper, ranks.fractures, ranks.copy].every((rank) => rank > 0)).toBe(true);
  await server.ask("POST", "/api/series", emptySeries);
}, 180_000);
afterAll(() => folder.remove());

async function found(body: object): Promise<string> {
  const { id } = await answered(
    "FinderJob",
    await server.ask("POST", "/api/finder/jobs", { asOf: "2026-01-31", ...body }),
  );
  for (;;) {
    const job = await answered("FinderJob", await server.ask("GET", `/api/finder/jobs/${id}`));
    if (job.kind === "done") return job.run;
    if (job.kind !== "running") throw new Error(JSON.stringify(job));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function worklist(run: string): Promise<Answers["FinderWorklist"]> {
  return answered("FinderWorklist", await server.ask("GET", `/api/finder/runs/${run}/worklist`));
}

async function elsewhere(name: keyof typeof runs): Promise<Answers["FinderElsewhere"]> {
  const path = `/api/finder/runs/${runs[name]}/women/${ranks[name]}/elsewhere`;
  return answered("FinderElsewhere", await server.ask("GET", path));
}

async function decide(name: keyof typeof runs, reviewer: string, verdict: ReviewVerdict, from?: string): Promise<void> {
  const said = { reviewer, candidate: ranks[name], verdict, reasons: [REVIEW_REASONS[verdict][0]], from };
  expect((await server.ask("POST", `/api/finder/runs/${runs[name]}/decisions`, said)).status).toBe(201);
}

function write(name: keyof typeof runs, id: string, again?: true): Promise<Response> {
  const body = { candidate: ranks[name], series: emptySeries.id, id, ...(again === undefined ? {} : { again }) };
  return server.ask("POST", `/api/finder/runs/${runs[name]}/cases`, body);
}

describe("the same woman in other runs", () => {
  it("is told from the same data at the same and at another place, and not from other data", async () => {
    const { isSettled, runs: others } = await elsewhere("paper");
    expect(isSettled).toBe(false);
    expect(others.map(({ definition }) => definition.id).sort()).toEqual(["fractures", "paper"]);
    expect(others.every(({ isSameDelivery }) => isSameDelivery)).toBe(true);
    const { candidates } = await worklist(runs.other);
    const path = `/api/finder/runs/${runs.other}/women/${candidates[0]?.rank}/elsewhere`;
    expect((await answered("FinderElsewhere", await server.ask("GET", path))).runs).toEqual([]);
    const none = `/api/finder/runs/${runs.paper}/women/9999/elsewhere`;
    expect((await refused(await server.ask("GET", none))).status).toBe(404);
  });

  it("is told the same before she is settled here, whatever was decided on her there", async () => {
    const before = await elsewhere("fractures");
    await decide("paper", "A", "plo");
    expect(await elsewhere("fractures")).toEqual(before);
    await decide("paper", "B", "plo");
    expect(await elsewhere("fractures")).toEqual(before);
    // No way to the decisions either.
    expect(JSON.stringify(before)).not.toContain(runs.paper);
    await decide("fractures", "C", "not_plo");
    expect(await elsewhere("fractures")).toEqual(before);
    await decide("fractures", "D", "plo");
    // They differ: who settles it must not know either.
    expect(await elsewhere("fractures")).toEqual(before);
  });

  it("is told with her verdict and where she stands once she is settled here", async () => {
    const settle = {
      by: { kind: "together" },
      candidate: ranks.fractures,
      verdict: "plo",
      reasons: ["fracture_on_images"],
    };
    await server.ask("POST", `/api/finder/runs/${runs.fractures}/adjudications`, settle);
    const told = async () =>
      (await elsewhere("fractures")).runs.map(({ told }) => [told?.run, told?.rank, told?.verdict, told?.written]);
    expect(await told()).toEqual([
      [runs.copy, ranks.copy, "open", []],
      [runs.paper, ranks.paper, "plo", []],
    ]);
    // One decision there reads as none.
    await decide("copy", "E", "not_plo");
    expect((await told())[0]).toEqual([runs.copy, ranks.copy, "open", []]);
    await answered("FinderExported", await write("paper", "PLO-1"));
    expect((await told())[1]).toEqual([runs.paper, ranks.paper, "plo", [{ series: emptySeries.id, id: "PLO-1" }]]);
  });

  it("is not written a second time from another run unless it is asked for", async () => {
    const asked = await refused(await write("fractures", "PLO-2"));
    expect([asked.status, asked.type]).toEqual([409, "/problems/written-before"]);
    expect(asked.detail).toMatch(/PLO-1\b/);
    expect((await server.ask("GET", `/api/series/${emptySeries.id}/cases/PLO-2`)).status).toBe(404);
    await answered("FinderExported", await write("fractures", "PLO-2", true));
  });

  it("hides all again when a reviewer decides anew and she is no longer settled here", async () => {
    const woman = await server.ask("GET", `/api/finder/runs/${runs.fractures}/women/${ranks.fractures}?reviewer=C`);
    const { state } = await answered("FinderWoman", woman);
    await decide("fractures", "C", "cannot_tell", state);
    const { isSettled, runs: others } = await elsewhere("fractures");
    expect([isSettled, others.map(({ told }) => told)]).toEqual([false, [undefined, undefined]]);
  });

  it("is known of runs that can be read, and a damaged one hinders nobody", async () => {
    await writeFile(join(folder.path, "finder", "runs", runs.copy, "review.json"), "{");
    const { runs: others } = await elsewhere("paper");
    expect(others.map(({ told }) => told?.run)).toEqual([runs.copy, runs.fractures]);
    await rm(join(folder.path, "finder", "runs", runs.copy), { recursive: true });
    expect((await elsewhere("paper")).runs.map(({ told }) => told?.run)).toEqual([runs.fractures]);
  });
});
