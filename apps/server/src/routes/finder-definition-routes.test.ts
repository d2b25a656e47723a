import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { writeHospital } from "@materbone/exchange";
import { type CohortDefinition, presetDefinition } from "@materbone/finder";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answered, refused, type TestServer, temporaryFolder, testServer } from "../api.fixture.ts";
import type { Answers } from "../schemas/answer-types.ts";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let server: TestServer;

beforeAll(async () => {
  folder = await temporaryFolder();
  server = testServer({ dataFolder: folder.path });
});
afterAll(() => folder.remove());

const ROUTE = "/api/finder/definitions";

function own(id: string, changed: Partial<CohortDefinition> = {}): CohortDefinition {
  const paper = presetDefinition("paper");
  if (paper === undefined) throw new Error("paper");
  return { ...paper, id, ...changed };
}

function keep(definition: object, id: string, from?: string): Promise<Response> {
  return server.ask("PUT", `${ROUTE}/${id}?lang=en`, { definition, ...(from === undefined ? {} : { from }) });
}

async function kept(response: Promise<Response>): Promise<Extract<Answers["FinderDefinition"], { kind: "read" }>> {
  const answer = await answered("FinderDefinition", await response);
  if (answer.kind === "refused") throw new Error(JSON.stringify(answer.problems));
  return answer;
}

describe("own definitions", () => {
  it("are kept, listed beside those that ship, read, changed and deleted", async () => {
    const { state } = await kept(keep(own("ward-3"), "ward-3"));
    const { definitions } = await answered("FinderDefinitions", await server.ask("GET", ROUTE));
    expect(definitions.filter((one) => one.own).map(({ id }) => id)).toEqual(["ward-3"]);
    expect(definitions.find(({ id }) => id === "paper")?.own).toBe(false);
    const read = await kept(server.ask("GET", `${ROUTE}/ward-3?lang=zh`));
    expect(read).toMatchObject({ state, definition: own("ward-3") });
    expect(read.said.title).toMatch(/\p{Script=Han}/u);
    const next = await kept(keep(own("ward-3", { version: "2" }), "ward-3", state));
    expect(next.state).not.toBe(state);
    const stale = await refused(await keep(own("ward-3", { version: "3" }), "ward-3", state));
    expect([stale.status, stale.type, stale.state]).toEqual([409, "/problems/definition-changed", next.state]);
    expect((await refused(await keep(own("ward-3"), "ward-3"))).type).toBe("/problems/definition-changed");
    const gone = (from: string): Promise<Response> =>
      server.ask("DELETE", `${ROUTE}/ward-3?from=${encodeURIComponent(from)}`);
    expect((await gone(state ?? "")).status).toBe(409);
    expect((await gone(next.state ?? "")).status).toBe(204);
    expect((await refused(await server.ask("GET", `${ROUTE}/ward-3`))).status).toBe(404);
    expect((await refused(await gone(next.state ?? ""))).status).toBe(404);
  });

  it("never take the place of a shipped one, or of another address", async () => {
    const shipped = await refused(await keep(own("paper", { version: "9" }), "paper"));
    expect([shipped.status, shipped.type]).toEqual([409, "/problems/definition-shipped"]);
    expect((await refused(await server.ask("DELETE", `${ROUTE}/paper?from=x`))).type).toBe(
      "/problems/definition-shipped",
    );
    const other = await refused(await keep(own("ward-4"), "ward-5"));
    expect([other.status, other.problems?.[0]?.pointer]).toEqual([400, "/definition/id"]);
    for (const id of ["..%2Fward", "Ward"]) {
      expect((await refused(await server.ask("GET", `${ROUTE}/${id}`))).status).toBe(404);
    }
  });

  it("are refused with every problem and its place in what was sent", async () => {
    const near = own("ward-6").windows.late_pregnancy_to_18_months;
    const backwards = { late_pregnancy_to_18_months: { ...near, to: { months: -9 } } };
    const wrong = own("ward-6", { windows: { ...own("ward-6").windows, ...backwards } } as Partial<CohortDefinition>);
    const problem = await refused(await keep(wrong, "ward-6"));
    expect(problem.status).toBe(422);
    expect(problem.problems?.[0]).toMatchObject({
      pointer: "/definition/windows/late_pregnancy_to_18_months",
      detail: expect.stringContaining("backwards"),
    });
  });

  it("that somebody damaged by hand are listed as damaged, and not run", async () => {
    await kept(keep(own("ward-7"), "ward-7"));
    await writeFile(join(folder.path, "finder", "definitions", "ward-7.json"), "{");
    const { definitions } = await answered("FinderDefinitions", await server.ask("GET", ROUTE));
    expect(definitions.find(({ id }) => id === "ward-7")).toMatchObject({ own: true, damaged: true });
    const read = await answered("FinderDefinition", await server.ask("GET", `${ROUTE}/ward-7`));
    expect(read).toMatchObject({ kind: "refused", text: "{" });
    const run = await refused(
      await server.ask("POST", "/api/finder/jobs", { path: folder.path, definition: "ward-7" }),
    );
    expect([run.status, run.type]).toEqual([422, "/problems/definition-damaged"]);
  });
});

describe("an own definition over data", () => {
  it("is searched with and counted by its id, over data that the list has", async () => {
    await writeHospital(join(folder.path, "hospital"), { format: "fhir", seed: 4, persons: 200 });
    await kept(keep(own("ward-8"), "ward-8"));
    const path = join(folder.path, "hospital", "data");
    let job = await answered("FinderJob", await server.ask("POST", "/api/finder/jobs", { path, definition: "ward-8" }));
    while (job.kind === "running") {
      await new Promise((resolve) => setTimeout(resolve, 50));
      job = await answered("FinderJob", await server.ask("GET", `/api/finder/jobs/${job.id}`));
    }
    if (job.kind !== "done") throw new Error(JSON.stringify(job));
    const { runs } = await answered("FinderRuns", await server.ask("GET", "/api/finder/runs"));
    expect(runs[0]?.definition.id).toBe("ward-8");
    const { data } = await answered("FinderData", await server.ask("GET", "/api/finder/data"));
    expect(data).toMatchObject([{ key: job.data, converted: { format: "fhir" } }]);
    const counted = (definition: string): Promise<Response> =>
      server.ask("POST", "/api/finder/funnel", { data: data[0]?.key, definition, asker: "test" });
    const ofOwn = await answered("FinderFunnel", await counted("ward-8"));
    expect(ofOwn).toEqual(await answered("FinderFunnel", await counted("paper")));
    expect((await refused(await counted("ward-9"))).status).toBe(404);
  });
});
