import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { writeHospital } from "@materbone/exchange";
import { csvMapping, mappingSchema, REVIEW_REASONS } from "@materbone/finder";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answered, ORIGIN, refused, SECRET, type TestServer, temporaryFolder, testServer } from "../api.fixture.ts";
import type { Answers } from "../schemas/answer-types.ts";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let server: TestServer;
/** Tables of a hospital without their mapping. */
let tables: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  await writeHospital(join(folder.path, "hospital"), { format: "csv", seed: 4, persons: 200, encoding: "gb18030" });
  tables = join(folder.path, "hospital", "data");
  for (const name of await readdir(tables)) if (/\.ya?ml$|mapping/.test(name)) await rm(join(tables, name));
  server = testServer({ dataFolder: folder.path, now: () => new Date() });
});
afterAll(() => folder.remove());

async function ended(body: object): Promise<Answers["FinderJob"]> {
  return endOf(await answered("FinderJob", await server.ask("POST", "/api/finder/jobs", body)));
}

async function endOf({ id }: { readonly id: string }): Promise<Answers["FinderJob"]> {
  for (;;) {
    const job = await answered("FinderJob", await server.ask("GET", `/api/finder/jobs/${id}`));
    if (job.kind !== "running") return job;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

type Part = { readonly path: string; readonly at?: number; readonly size: number; readonly changed?: number };

async function put(
  upload: string,
  { path, at = 0, size, changed }: Part,
  bytes: Uint8Array | string,
): Promise<Response> {
  const query = new URLSearchParams({ path, at: String(at), size: String(size) });
  if (changed !== undefined) query.set("changed", String(changed));
  return server.app.request(`${ORIGIN}/api/finder/uploads/${upload}/file?${query}`, {
    method: "PUT",
    headers: { authorization: `Bearer ${SECRET}`, "content-type": "application/octet-stream" },
    body: bytes as BodyInit,
  });
}

type Stated = Omit<Part, "at">;

async function begun(files: readonly Stated[]): Promise<Answers["FinderUploadBegun"]> {
  return answered("FinderUploadBegun", await server.ask("POST", "/api/finder/uploads", { files }));
}

async function newUpload(
  files: readonly Stated[] = [{ path: "a.csv", size: 9 }],
): Promise<Answers["FinderUploadBegun"]["upload"]> {
  return (await begun(files)).upload;
}

describe("files that are handed over", () => {
  it("lie in a folder of their own, with the day on which they were changed, until they are deleted", async () => {
    const files = [
      { path: "出院/a.csv", size: 6, changed: Date.UTC(2024, 2, 5, 12) },
      { path: "empty.csv", size: 0 },
    ];
    const { id, path } = await newUpload(files);
    const first = await put(id, { path: "出院/a.csv", size: 6, changed: Date.UTC(2024, 2, 5, 12) }, "1,2");
    expect(await answered("FinderFilePart", first)).toEqual({ received: 3, isWhole: false });
    expect(await stat(join(path, "出院")).catch(() => "none")).toBe("none");
    const before = await answered("FinderUploads", await server.ask("GET", "/api/finder/uploads"));
    expect(before.uploads).toEqual([
      expect.objectContaining({ id, files: 0, bytes: 3, stated: { files: 2, bytes: 6 }, isWhole: false }),
    ]);
    // Sent again from where it was, as after a cut.
    await put(id, { path: "出院/a.csv", at: 3, size: 6, changed: Date.UTC(2024, 2, 5, 12) }, "\n3");
    const last = await put(id, { path: "出院/a.csv", at: 3, size: 6, changed: Date.UTC(2024, 2, 5, 12) }, "\n3,");
    expect(await answered("FinderFilePart", last)).toEqual({ received: 6, isWhole: true });
    expect(await readFile(join(path, "出院", "a.csv"), "utf8")).toBe("1,2\n3,");
    expect((await stat(join(path, "出院", "a.csv"))).mtime.toISOString()).toBe("2024-03-05T12:00:00.000Z");
    await put(id, { path: "empty.csv", size: 0 }, "");
    const { uploads } = await answered("FinderUploads", await server.ask("GET", "/api/finder/uploads"));
    expect(uploads).toEqual([
      expect.objectContaining({ id, names: ["empty.csv", "出院"], files: 2, bytes: 6, isWhole: true }),
    ]);
    expect((await server.ask("DELETE", `/api/finder/uploads/${id}`)).status).toBe(204);
    expect(await stat(path).catch(() => "none")).toBe("none");
    expect((await refused(await server.ask("DELETE", `/api/finder/uploads/${id}`))).status).toBe(404);
  });

  it("are written by one sender at a time, and never one file over another", async () => {
    const day = Date.UTC(2024, 2, 5, 12);
    const [x, y, w] = ["x.csv", "y.csv", "w.csv"].map((path) => ({ path, size: 4, changed: day })) as [
      Part,
      Part,
      Part,
    ];
    const z = { path: "g/z.csv", size: 1 };
    const { id, path } = await newUpload([x, y, w, z]);
    const typeOf = async (part: Part, text: string) => (await refused(await put(id, part, text))).type;
    // Two at once: one is kept as it was sent, and they do not mix.
    const both = await Promise.all(["aaaa", "bbbb"].map((text) => put(id, x, text)));
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(["aaaa", "bbbb"]).toContain(await readFile(join(path, "x.csv"), "utf8"));
    // What was not stated so is not taken: another day, size or name, a file where a folder goes or the other way round.
    await put(id, y, "aa");
    for (const other of [
      { ...y, changed: day + 1000 },
      { path: "y.csv", size: 4 },
      { ...y, at: 2, size: 6 },
      { ...y, path: "zz.csv" },
      { path: "x.csv/z.csv", size: 1 },
      { path: "g", size: 1 },
    ]) {
      const problem = await refused(await put(id, other, "b"));
      expect([problem.status, problem.type]).toEqual([409, "/problems/upload-unstated"]);
      expect(problem.detail).toContain(other.path);
    }
    await put(id, { ...y, at: 2 }, "aa");
    expect(await readFile(join(path, "y.csv"), "utf8")).toBe("aaaa");
    // Sent again because the answer was lost, it is there.
    const again = await put(id, { ...y, at: 2 }, "aa");
    expect(await answered("FinderFilePart", again)).toEqual({ received: 4, isWhole: true });
    // Nothing is written over what somebody else laid there.
    await writeFile(join(path, "w.csv"), "mine");
    await writeFile(join(path, "g"), "mine");
    expect([await typeOf(w, "wwww"), await typeOf(z, "z")]).toEqual(Array(2).fill("/problems/upload-taken"));
    expect(await readFile(join(path, "w.csv"), "utf8")).toBe("mine");
    await server.ask("DELETE", `/api/finder/uploads/${id}`);
  });

  it("go while one of them is being written, and the part that comes then is told so", async () => {
    const { id, path } = await newUpload([{ path: "f/a.csv", size: 4 }]);
    let rest: ReadableStreamDefaultController<Uint8Array> | undefined;
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        rest = controller;
        controller.enqueue(new TextEncoder().encode("12"));
      },
    });
    const query = new URLSearchParams({ path: "f/a.csv", at: "0", size: "4" });
    const putting = server.app.request(`${ORIGIN}/api/finder/uploads/${id}/file?${query}`, {
      method: "PUT",
      headers: { authorization: `Bearer ${SECRET}`, "content-type": "application/octet-stream" },
      body,
      duplex: "half",
    } as RequestInit);
    const parts = join(path, "..", "parts");
    const written = async () => Promise.all((await readdir(parts)).map(async (name) => stat(join(parts, name))));
    // Then it waits for the rest.
    while ((await written())[0]?.size !== 2) await new Promise((resolve) => setImmediate(resolve));
    const deleted = await server.ask("DELETE", `/api/finder/uploads/${id}`);
    expect(deleted.status).toBe(204);
    rest?.enqueue(new TextEncoder().encode("34"));
    rest?.close();
    expect((await refused(await putting)).status).toBe(404);
    const { uploads } = await answered("FinderUploads", await server.ask("GET", "/api/finder/uploads"));
    expect(uploads.filter((upload) => upload.id === id)).toEqual([]);
    expect((await readdir(join(path, "..", ".."))).filter((name) => name.includes(id))).toEqual([]);
    // Of two who delete it at once, one does.
    const again = await newUpload();
    const both = await Promise.all([1, 2].map(() => server.ask("DELETE", `/api/finder/uploads/${again.id}`)));
    expect(both.map(({ status }) => status).sort()).toEqual([204, 404]);
  });

  it.each([
    "../a.csv",
    "/etc/a.csv",
    "a/../../b.csv",
    "a//b.csv",
    "./a.csv",
    "..",
    "a\\..\\b.csv",
    "C:\\a.csv",
    "C:a.csv",
    "a\u0000.csv",
    "a\nb.csv",
    "\u202ea.csv",
    "con",
    "NUL.csv",
    "x/LPT1.txt",
    "com¹.csv",
    "a.csv.",
    "a.csv ",
    ".hidden",
    "what?.csv",
    "骨".repeat(80),
    "a/b/c/d/e/f/g/h/i.csv",
  ])("are not kept under the name %j", async (path) => {
    const { id } = await newUpload();
    const problem = await refused(await put(id, { path, size: 1 }, "x"));
    expect([problem.status, problem.type]).toEqual([422, "/problems/upload-name"]);
    // Told at the begin already, with the place.
    const stated = [
      { path: "ok.csv", size: 1 },
      { path, size: 1 },
    ];
    const early = await refused(await server.ask("POST", "/api/finder/uploads", { files: stated }));
    expect([early.type, early.problems]).toEqual([problem.type, [{ pointer: "/files/1/path", detail: path }]]);
    const { uploads } = await answered("FinderUploads", await server.ask("GET", "/api/finder/uploads"));
    expect(uploads.find((upload) => upload.id === id)).toMatchObject({ files: 0, bytes: 0 });
    await server.ask("DELETE", `/api/finder/uploads/${id}`);
  });

  it("are gone on with where they stood when the same files are stated again, and are whole only when all are there", async () => {
    const day = Date.UTC(2024, 2, 5, 12);
    const a = { path: "out/a.csv", size: 4, changed: day };
    const b = { path: "out/b.csv", size: 4, changed: day };
    const first = await begun([a, b]);
    expect(first.received).toEqual([0, 0]);
    await put(first.upload.id, a, "aaaa");
    await put(first.upload.id, b, "bb");
    // In whatever order they are chosen.
    const again = await begun([b, a]);
    expect(again.upload).toMatchObject({ id: first.upload.id, names: ["out"], files: 1, bytes: 6, isWhole: false });
    expect(again.received).toEqual([2, 4]);
    // Of another day, size or number they are others, whatever their names.
    for (const others of [[a, { ...b, changed: day + 1000 }], [a, { ...b, size: 5 }], [a]]) {
      const { upload, received } = await begun(others);
      expect(upload.id).not.toBe(first.upload.id);
      expect(received).toEqual(others.map(() => 0));
      await server.ask("DELETE", `/api/finder/uploads/${upload.id}`);
    }
    await put(first.upload.id, { ...b, at: 2 }, "bb");
    const { uploads } = await answered("FinderUploads", await server.ask("GET", "/api/finder/uploads"));
    expect(uploads).toEqual([{ ...again.upload, files: 2, bytes: 8, isWhole: true }]);
    // One that is whole is left as it is.
    const anew = await begun([a, b]);
    expect(anew.upload.id).not.toBe(first.upload.id);
    // What was not stated is not taken into it.
    await refused(await put(first.upload.id, { path: "out/c.csv", size: 1 }, "c"));
    const after = await answered("FinderUploads", await server.ask("GET", "/api/finder/uploads"));
    expect(after.uploads.find(({ id }) => id === first.upload.id)).toMatchObject({ files: 2, isWhole: true });
    for (const { id } of after.uploads) await server.ask("DELETE", `/api/finder/uploads/${id}`);
  });

  it("are there whole, stated without the day of their change, when they are stated or sent again", async () => {
    const [a, b] = [
      { path: "a.csv", size: 2 },
      { path: "b.csv", size: 1 },
    ] as const;
    const { id } = await newUpload([a, b]);
    await put(id, a, "aa");
    const again = await begun([a, b]);
    expect([again.upload.id, again.received]).toEqual([id, [2, 0]]);
    expect(await answered("FinderFilePart", await put(id, a, "aa"))).toEqual({ received: 2, isWhole: true });
    await server.ask("DELETE", `/api/finder/uploads/${id}`);
  });

  it.each([
    [["x", "x/a.csv"], ["/files/0/path"]],
    [
      ["a.csv", "b.csv", "a.csv"],
      ["/files/0/path", "/files/2/path"],
    ],
  ])("%j do not fit into one folder, which is told before anything is copied", async (paths, places) => {
    const files = paths.map((path) => ({ path, size: 1 }));
    const problem = await refused(await server.ask("POST", "/api/finder/uploads", { files }));
    expect([problem.status, problem.type]).toEqual([409, "/problems/upload-taken"]);
    expect(problem.problems?.map(({ pointer }) => pointer)).toEqual(places);
    expect((await answered("FinderUploads", await server.ask("GET", "/api/finder/uploads"))).uploads).toEqual([]);
  });

  it("go into uploads only, in parts that follow each other and are no longer than they say", async () => {
    for (const upload of ["..", "none", "20260101T000000-01234567", "..%2F..", "%2e%2e"]) {
      expect((await put(upload, { path: "a.csv", size: 1 }, "x")).status).toBeGreaterThanOrEqual(404);
    }
    const { id } = await newUpload();
    expect((await refused(await put(id, { path: "a.csv", at: 5, size: 9 }, "x"))).type).toBe("/problems/upload-gap");
    expect((await refused(await put(id, { path: "a.csv", size: 9 }, "0123456789"))).type).toBe("/problems/too-large");
    const json = await server.ask("PUT", `/api/finder/uploads/${id}/file?path=a.csv&at=0&size=2`, {});
    expect((await refused(json)).type).toBe("/problems/unsupported-media");
    const { uploads } = await answered("FinderUploads", await server.ask("GET", "/api/finder/uploads"));
    expect(uploads.find((upload) => upload.id === id)).toMatchObject({ files: 0 });
    // Other addresses still take JSON alone.
    const bytes = { "content-type": "application/octet-stream" };
    expect((await server.ask("POST", "/api/finder/detect", "{}", bytes)).status).toBe(415);
    await server.ask("DELETE", `/api/finder/uploads/${id}`);
  });
});

