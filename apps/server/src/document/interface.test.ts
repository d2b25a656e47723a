import { describe, expect, it } from "vitest";
import { testServer } from "../api.fixture.ts";
import { problemWords } from "../problems/problem-words.ts";
import type { InterfaceDocument } from "./interface-document.ts";

async function documentIn(lang: "zh" | "en"): Promise<InterfaceDocument> {
  return (await testServer().ask("GET", `/api/openapi.json?lang=${lang}`)).json() as Promise<InterfaceDocument>;
}

/** "GET /api/series/{series}" for every route that answers under /api. */
function routesOfApplication(): readonly string[] {
  const { app } = testServer();
  const routes = app.routes.filter(({ method, path }) => method !== "ALL" && path.startsWith("/api"));
  return [...new Set(routes.map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, "{$1}")}`))].sort();
}

/** Every operation of the contract between server and pages, as the contract lists them. */
const CONTRACT = [
  "GET /api/status",
  "GET /api/settings",
  "PUT /api/settings",
  "GET /api/series",
  "POST /api/series",
  "POST /api/examples/{name}",
  "GET /api/series/{series}",
  "PUT /api/series/{series}",
  "DELETE /api/series/{series}",
  "POST /api/series/{series}/restore",
  "POST /api/series/{series}/purge",
  "POST /api/series/{series}/undo",
  "GET /api/series/{series}/history",
  "GET /api/series/{series}/revisions/{revision}",
  "GET /api/series/{series}/cases",
  "GET /api/series/{series}/tags",
  "GET /api/series/{series}/records",
  "POST /api/series/{series}/cases",
  "GET /api/series/{series}/cases/{case}",
  "PUT /api/series/{series}/cases/{case}",
  "DELETE /api/series/{series}/cases/{case}",
  "POST /api/series/{series}/cases/{case}/restore",
  "POST /api/series/{series}/cases/{case}/purge",
  "POST /api/series/{series}/cases/{case}/undo",
  "GET /api/series/{series}/cases/{case}/history",
  "GET /api/series/{series}/cases/{case}/revisions/{revision}",
  "GET /api/series/{series}/export",
  "GET /api/series/{series}/report",
  "GET /api/series/{series}/tables/{table}",
  "GET /api/series/{series}/follow-up.ics",
  "GET /api/literature",
  "PUT /api/literature",
  "DELETE /api/literature",
  "GET /api/literature/export",
  "POST /api/literature/restore",
  "POST /api/literature/purge",
  "POST /api/literature/undo",
  "GET /api/literature/history",
  "GET /api/literature/revisions/{revision}",
  "GET /api/literature/drafts",
  "PUT /api/literature/drafts/{window}",
  "DELETE /api/literature/drafts/{window}",
  "GET /api/drafts",
  "GET /api/series/{series}/drafts",
  "PUT /api/series/{series}/drafts/{window}",
  "DELETE /api/series/{series}/drafts/{window}",
  "GET /api/series/{series}/cases/{case}/drafts",
  "PUT /api/series/{series}/cases/{case}/drafts/{window}",
  "DELETE /api/series/{series}/cases/{case}/drafts/{window}",
  "GET /api/finder/definitions",
  "GET /api/finder/definitions/{definition}",
  "PUT /api/finder/definitions/{definition}",
  "DELETE /api/finder/definitions/{definition}",
  "POST /api/finder/definitions/check",
  "POST /api/finder/detect",
  "GET /api/finder/uploads",
  "POST /api/finder/uploads",
  "PUT /api/finder/uploads/{upload}/file",
  "DELETE /api/finder/uploads/{upload}",
  "POST /api/finder/tables",
  "GET /api/finder/mappings",
  "GET /api/finder/mappings/{mapping}",
  "PUT /api/finder/mappings/{mapping}",
  "DELETE /api/finder/mappings/{mapping}",
  "POST /api/finder/mapping-file",
  "GET /api/finder/data",
  "DELETE /api/finder/data/{data}",
  "GET /api/finder/jobs",
  "POST /api/finder/jobs",
  "GET /api/finder/jobs/{job}",
  "DELETE /api/finder/jobs/{job}",
  "POST /api/finder/funnel",
  "GET /api/finder/runs",
  "DELETE /api/finder/runs/{run}",
  "GET /api/finder/runs/{run}/worklist",
  "GET /api/finder/runs/{run}/worklist/file",
  "GET /api/finder/runs/{run}/women/{rank}",
  "GET /api/finder/runs/{run}/women/{rank}/elsewhere",
  "GET /api/finder/runs/{run}/definition",
  "GET /api/finder/runs/{run}/review",
  "GET /api/finder/runs/{run}/review/export",
  "GET /api/finder/runs/{run}/review/file",
  "POST /api/finder/runs/{run}/review/merge",
  "POST /api/finder/runs/{run}/decisions",
  "POST /api/finder/runs/{run}/adjudications",
  "GET /api/finder/runs/{run}/summary",
  "GET /api/finder/runs/{run}/cases",
  "POST /api/finder/runs/{run}/cases",
  "GET /api/log",
  "POST /api/verify",
  "GET /api/backup",
  "GET /api/openapi.json",
  "GET /api/docs",
];

describe("the interface document", () => {
  it("lists every route of the application, and the application answers every route that it lists", async () => {
    const { paths } = await documentIn("en");
    const listed = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(listed.sort()).toEqual(routesOfApplication());
    expect(listed).toEqual([...CONTRACT].sort());
  });

  it("names each operation once, and says each in both languages", async () => {
    const [en, zh] = await Promise.all([documentIn("en"), documentIn("zh")]);
    const operations = (document: InterfaceDocument) =>
      Object.values(document.paths).flatMap((path) => Object.values(path));
    const ids = operations(en).map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { summary } of operations(en)) expect(summary).not.toMatch(/\p{Script=Han}/u);
    for (const { summary } of operations(zh)) expect(summary).toMatch(/\p{Script=Han}/u);
  });

  it("points only at schemas that are there, and describes what it takes by the published formats", async () => {
    const document = await documentIn("en");
    const text = JSON.stringify(document);
    const references = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, target]) => target ?? "");
    for (const target of new Set(references)) {
      expect(target).toMatch(/^#\/components\/schemas\//);
      expect(Object.keys(document.components.schemas)).toContain(target.split("/").at(-1));
    }
    const save = document.paths["/api/series/{series}/cases/{case}"]?.put?.requestBody?.content["application/json"];
    expect(save?.schema).toEqual({ $ref: "#/components/schemas/CaseRecord" });
    const { properties } = document.components.schemas.CaseRecord as { properties: Record<string, unknown> };
    expect(Object.keys(properties)).toEqual(expect.arrayContaining(["person", "pregnancies", "scans", "laboratory"]));
    expect(text).not.toContain("x-says");
  });

  it.each([
    ["zh", "因分娩无日期而未列入的例数"],
    ["en", "women left out because their delivery has no date"],
  ] as const)("says in %s what a header of an answer counts", async (lang, description) => {
    const { paths } = await documentIn(lang);
    const answer = paths["/api/series/{series}/follow-up.ics"]?.get?.responses["200"];
    const schema = { type: "integer", minimum: 0 };
    expect(answer?.headers).toEqual({ "X-Materbone-Undated": { description, schema } });
  });

  it("requires If-Match nowhere but where a revision is named", async () => {
    const { paths } = await documentIn("en");
    const conditional = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods)
        .filter(([, { parameters }]) => parameters?.some(({ name }) => name === "if-match"))
        .map(([method]) => `${method} ${path}`),
    );
    const woman = "/api/series/{series}/cases/{case}";
    expect(conditional.sort()).toEqual(
      ["delete /api/series/{series}", `delete ${woman}`, `post ${woman}/undo`, "post /api/series/{series}/undo"]
        .concat("put /api/series/{series}", `put ${woman}`)
        .concat("put /api/literature", "delete /api/literature", "post /api/literature/undo")
        .sort(),
    );
  });
});

describe("the page of the interface", () => {
  it.each(["zh", "en"] as const)("shows every operation and problem in %s, without a script", async (lang) => {
    const response = await testServer().ask("GET", `/api/docs?lang=${lang}`);
    expect(response.headers.get("content-type")).toBe("text/html; charset=UTF-8");
    const page = await response.text();
    const { paths } = await documentIn(lang);
    for (const path of Object.keys(paths)) expect(page).toContain(path);
    if (lang === "zh") expect(page).not.toMatch(/pseudonym|language of|day that/);
    expect(page).toContain('system-ui, "Noto Sans SC", sans-serif');
    for (const kind of Object.keys(problemWords)) expect(page).toContain(`/problems/${kind}`);
    expect(page).not.toMatch(/<script|\son\w+=|javascript:|https?:\/\/(?!www\.apache)/i);
    const nonce = /<style nonce="([^"]+)">/.exec(page)?.[1];
    expect(response.headers.get("content-security-policy")).toContain(`style-src 'nonce-${nonce}'`);
  });

  it("has another nonce each time", async () => {
    const { ask } = testServer();
    const policies = await Promise.all(
      [1, 2].map(async () => (await ask("GET", "/api/docs")).headers.get("content-security-policy")),
    );
    expect(new Set(policies).size).toBe(2);
  });
});
