import { afterEach, expect, it, vi } from "vitest";
import { draftsOf } from "./drafts.ts";

afterEach(() => vi.unstubAllGlobals());

const draft = { document: { series: "s" }, window: "w", at: "2026-01-01T00:00:00Z", by: "", body: {} };

function serve(answers: Readonly<Record<string, readonly [status: number, body: object]>>): void {
  const storage = { getItem: () => "w", setItem: () => undefined, removeItem: () => undefined };
  vi.stubGlobal("sessionStorage", storage);
  vi.stubGlobal("addEventListener", () => undefined);
  vi.stubGlobal("navigator", {});
  vi.stubGlobal("fetch", async (path: string): Promise<Response> => {
    const [status, body] = answers[path] ?? [404, {}];
    return new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json" } });
  });
}

it("reads each draft with the revision that it started from", async () => {
  const drafts = [
    { ...draft, baseRevision: 2 },
    { ...draft, window: "v", baseRevision: 1 },
  ];
  serve({
    "/api/series/s/drafts": [200, { drafts }],
    "/api/series/s/revisions/2": [200, { value: { title: "b" } }],
    "/api/series/s/revisions/1": [410, { type: "/problems/purged", title: "", status: 410 }],
  });
  expect((await draftsOf("/series/s")).map(({ base }) => base)).toEqual([{ title: "b" }, undefined]);
});

it("does not take a server in trouble for a revision that is gone", async () => {
  serve({
    "/api/series/s/drafts": [200, { drafts: [{ ...draft, baseRevision: 2 }] }],
    "/api/series/s/revisions/2": [500, { type: "/problems/internal", title: "", status: 500 }],
  });
  await expect(draftsOf("/series/s")).rejects.toThrow();
});