describe("tables without a mapping", () => {
  it("are shown by their heads, and searched with a mapping that is kept under a name", async () => {
    const detected = await server.ask("POST", "/api/finder/detect", { path: tables });
    expect(await answered("FinderDetection", detected)).toMatchObject({ kind: "refused", why: "noMapping" });
    const read = await answered("FinderTables", await server.ask("POST", "/api/finder/tables", { path: tables }));
    if (read.kind === "refused") throw new Error(read.why);
    const mapping = mappingSchema.parse(csvMapping("gb18030"));
    const [persons] = mapping.tables;
    const head = read.tables.find(({ name }) => name === persons?.file);
    expect(head).toMatchObject({ encoding: "gb18030", delimiter: "," });
    expect(head?.columns).toContain(persons?.person?.id);
    // So many rows that most words of a table are among them.
    expect(head?.rows).toHaveLength(200);
    expect(head?.rows[0]?.join(" ")).toMatch(/女|男/);
    expect(read.mapping).toBeUndefined();

    const save = (body: object) => server.ask("PUT", `/api/finder/mappings/${encodeURIComponent("我院 HIS")}`, body);
    const wrong = await refused(await save({ mapping: { ...mapping, tables: [{ file: "a.csv" }] } }));
    expect([wrong.status, wrong.problems?.[0]?.pointer]).toEqual([422, "/tables"]);
    expect((await save({ mapping })).status).toBe(204);
    expect((await refused(await save({ mapping }))).type).toBe("/problems/mapping-exists");
    const atFirst = await answered(
      "FinderMapping",
      await server.ask("GET", `/api/finder/mappings/${encodeURIComponent("我院 HIS")}`),
    );
    const taken = await refused(await save({ mapping }));
    expect(taken.state).toBe(atFirst.state);
    // Two tabs that began from one state: the first is kept, the second is told and may replace it knowingly.
    const other = { ...mapping, encoding: "utf-8" };
    expect((await save({ mapping: other, from: atFirst.state })).status).toBe(204);
    const stale = await refused(await save({ mapping, from: atFirst.state }));
    expect([stale.status, stale.type]).toEqual([409, "/problems/mapping-changed"]);
    expect((await save({ mapping, from: stale.state })).status).toBe(204);
    const { mappings } = await answered("FinderMappings", await server.ask("GET", "/api/finder/mappings"));
    expect(mappings.map(({ name }) => name)).toEqual(["我院 HIS"]);
    // Deleted only as it was seen: not what another tab has saved since.
    const remove = (from?: string) =>
      server.ask(
        "DELETE",
        `/api/finder/mappings/${encodeURIComponent("我院 HIS")}${from === undefined ? "" : `?from=${from}`}`,
      );
    expect((await refused(await remove())).status).toBe(400);
    const seenOther = await refused(await remove(`sha256:${"0".repeat(64)}`));
    expect([seenOther.status, seenOther.type, seenOther.state]).toEqual([
      409,
      "/problems/mapping-changed",
      mappings[0]?.state,
    ]);
    const kept = await server.ask("GET", `/api/finder/mappings/${encodeURIComponent("我院 HIS")}`);
    expect(await answered("FinderMapping", kept)).toEqual({
      name: "我院 HIS",
      state: atFirst.state,
      document: mapping,
    });

    const withMapping = { path: tables, mapping: "我院 HIS" };
    const found = await answered("FinderDetection", await server.ask("POST", "/api/finder/detect", withMapping));
    expect(found).toMatchObject({ kind: "found", format: "csv" });
    const job = await ended({ ...withMapping, definition: "paper" });
    expect(job).toMatchObject({ kind: "done" });
    expect(job.kind === "done" && job.candidates).toBeGreaterThan(5);
    const again = await answered("FinderDetection", await server.ask("POST", "/api/finder/detect", withMapping));
    expect(again).toMatchObject({ converted: { format: "csv", persons: 200 } });
  });

  it.each(["..", "../x", ".x", "a/b", "CON", "com¹", "x".repeat(61), "a\nb"])(
    "are not mapped under the name %j",
    async (name) => {
      const mapping = csvMapping("utf-8");
      const save = await server.ask("PUT", `/api/finder/mappings/${encodeURIComponent(name)}`, { mapping });
      expect([404, 422]).toContain(save.status);
      const detected = await server.ask("POST", "/api/finder/detect", { path: tables, mapping: name });
      expect((await refused(detected)).status).toBe(404);
    },
  );

  it("get a mapping file beside them, never over one that is there unless asked", async () => {
    const place = join(folder.path, "beside");
    await mkdir(place);
    await writeFile(join(place, "病人.csv"), "病案号,性别\n1,女\n");
    const mapping = { schema: "materbone/mapping/1", tables: [{ file: "病人.csv", person: { id: "病案号" } }] };
    const write = (body: object) => server.ask("POST", "/api/finder/mapping-file", { mapping, ...body });
    const written = await answered("FinderMappingFile", await write({ path: place }));
    expect(written.path).toBe(join(place, "materbone-mapping.yaml"));
    const there = await refused(await write({ path: place }));
    expect([there.type, there.state]).toEqual(["/problems/mapping-exists", written.state]);
    // Of two that began from one state, the later is told, and may replace the former's knowingly.
    const other = { ...mapping, encoding: "utf-8" };
    const first = await answered(
      "FinderMappingFile",
      await write({ path: place, from: written.state, mapping: other }),
    );
    const late = await refused(await write({ path: place, from: written.state }));
    expect([late.status, late.type, late.state]).toEqual([409, "/problems/mapping-changed", first.state]);
    const last = await answered("FinderMappingFile", await write({ path: place, from: late.state }));
    expect((await refused(await write({ path: join(place, "病人.csv") }))).type).toBe("/problems/mapping-no-folder");
    const read = await answered("FinderTables", await server.ask("POST", "/api/finder/tables", { path: place }));
    expect(read).toMatchObject({
      mapping: { name: "materbone-mapping.yaml", state: last.state, document: mapping },
    });
    await writeFile(join(place, "other.yaml"), "a: 1");
    expect((await refused(await write({ path: place, from: last.state }))).type).toBe("/problems/mapping-several");
    await rm(join(place, "other.yaml"));
    await writeFile(written.path, "a: [");
    const broken = await answered("FinderTables", await server.ask("POST", "/api/finder/tables", { path: place }));
    expect(broken).toMatchObject({ mapping: { said: expect.any(String) } });
    const nowhere = await server.ask("POST", "/api/finder/tables", { path: join(place, "none") });
    expect(await answered("FinderTables", nowhere)).toMatchObject({ kind: "refused", why: "notThere" });
  });
});

