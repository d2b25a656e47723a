import { MantineProvider } from "@mantine/core";
import { type CaseRecord, type Lang, SERIES_SCHEMA, seriesSchema } from "@materbone/clinical";
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from "@tanstack/react-router";
import type { ReactNode } from "react";
import { renderToString } from "react-dom/server";
import { describe, expect, it } from "vitest";
import case1 from "../../../../../examples/qingdao-2016-2019/cases/case-1.json" with { type: "json" };
import case2 from "../../../../../examples/qingdao-2016-2019/cases/case-2.json" with { type: "json" };
import case3 from "../../../../../examples/qingdao-2016-2019/cases/case-3.json" with { type: "json" };
import head from "../../../../../examples/qingdao-2016-2019/series.json" with { type: "json" };
import { EditorProvider } from "../../editor/editor-context.tsx";
import type { EditorStore } from "../../editor/editor-store.ts";
import { openEditor } from "../../editor/record-editor.ts";
import { LanguageProvider } from "../../language/language.tsx";
import { BesideBenchmark } from "../benchmark/BesideBenchmark.tsx";
import { caseSearch } from "../case-search.ts";
import { OptionsPanel } from "./OptionsPanel.tsx";
import { ResponsePanel } from "./ResponsePanel.tsx";
import { VerdictPanel } from "./VerdictPanel.tsx";

const series = seriesSchema.parse({ ...head, cases: [case1, case2, case3] });

/** A store that holds one record and changes nothing. */
function storeOf(record: CaseRecord): EditorStore {
  const snapshot = {
    editor: openEditor(record, 1),
    status: { kind: "saved" } as const,
    savedAt: "2026-01-01T00:00:00Z",
    savedBy: "",
    otherDrafts: [],
    unreadableDrafts: [],
  };
  const nothing = (): void => undefined;
  return {
    subscribe: () => nothing,
    snapshot: () => snapshot,
    edit: nothing,
    leavePending: nothing,
    editAll: () => [],
    settle: nothing,
    undo: nothing,
    redo: nothing,
    save: async () => undefined,
    revert: nothing,
    renew: nothing,
    takeOver: nothing,
    discardDraft: async () => undefined,
    merge: () => [],
    start: () => nothing,
    offer: nothing,
    isKept: () => true,
    isChanged: () => false,
    dropPending: nothing,
    removeEntry: () => [],
  };
}

/** A panel as the page of one woman shows it at an address, as markup. */
async function shown(panel: ReactNode, record: CaseRecord, lang: Lang, search = ""): Promise<string> {
  const root = createRootRoute({ component: Outlet });
  const route = createRoute({
    getParentRoute: () => root,
    path: "/series/$series/case/$case",
    validateSearch: caseSearch,
    component: () => (
      <LanguageProvider lang={lang}>
        <EditorProvider store={storeOf(record)} series={series}>
          {panel}
        </EditorProvider>
      </LanguageProvider>
    ),
  });
  const history = createMemoryHistory({ initialEntries: [`/series/s/case/${record.id}${search}`] });
  const router = createRouter({ routeTree: root.addChildren([route]), history });
  await router.load();
  return renderToString(
    <MantineProvider>
      <RouterProvider router={router as never} />
    </MantineProvider>,
  );
}

const empty: CaseRecord = { schema: "materbone/case/1", id: "empty" };
const PANELS = [
  ["verdict", <VerdictPanel key="verdict" />],
  ["response", <ResponsePanel key="response" />],
  ["options", <OptionsPanel key="options" />],
] as const;
const LANGS: readonly Lang[] = ["en", "zh"];

describe.each(LANGS)("panels in %s", (lang) => {
  it.each(PANELS)("%s stands for every published woman and for an empty record", async (_name, panel) => {
    for (const record of [...series.cases, empty]) {
      const markup = await shown(panel, record, lang);
      expect(markup).toContain("<h2");
      expect(markup).not.toMatch(/NaN|undefined|\[object/);
    }
  });
});

describe("VerdictPanel", () => {
  const [woman] = series.cases;
  if (woman === undefined) throw new Error("no woman");

  it("moves the paper's definition with the address", async () => {
    const paper = await shown(<VerdictPanel />, woman, "en");
    expect(paper).toContain("As the paper has it.");
    const moved = await shown(<VerdictPanel />, woman, "en", "?windowMonths=6&siteRule=all");
    expect(moved).toContain("window to month 6");
    // The fracture of month 12 lies outside a window of 6 months.
    expect(moved).toContain("not consistent with PLO");
  });

  it("puts the paper's two readings first", async () => {
    const markup = await shown(<VerdictPanel />, woman, "zh");
    const places = ["来源论文（任一部位）", "来源论文（全部部位）"].map((name) => markup.indexOf(name));
    expect(places[0]).toBeGreaterThan(0);
    expect(places[1]).toBeGreaterThan(places[0] ?? 0);
  });
});

describe("ResponsePanel", () => {
  const woman = series.cases[2];
  if (woman === undefined) throw new Error("no woman");

  it("says what the limit in use changes: the femoral neck of case 3", async () => {
    const markup = await shown(<ResponsePanel />, woman, "en");
    expect(markup).toContain("changes 1 verdict compared with the paper&#x27;s LSC");
    for (const limit of ["±5.30%", "±6.90%", "±5.00%"]) expect(markup).toContain(limit);
    expect(markup).toContain("not attributable");
  });

  it("takes the limit from the address, and explains an absent study of the centre", async () => {
    const markup = await shown(<ResponsePanel />, woman, "zh", "?lsc=paper");
    expect(markup).toContain("±2.77%");
    expect(markup).toContain("未记录本中心的精密度研究");
  });
});

describe("BesideBenchmark", () => {
  it.each([
    ["en", "lies above the band of change without a drug", "147", "not a control group"],
    ["zh", "高于未用药变化范围", "147", "并非对照组"],
  ] as const)("sets every pair beside the change without a drug (%s)", async (lang, ...words) => {
    const [woman] = series.cases;
    if (woman === undefined) throw new Error("no woman");
    const markup = await shown(<BesideBenchmark lsc={{ kind: "minimum" }} />, woman, lang);
    for (const each of words) expect(markup).toContain(each);
    expect(markup.match(/<tr>/g)).toHaveLength(1 + 9);
    expect(markup).not.toMatch(/NaN|undefined|\[object/);
  });
});

describe("OptionsPanel", () => {
  const woman = series.cases[2];
  if (woman === undefined) throw new Error("no woman");

  it("says what was declined and why, and opens the agent of the address with its sources", async () => {
    const markup = await shown(<OptionsPanel />, woman, "en", "?agent=zoledronicAcid");
    expect(markup).toContain("declined: cost");
    expect(markup).toContain("off-label in PLO");
    expect(markup).toContain("5 mg/year");
    expect(markup.match(/Source: /g)?.length).toBeGreaterThan(15);
  });

  it("filters by class from the address", async () => {
    const markup = await shown(<OptionsPanel />, woman, "zh", "?agentClass=antiRankl");
    expect(markup).toContain("denosumab");
    expect(markup).not.toContain("teriparatide");
  });
});

it("has a series of the published form", () => {
  expect(series.schema).toBe(SERIES_SCHEMA);
});
