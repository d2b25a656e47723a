import { shippedLiterature } from "@materbone/evidence";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { renderToString } from "react-dom/server";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { literatureQuery, type StoredLiterature } from "../api/queries.ts";
import { literatureSaved, refreshLiterature, useLiterature, useSaveLiterature } from "../api/use-literature.ts";
import { useLiteratureBeginning, useLiteratureStore } from "./literature-work.ts";

const shipped: StoredLiterature = { value: shippedLiterature, revision: 0, isShipped: true };
let client: QueryClient;

beforeEach(() => {
  client = new QueryClient();
  vi.stubGlobal("sessionStorage", { getItem: () => "this-window", setItem: () => undefined });
});
afterEach(() => vi.unstubAllGlobals());

function drawn(page: ReactNode): string {
  return renderToString(<QueryClientProvider client={client}>{page}</QueryClientProvider>);
}

function Shown(): ReactNode {
  const { literature, problem } = useLiterature();
  const save = useSaveLiterature();
  if (literature === undefined) return problem === null ? "loading" : "failed";
  return `${literature.value.version} ${literature.isShipped} ${save.isIdle}`;
}

it("a page shows the literature that was read, and another one as soon as it is saved", () => {
  expect(drawn(<Shown />)).toBe("loading");
  client.setQueryData(literatureQuery.queryKey, shipped);
  expect(drawn(<Shown />)).toBe(`${shippedLiterature.version} true true`);
  const saved = { revision: 1, savedAt: "2026-01-01T00:00:00Z", hash: "" };
  literatureSaved(client, { ...shippedLiterature, version: "mine" }, saved);
  expect(drawn(<Shown />)).toBe("mine false true");
});

it("what was read is old once the literature was changed in another way", async () => {
  client.setQueryData(literatureQuery.queryKey, shipped);
  await refreshLiterature(client);
  expect(client.getQueryState(literatureQuery.queryKey)?.isInvalidated).toBe(true);
});

it("work begins from what the server says when the page opens, not from what another page read", () => {
  function Opened(): ReactNode {
    return useLiteratureBeginning().kind;
  }
  client.setQueryData(literatureQuery.queryKey, shipped);
  expect(drawn(<Opened />)).toBe("loading");
});

it("work that begins holds the literature, valid and unchanged", () => {
  function Worked(): ReactNode {
    const { editor, status } = useLiteratureStore({ stored: shipped, drafts: [] }).snapshot();
    return `${editor.record.version} ${editor.revision} ${status.kind}`;
  }
  expect(drawn(<Worked />)).toBe(`${shippedLiterature.version} 0 saved`);
});