describe("what is kept", () => {
  it("is listed with what it takes, and deleted: decisions only when that is confirmed", async () => {
    const job = await ended({ path: tables, mapping: "我院 HIS", definition: "paper" });
    if (job.kind !== "done") throw new Error(job.kind);
    const { data } = await answered("FinderData", await server.ask("GET", "/api/finder/data"));
    const [own] = data;
    expect(own).toMatchObject({ key: job.data, place: tables, converted: { persons: 200 } });
    expect(own?.bytes).toBeGreaterThan(1000);
    const { runs } = await answered("FinderRuns", await server.ask("GET", "/api/finder/runs"));
    expect(runs.find(({ id }) => id === job.run)?.place).toBe(tables);

    const decision = { reviewer: "A", candidate: 1, verdict: "plo", reasons: [REVIEW_REASONS.plo[0]] };
    await server.ask("POST", `/api/finder/runs/${job.run}/decisions`, decision);
    const withDecisions = await refused(await server.ask("DELETE", `/api/finder/runs/${job.run}`));
    expect([withDecisions.status, withDecisions.type]).toEqual([409, "/problems/run-has-decisions"]);
    // That there are decisions, not how many: one reviewer would learn of the other.
    expect(withDecisions.detail).not.toMatch(/\d/);
    const [gone, late] = await Promise.all([
      server.ask("DELETE", `/api/finder/runs/${job.run}?decisions=true`),
      server.ask("POST", `/api/finder/runs/${job.run}/decisions`, { ...decision, candidate: 2 }),
    ]);
    expect([gone.status, [201, 404]]).toEqual([204, expect.arrayContaining([late.status])]);
    expect((await refused(await server.ask("GET", `/api/finder/runs/${job.run}/worklist`))).status).toBe(404);
    expect((await refused(await server.ask("DELETE", `/api/finder/runs/${job.run}`))).status).toBe(404);

    const broken = "20260101T000000-01234567";
    await mkdir(join(folder.path, "finder", "runs", broken, "timelines"), { recursive: true });
    const list = async () => answered("FinderRuns", await server.ask("GET", "/api/finder/runs"));
    expect((await list()).damaged).toEqual([broken]);
    const unknown = await refused(await server.ask("DELETE", `/api/finder/runs/${broken}`));
    expect(unknown.type).toBe("/problems/run-has-decisions");
    expect((await server.ask("DELETE", `/api/finder/runs/${broken}?decisions=true`)).status).toBe(204);
    expect((await list()).damaged).toEqual([]);

    expect((await server.ask("DELETE", `/api/finder/data/${job.data}`)).status).toBe(204);
    for (const key of [job.data, "..", "runs", "uploads", "%2e%2e"]) {
      expect([404, 405]).toContain((await server.ask("DELETE", `/api/finder/data/${key}`)).status);
    }
    expect(await readdir(join(folder.path, "finder"))).toContain("runs");
    expect((await answered("FinderData", await server.ask("GET", "/api/finder/data"))).data).toEqual([]);
    expect(server.logged).toEqual([]);
  });

  it("is told apart from a conversion that did not end, which is no data until a search goes on with it", async () => {
    const place = join(folder.path, "strict");
    await mkdir(place);
    const patients = '{"resourceType":"Patient","id":"1","gender":"female"}\n';
    await writeFile(join(place, "Patient.ndjson"), `${patients}{\n`);
    const failed = await ended({ path: place, definition: "paper", strict: true });
    expect(failed.kind).toBe("failed");
    const stored = async () => {
      const { data } = await answered("FinderData", await server.ask("GET", "/api/finder/data"));
      return data.find((one) => one.place === place);
    };
    const unfinished = await stored();
    expect(unfinished).toBeDefined();
    expect(unfinished?.converted).toBeUndefined();
    const question = { asker: "a", data: unfinished?.key, definition: "paper" };
    expect((await refused(await server.ask("POST", "/api/finder/funnel", question))).status).toBe(404);
    expect((await ended({ path: place, definition: "paper" })).kind).toBe("done");
    expect(await stored()).toMatchObject({ key: unfinished?.key, converted: { persons: 1 } });
    expect((await server.ask("DELETE", `/api/finder/data/${unfinished?.key}`)).status).toBe(204);
  });

  it("is not deleted under a search", async () => {
    const { id } = await newUpload();
    const started = await server.ask("POST", "/api/finder/jobs", {
      path: tables,
      mapping: "我院 HIS",
      definition: "paper",
    });
    const job = await answered("FinderJob", started);
    expect(job).toMatchObject({ kind: "running", data: expect.stringMatching(/^[0-9a-f]{16}$/) });
    expect((await refused(await server.ask("DELETE", `/api/finder/uploads/${id}`))).type).toBe("/problems/finder-busy");
    expect((await refused(await server.ask("DELETE", "/api/finder/data/0123456789abcdef"))).status).toBe(409);
    await server.ask("DELETE", `/api/finder/jobs/${job.id}`);
    // Until it has ended it writes into the folder that is removed after this.
    await endOf(job);
  });
});
