import { createTerms } from "@materbone/clinical";
import { openMemoryRegistry, StoreError, type StoreTrouble } from "@materbone/registry";
import { describe, expect, it } from "vitest";
import { refused, testServer } from "../api.fixture.ts";
import { type ProblemKind, problemWords } from "./problem-words.ts";
import { refusalOf } from "./refusal-of.ts";

const TROUBLES: readonly (readonly [StoreTrouble, ProblemKind, number])[] = [
  ["locked", "store-locked", 503],
  ["full", "store-full", 507],
  ["readOnly", "store-read-only", 503],
  ["newerSchema", "store-damaged", 500],
  ["damaged", "store-damaged", 500],
  ["notARegistry", "store-damaged", 500],
  ["notOverwritten", "store-not-overwritten", 500],
];

describe("trouble of the store", () => {
  it.each(TROUBLES)("%s is told as %s with %i, in either language", async (trouble, kind, status) => {
    const registry = {
      ...openMemoryRegistry(),
      listSeries: async () => Promise.reject(new StoreError(trouble, "/data/materbone.sqlite")),
    };
    const { ask, logged } = testServer({ registry });
    for (const lang of ["zh", "en"] as const) {
      const response = await ask("GET", `/api/series?lang=${lang}`);
      const problem = await refused(response);
      expect([response.status, problem.status]).toEqual([status, status]);
      expect(problem.type).toBe(`/problems/${kind}`);
      expect(problem.title).toBe(problemWords[kind].title[lang]);
      expect(problem.detail).toContain("/data/materbone.sqlite");
      expect(/\p{Script=Han}/u.test(problem.detail)).toBe(lang === "zh");
      expect(response.headers.get("content-language")).toBe(lang);
    }
    expect(logged).toEqual([]);
  });
});

describe("refusalOf", () => {
  it("knows no error that is a fault of the program", async () => {
    const terms = createTerms("en");
    for (const error of [new Error("x"), new TypeError("y"), new RangeError("z"), "text", undefined]) {
      expect(await refusalOf(error, openMemoryRegistry(), undefined, terms)).toBeUndefined();
    }
  });
});

describe("bodies", () => {
  it.each([
    ["", "正文不是完整的 JSON。"],
    ["{", "正文不是完整的 JSON。"],
    ["{'a':1}", "正文不是完整的 JSON。"],
  ])("%j is told to be no JSON, without repeating it", async (body, detail) => {
    const { ask } = testServer();
    const response = await ask("PUT", "/api/settings?lang=zh", body, { "content-length": String(body.length) });
    expect(response.status).toBe(400);
    expect((await refused(response)).problems).toEqual([{ pointer: "", detail }]);
  });

  it("are refused when they are not UTF-8", async () => {
    const { app } = testServer();
    const response = await app.request("http://127.0.0.1:4780/api/settings?lang=en", {
      method: "PUT",
      headers: { authorization: "Bearer test-secret", "content-type": "application/json", "content-length": "14" },
      body: new Uint8Array([...Buffer.from('{"author":"'), 0xb2, ...Buffer.from('"}')]),
    });
    expect((await refused(response)).problems?.[0]?.detail).toBe("The body is not UTF-8.");
  });

  it("name what is wrong in a small one", async () => {
    const { ask } = testServer();
    const problem = await refused(await ask("PUT", "/api/settings", { auhtor: "Z.Y." }));
    expect(problem.problems?.map(({ pointer }) => pointer).sort()).toEqual(["/auhtor", "/author"]);
    expect(problem.problems?.find(({ pointer }) => pointer === "/auhtor")?.detail).toContain('Did you mean "author"?');
  });
});
