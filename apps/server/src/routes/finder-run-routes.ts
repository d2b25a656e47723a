import { createTerms } from "@materbone/clinical";
import type { StoredRun } from "@materbone/exchange";
import {
  type CellTable,
  candidateTable,
  evidenceTable,
  sayDefinition,
  worklistJson,
  worklistNdjson,
} from "@materbone/finder";
import { BYTE_ORDER_MARK, worklistCsv, worklistHtml } from "@materbone/report";
import * as z from "zod";
import type { AppOptions } from "../app-options.ts";
import { definitionHash, runOf } from "../finder/finder-data.ts";
import { languageOf } from "../language-of.ts";
import { type Api, addOperation } from "../operation.ts";
import { SANDBOXED } from "../security/answer-headers.ts";
import { attach } from "./parts.ts";

const ofRun = { run: z.string().min(1).max(64) };

/** What belongs to one run besides its worklist and review: the definition that was asked, and the worklist as files. */
export function addFinderRunRoutes(api: Api, { dataFolder }: AppOptions): void {
  addOperation(
    api,
    {
      id: "readFinderRunDefinition",
      method: "get",
      path: "/api/finder/runs/{run}/definition",
      group: "finder",
      says: { en: "The definition as the run asked it, and what it says", zh: "该次运行所用定义及其文字说明" },
      params: ofRun,
      answer: "FinderDefinition",
    },
    async ({ c, params }) => {
      const { definition } = await runOf(dataFolder, params.run);
      const said = sayDefinition(definition, languageOf(c));
      return { kind: "read", definition, hash: definitionHash(definition), said };
    },
  );
  addOperation(
    api,
    {
      id: "exportFinderWorklist",
      method: "get",
      path: "/api/finder/runs/{run}/worklist/file",
      group: "finder",
      says: {
        en: "The worklist as a file; it holds identifiers and dates of women and is for use inside the hospital",
        zh: "工作清单文件；含患者标识与日期，仅限院内使用",
      },
      params: ofRun,
      query: { format: z.enum(["csv", "lines", "json", "ndjson", "html"]) },
      answer: { media: ["text/csv", "application/json", "application/x-ndjson", "text/html"] },
    },
    async ({ c, params, query }) => {
      const run = await runOf(dataFolder, params.run);
      const lang = languageOf(c);
      const { ending, type } = FORMS[query.format];
      const part = query.format === "lines" ? ".evidence" : "";
      attach(c, `worklist-${params.run}${part}.${lang}.${ending}`);
      c.header("Content-Type", `${type}; charset=utf-8`);
      c.header("Content-Security-Policy", SANDBOXED);
      return c.body(FORMS[query.format].render(run, lang));
    },
  );
}

type Form = {
  readonly ending: string;
  readonly type: string;
  readonly render: (run: StoredRun, lang: ReturnType<typeof languageOf>) => string;
};

const FORMS: Readonly<Record<"csv" | "lines" | "json" | "ndjson" | "html", Form>> = {
  csv: {
    ending: "csv",
    type: "text/csv",
    render: ({ worklist, definition }, lang) =>
      forSpreadsheets(candidateTable(worklist, definition, createTerms(lang))),
  },
  lines: {
    ending: "csv",
    type: "text/csv",
    render: ({ worklist, definition }, lang) => forSpreadsheets(evidenceTable(worklist, definition, createTerms(lang))),
  },
  json: { ending: "json", type: "application/json", render: ({ worklist }) => worklistJson(worklist) },
  ndjson: { ending: "ndjson", type: "application/x-ndjson", render: ({ worklist }) => worklistNdjson(worklist) },
  html: {
    ending: "html",
    type: "text/html",
    render: ({ worklist, definition }, lang) =>
      worklistHtml(
        {
          answer: worklist,
          funnel: worklist.funnel,
          definition,
          ...(worklist.run === undefined ? {} : { run: worklist.run }),
        },
        lang,
      ),
  },
};

function forSpreadsheets(table: CellTable): string {
  return BYTE_ORDER_MARK + worklistCsv(table);
}
