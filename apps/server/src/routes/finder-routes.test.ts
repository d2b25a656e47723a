import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { writeHospital } from "@materbone/exchange";
import { presetDefinition, REVIEW_REASONS, type Review, type ReviewVerdict } from "@materbone/finder";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answered, emptySeries, refused, type TestServer, temporaryFolder, testServer } from "../api.fixture.ts";
import type { Answers } from "../schemas/answer-types.ts";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let hospital: string;
let server: TestServer;
let done: Extract<Answers["FinderJob"], { kind: "done" }>;
let clock = Date.UTC(2026, 10, 26);
const now = (): Date => {
  clock += 1000;
  return new Date(clock);
};

beforeAll(async () => {
  folder = await temporaryFolder();
  await writeHospital(join(folder.path, "hospital"), { format: "fhir", seed: 4, persons: 200 });
  hospital = join(folder.path, "hospital", "data");
  server = testServer({ dataFolder: folder.path, now });
  done = await finished(await start({ path: hospital, definition: "paper" }));
});
afterAll(() => folder.remove());

async function start(body: object): Promise<Answers["FinderJob"]> {
  return answered("FinderJob", await server.ask("POST", "/api/finder/jobs", body));
}

async function ended({ id }: { readonly id: string }): Promise<Answers["FinderJob"]> {
  for (;;) {
    const job = await answered("FinderJob", await server.ask("GET", `/api/finder/jobs/${id}`));
    if (job.kind !== "running") return job;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function finished(job: Answers["FinderJob"]): Promise<typeof done> {
  const end = await ended(job);
  if (end.kind !== "done") throw new Error(JSON.stringify(end));
  return end;
}

const at = (path: string): string => `/api/finder/runs/${done.run}${path}`;

async function decide(reviewer: string, candidate: number, verdict: ReviewVerdict, note?: string): Promise<Response> {
  return server.ask("POST", at("/decisions"), {
    reviewer,
    candidate,
    verdict,
    reasons: [REVIEW_REASONS[verdict][0]],
    ...(note === undefined ? {} : { note }),
  });
}

describe("definitions", () => {
  it("are listed and read in the language asked for", async () => {
    const { definitions } = await answered(
      "FinderDefinitions",
      await server.ask("GET", "/api/finder/definitions?lang=zh"),
    );
    expect(definitions.map(({ id }) => id)).toContain("paper");
    const read = await answered("FinderDefinition", await server.ask("GET", "/api/finder/definitions/paper?lang=zh"));
    if (read.kind === "refused") throw new Error("refused");
    expect(read.said.title).toMatch(/\p{Script=Han}/u);
    expect(read.hash).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect((await refused(await server.ask("GET", "/api/finder/definitions/none"))).status).toBe(404);
  });

  it("are checked with every problem and its place", async () => {
    const paper = presetDefinition("paper");
    const definition = { ...paper, clock: { ...paper?.clock, pain: "bakc_pain" }, tiers: [] };
    const checked = await answered(
      "FinderDefinition",
      await server.ask("POST", "/api/finder/definitions/check?lang=en", { definition }),
    );
    expect(checked.kind).toBe("refused");
    const good = await server.ask("POST", "/api/finder/definitions/check", { definition: paper });
    expect((await answered("FinderDefinition", good)).kind).toBe("read");
    const started = await refused(await server.ask("POST", "/api/finder/jobs", { path: hospital, definition }));
    expect([started.status, started.type]).toEqual([422, "/problems/invalid-record"]);
  });
});

describe("detection", () => {
  it("says what a folder holds", async () => {
    const found = await answered(
      "FinderDetection",
      await server.ask("POST", "/api/finder/detect?lang=en", { path: hospital }),
    );
    expect(found).toMatchObject({ kind: "found", format: "fhir" });
    const nothing = await server.ask("POST", "/api/finder/detect", { path: join(folder.path, "nowhere") });
    expect(await answered("FinderDetection", nothing)).toMatchObject({ kind: "refused", why: "notThere" });
  });

  it.each([
    "hospital",
    "../x",
    "https://example.org/x",
    "file:///etc",
    "//server/share",
    "\\\\server\\share",
    "s3://b/x",
    "/tmp/\u0000x",
  ])("does not open %j", async (path) => {
    for (const route of ["detect", "jobs"]) {
      const body = route === "jobs" ? { path, definition: "paper" } : { path };
      expect((await refused(await server.ask("POST", `/api/finder/${route}`, body))).type).toBe(
        "/problems/finder-path",
      );
    }
  });
});

describe("jobs", () => {
  it("end with a run, told with what the conversion met", async () => {
    expect(done.candidates).toBeGreaterThan(5);
    const { runs } = await answered("FinderRuns", await server.ask("GET", "/api/finder/runs"));
    expect(runs.map(({ id }) => id)).toContain(done.run);
    const { jobs } = await answered("FinderJobs", await server.ask("GET", "/api/finder/jobs"));
    expect(jobs.map(({ id }) => id)).toContain(done.id);
  });

  it("run one at a time, can be cancelled, and leave no run behind then", async () => {
    const before = (await answered("FinderRuns", await server.ask("GET", "/api/finder/runs"))).runs.length;
    await writeHospital(join(folder.path, "larger"), { format: "fhir", seed: 5, persons: 1500 });
    const job = await start({ path: join(folder.path, "larger", "data"), definition: "paper" });
    const second = await refused(await server.ask("POST", "/api/finder/jobs", { path: hospital, definition: "paper" }));
    expect([second.status, second.type]).toEqual([409, "/problems/finder-busy"]);
    expect((await server.ask("DELETE", `/api/finder/jobs/${job.id}`)).status).toBe(204);
    expect((await ended(job)).kind).toBe("cancelled");
    expect((await answered("FinderRuns", await server.ask("GET", "/api/finder/runs"))).runs).toHaveLength(before);
    expect((await refused(await server.ask("DELETE", "/api/finder/jobs/none"))).status).toBe(404);
  });

  it("say why a source is refused, without what is in it", async () => {
    await writeFile(join(folder.path, "secret-name.txt"), "Wang Fang, 1993-05-05");
    const end = await ended(await start({ path: join(folder.path, "secret-name.txt"), definition: "paper" }));
    expect(end.kind).toBe("refused");
    expect(JSON.stringify(end)).not.toContain("Wang");
  });
});

describe("the review of a run", () => {
  it("shows a woman's timeline and explanation, and nothing of the other reviewer before both have decided", async () => {
    const worklist = await answered("FinderWorklist", await server.ask("GET", at("/worklist")));
    expect(worklist.candidates).toHaveLength(done.candidates);
    const woman = await answered("FinderWoman", await server.ask("GET", at("/women/1?reviewer=A")));
    const [candidate] = worklist.candidates;
    const delivery = woman.deliveries.find(({ number }) => number === candidate?.delivery.number);
    expect(delivery?.tiers.find(({ id }) => id === candidate?.tier)?.answer.answer).toBe(candidate?.why.answer);
    expect(delivery?.clock).toEqual(candidate?.clock);
    expect(woman.events.length).toBeGreaterThanOrEqual(candidate?.evidence.length ?? 0);
    expect((await answered("FinderStatus", await decide("A", 1, "plo", "seen on MRI"))).status.kind).toBe("waiting");
    const asB = await server.ask("GET", at("/women/1?reviewer=B"));
    expect((await answered("FinderWoman", asB)).status).toEqual({ kind: "open" });
    const review = await (await server.ask("GET", at("/review?reviewer=B"))).text();
    expect(JSON.parse(review)).toMatchObject({ role: "reviewer", reviewers: [] });
    expect(review).not.toMatch(/seen on MRI|"A"|plo/);
    const ahead = await answered("FinderSummary", await server.ask("GET", at("/summary")));
    expect(ahead.inside.byStatus).toEqual({ open: done.candidates, agreed: 0, disagreed: 0, adjudicated: 0 });
    expect(JSON.stringify(ahead)).not.toContain('"A"');
    expect((await refused(await server.ask("GET", at("/review/export")))).type).toBe("/problems/review-withheld");
    const deleting = await refused(await server.ask("DELETE", at("")));
    expect([deleting.type, deleting.detail]).toEqual(["/problems/run-has-decisions", expect.not.stringMatching(/\d/)]);
    const ofB = await (await server.ask("GET", at("/review/file?reviewer=B"))).json();
    expect(ofB.entries).toEqual([]);
    expect((await refused(await server.ask("GET", at("/women/9999?reviewer=A")))).status).toBe(404);
    expect((await refused(await server.ask("GET", at("/women/1")))).status).toBe(400);
  });

  it("goes over disagreement and adjudication to a predictive value", async () => {
    expect((await answered("FinderStatus", await decide("B", 1, "plo"))).status.kind).toBe("agreed");
    const both = await answered("FinderReview", await server.ask("GET", at("/review?reviewer=B")));
    expect(both).toMatchObject({ role: "reviewer", reviewers: ["A", "B"] });
    const third = await answered("FinderReview", await server.ask("GET", at("/review?reviewer=C")));
    expect(third).toMatchObject({ role: "third", reviewers: ["A", "B"] });
    await decide("A", 2, "plo");
    expect((await answered("FinderStatus", await decide("B", 2, "not_plo"))).status.kind).toBe("disagreed");
    const settle = (by: object) =>
      server.ask("POST", at("/adjudications"), { by, candidate: 2, verdict: "not_plo", reasons: ["no_fracture"] });
    const own = await refused(await settle({ kind: "third", adjudicator: "A" }));
    expect([own.status, own.type]).toEqual([409, "/problems/review-refused"]);
    const settled = await answered("FinderStatus", await settle({ kind: "third", adjudicator: "C" }));
    expect(settled.status).toMatchObject({ kind: "adjudicated", verdict: "not_plo" });
    // A tab that has not heard of it says what it said before: nothing is undone.
    const stale = await refused(await decide("A", 2, "plo"));
    expect([stale.status, stale.type]).toEqual([409, "/problems/review-refused"]);
    const kept = await answered("FinderWoman", await server.ask("GET", at("/women/2?reviewer=A")));
    expect([kept.status.kind, kept.state]).toEqual(["adjudicated", settled.state]);
    const { inside, leaving } = await answered("FinderSummary", await server.ask("GET", at("/summary")));
    expect(inside.overall).toMatchObject({ confirmed: 1, refuted: 1, open: done.candidates - 2 });
    expect(inside.overall.ppv).toMatchObject({ count: 1, total: 2 });
    expect(leaving.overall).toEqual({ kind: "hidden" });
    expect(inside.byStatus).toEqual({ open: done.candidates - 2, agreed: 1, disagreed: 0, adjudicated: 1 });
    const withheld = await refused(await server.ask("GET", at("/review/export?lang=zh")));
    expect([withheld.status, withheld.type]).toEqual([409, "/problems/review-withheld"]);
    expect(withheld.detail).toMatch(/\p{Script=Han}/u);
  });

  it("leaves without names and notes when no small count can be read from it", async () => {
    // Women with a fracture, nobody excluded: the funnel shows how many candidates there are.
    const paper = presetDefinition("paper");
    const tiers = paper?.tiers.filter(({ id }) => id === "fracture");
    const definition = { ...paper, id: "fractures", exclusions: [], tiers };
    const { run, candidates } = await finished(await start({ path: hospital, definition }));
    const path = (part: string): string => `/api/finder/runs/${run}${part}`;
    const { funnel } = await answered("FinderWorklist", await server.ask("GET", path("/worklist")));
    expect(funnel.stages.find(({ id }) => id === "candidates")?.people.kind).toBe("count");
    for (let candidate = 1; candidate <= candidates; candidate += 1) {
      for (const reviewer of ["Li", "Wang"]) {
        const said = { reviewer, candidate, verdict: "plo", reasons: ["fracture_on_images"], note: "seen on MRI" };
        expect((await server.ask("POST", path("/decisions"), said)).status).toBe(201);
      }
    }
    const file = await (await server.ask("GET", path("/review/export"))).text();
    expect(file).not.toMatch(/seen on MRI|Li|Wang/);
    const { entries } = JSON.parse(file) as Review;
    expect(entries).toHaveLength(2 * candidates);
    expect(file).toMatch(/"R1"[\s\S]*"R2"/);
  });

  it("puts a colleague's file of the same worklist together with this one, and no other", async () => {
    const again = await finished(await start({ path: hospital, definition: "paper" }));
    const own = await (await server.ask("GET", at("/review/file?reviewer=B"))).text();
    expect(own).not.toMatch(/seen on MRI|"A"/);
    const merge = (file: unknown) => server.ask("POST", `/api/finder/runs/${again.run}/review/merge?lang=en`, file);
    const before = { reviewer: "A", candidate: 3, verdict: "plo", reasons: ["low_z_score"] };
    await server.ask("POST", `/api/finder/runs/${again.run}/decisions`, before);
    // What is told is what the file held, not that A has decided.
    expect(await answered("FinderMerged", await merge(JSON.parse(own)))).toEqual({ reviewers: ["B"], entries: 2 });
    const paper = { ...JSON.parse(own), run: { ...JSON.parse(own).run, hash: `sha256:${"0".repeat(64)}` } };
    const other = await refused(await merge(paper));
    expect([other.status, other.problems?.[0]?.detail]).toEqual([422, expect.stringContaining("another run")]);
    expect((await refused(await merge({ schema: "materbone/find-review/1" }))).status).toBe(422);
  });

  it("refuses what a review cannot hold", async () => {
    expect((await refused(await decide("C", 3, "plo"))).type).toBe("/problems/review-refused");
    expect((await refused(await decide("A", 9999, "plo"))).status).toBe(409);
    const wrong = { reviewer: "A", candidate: 3, verdict: "plo", reasons: ["no_fracture"] };
    expect((await refused(await server.ask("POST", at("/decisions"), wrong))).status).toBe(409);
    // More reasons than there are would make the whole review unreadable.
    const many = { ...wrong, reasons: Array.from({ length: 40 }, () => "low_z_score") };
    expect((await refused(await server.ask("POST", at("/decisions"), many))).status).toBe(400);
    const twice = { ...wrong, reasons: ["low_z_score", "low_z_score"] };
    const told = await refused(await server.ask("POST", at("/decisions?lang=en"), twice));
    expect([told.status, told.detail]).toEqual([409, expect.stringContaining('"low Z-score" is given twice')]);
    const unsaid = { ...wrong, reasons: ["other"] };
    expect((await refused(await server.ask("POST", at("/decisions"), unsaid))).status).toBe(409);
    expect((await server.ask("GET", at("/review?reviewer=A"))).status).toBe(200);
    // A name that the review's format does not know would make the whole review unreadable.
    const named = await refused(await decide("A/B", 3, "plo"));
    expect([named.status, named.problems]).toEqual([
      400,
      [{ pointer: "/reviewer", detail: expect.stringMatching(/^Begin with a letter.*at most 40\.$/) }],
    ]);
    const respelled = await refused(await decide("a", 3, "plo"));
    expect([respelled.status, respelled.detail]).toEqual([409, expect.stringContaining('"A"')]);
    // Of one name in two forms of Unicode nothing is made a second person.
    const dotted = await server.ask("GET", at(`/review?reviewer=${encodeURIComponent("阿依古丽·买买提")}`));
    expect(dotted.status).toBe(200);
    expect((await server.ask("GET", at("/review?reviewer=A"))).status).toBe(200);
    for (const run of ["none", "..%2F..", "20260101T000000-01234567"]) {
      expect((await refused(await server.ask("GET", `/api/finder/runs/${run}/worklist`))).status).toBe(404);
    }
  });
});

describe("export into a series", () => {
  const write = (candidate: number, id: string, again?: true) =>
    server.ask("POST", at("/cases"), { candidate, series: emptySeries.id, id, ...(again === true ? { again } : {}) });

  it("writes a confirmed woman without dates or identifiers, and nobody else", async () => {
    await server.ask("POST", "/api/series", emptySeries);
    expect((await refused(await write(2, "PLO-2"))).type).toBe("/problems/not-confirmed");
    expect((await refused(await write(3, "PLO-3"))).type).toBe("/problems/not-confirmed");
    expect((await refused(await write(1, "王"))).type).toBe("/problems/bad-case-id");
    const saved = await answered("FinderExported", await write(1, "PLO-1"));
    expect(saved).toMatchObject({ id: "PLO-1", revision: 1 });
    const stored = await answered("StoredCase", await server.ask("GET", `/api/series/${emptySeries.id}/cases/PLO-1`));
    expect(stored.value).toMatchObject({ origin: "registry", pregnancies: [{ index: true }] });
    const text = JSON.stringify(stored.value);
    const worklist = await answered("FinderWorklist", await server.ask("GET", at("/worklist")));
    expect(text).not.toContain(worklist.candidates[0]?.sourceId ?? "?");
    expect(text).not.toMatch(/\d{4}-\d{2}-\d{2}/);
    expect((await refused(await write(1, "PLO-1", true))).type).toBe("/problems/exists");
  });

  it("asks before it writes the same woman a second time, and says where she stands", async () => {
    const first = { candidate: 1, series: emptySeries.id, id: "PLO-1" };
    expect(await answered("FinderWritten", await server.ask("GET", at("/cases")))).toEqual({ written: [first] });
    const asked = await refused(await write(1, "PLO-1b"));
    expect([asked.status, asked.type]).toEqual([409, "/problems/written-before"]);
    expect(asked.detail).toMatch(/PLO-1\b/);
    expect((await server.ask("GET", `/api/series/${emptySeries.id}/cases/PLO-1b`)).status).toBe(404);
    await answered("FinderExported", await write(1, "PLO-1b", true));
    const { written } = await answered("FinderWritten", await server.ask("GET", at("/cases")));
    expect(written).toEqual([first, { ...first, id: "PLO-1b" }]);
  });
});

describe("the live funnel", () => {
  it("counts a definition over converted data, and stops for a later question", async () => {
    const question = (asker: string) =>
      server.ask("POST", "/api/finder/funnel", { data: done.data, definition: presetDefinition("paper"), asker });
    const [first, second] = await Promise.all([question("page-1"), question("page-1")]);
    expect((await refused(first)).type).toBe("/problems/finder-superseded");
    const { funnel, candidates, roundedTo } = await answered("FinderFunnel", second);
    expect([funnel.smallCell, roundedTo]).toEqual([11, 11]);
    expect(candidates).toEqual(funnel.stages.find(({ id }) => id === "candidates")?.people);
    // Exact, the answers of nearby definitions would have single women as their differences.
    const women = funnel.stages.flatMap(({ people, episodes }) => [people, episodes ?? people]);
    expect(women.filter(({ kind }) => kind === "count").length).toBeGreaterThan(2);
    for (const people of women) if (people.kind === "count") expect(people.count % roundedTo).toBe(0);
    expect(await answered("FinderFunnel", await question("page-2"))).toMatchObject({ funnel, candidates });
    const nowhere = { data: "0123456789abcdef", definition: "paper", asker: "page-1" };
    expect((await refused(await server.ask("POST", "/api/finder/funnel", nowhere))).status).toBe(404);
  });
});

describe("the log and the folder", () => {
  it("hold no data of persons where they need none", async () => {
    expect(server.logged).toEqual([]);
    const manifest = await readFile(join(folder.path, "finder", "runs", done.run, "manifest.json"), "utf8");
    expect(manifest).not.toMatch(/Patient\//);
    expect((await readdir(join(folder.path, "finder", "runs"))).filter((name) => name.startsWith("."))).toEqual([]);
  });

  it("say damaged files in a sentence", async () => {
    const other = await finished(await start({ path: hospital, definition: "paper" }));
    await writeFile(join(folder.path, "finder", "runs", other.run, "worklist.json"), "{");
    const problem = await refused(await server.ask("GET", `/api/finder/runs/${other.run}/worklist`));
    expect([problem.status, problem.type]).toEqual([500, "/problems/finder-unreadable"]);
    // The file is named, and nothing leads away from the decisions beside it.
    expect(problem.detail).toMatch(/^worklist\.json in the folder of this run .* decisions stand in review\.json/);
    await writeFile(join(folder.path, "finder", "runs", done.run, "review.json"), "{");
    const review = await refused(await server.ask("GET", `/api/finder/runs/${done.run}/review?reviewer=Li&lang=zh`));
    expect([review.type, review.detail]).toEqual([
      problem.type,
      expect.stringMatching(/ review\.json 缺失或损坏.*请保留文件夹/),
    ]);
    const place = join(folder.path, "finder", done.data);
    for (const name of (await readdir(place)).filter((one) => one.endsWith(".parquet"))) {
      await writeFile(join(place, name), Buffer.alloc((await stat(join(place, name))).size));
    }
    const question = { asker: "a", data: done.data, definition: "paper" };
    const data = await refused(await server.ask("POST", "/api/finder/funnel", question));
    expect([data.type, data.detail]).toEqual([
      problem.type,
      expect.stringContaining(`in ${place} cannot be read. Delete them`),
    ]);
  });
});
