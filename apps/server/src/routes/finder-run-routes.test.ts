import { join } from "node:path";
import { writeHospital } from "@materbone/exchange";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answered, refused, type TestServer, temporaryFolder, testServer } from "../api.fixture.ts";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let server: TestServer;
let run: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  await writeHospital(join(folder.path, "hospital"), { format: "fhir", seed: 4, persons: 200 });
  server = testServer({ dataFolder: folder.path, now: () => new Date() });
  const asked = { path: join(folder.path, "hospital", "data"), definition: "paper" };
  let job = await answered("FinderJob", await server.ask("POST", "/api/finder/jobs", asked));
  while (job.kind === "running") {
    await new Promise((resolve) => setTimeout(resolve, 50));
    job = await answered("FinderJob", await server.ask("GET", `/api/finder/jobs/${job.id}`));
  }
  if (job.kind !== "done") throw new Error(JSON.stringify(job));
  run = job.run;
});
afterAll(() => folder.remove());

const at = (path: string): string => `/api/finder/runs/${run}${path}`;

describe("the definition of a run", () => {
  it("is the one that was asked, with what it says in the language asked for", async () => {
    const read = await answered("FinderDefinition", await server.ask("GET", at("/definition?lang=zh")));
    if (read.kind !== "read") throw new Error("a run has its definition");
    expect(read.said.title).toMatch(/\p{Script=Han}/u);
    const worklist = await answered("FinderWorklist", await server.ask("GET", at("/worklist")));
    expect(read.hash).toBe(worklist.run?.definition.hash);
    expect((await refused(await server.ask("GET", "/api/finder/runs/none/definition"))).status).toBe(404);
  });
});

describe("the worklist as a file", () => {
  it.each([
    ["csv", "text/csv", "rank,source_id"],
    ["lines", "text/csv", ",source_ref,"],
    ["json", "application/json", '"materbone/worklist/1"'],
    ["ndjson", "application/x-ndjson", '"kind":"worklist"'],
    ["html", "text/html", "<!doctype html>"],
  ])("%s comes under its own name, with every woman", async (format, type, beginning) => {
    const worklist = await answered("FinderWorklist", await server.ask("GET", at("/worklist")));
    const file = await server.ask("GET", at(`/worklist/file?format=${format}&lang=zh`));
    expect(file.status).toBe(200);
    expect(file.headers.get("content-type")).toContain(type);
    expect(file.headers.get("content-disposition")).toMatch(/^attachment; filename="worklist-[\w.-]+\.zh\./);
    const text = await file.text();
    expect(text).toContain(beginning);
    for (const { sourceId } of worklist.candidates) expect(text).toContain(sourceId);
  });

  it("begins as a spreadsheet of a Chinese system needs it, where it is for one", async () => {
    const firstBytes = async (format: string): Promise<readonly number[]> => {
      const file = await server.ask("GET", at(`/worklist/file?format=${format}&lang=zh`));
      return [...new Uint8Array(await file.arrayBuffer()).slice(0, 3)];
    };
    for (const format of ["csv", "lines"]) expect(await firstBytes(format)).toEqual([0xef, 0xbb, 0xbf]);
    for (const format of ["json", "ndjson"]) expect((await firstBytes(format))[0]).toBe("{".charCodeAt(0));
  });

  it("is refused in another form", async () => {
    expect((await refused(await server.ask("GET", at("/worklist/file?format=pdf")))).status).toBe(400);
  });
});
