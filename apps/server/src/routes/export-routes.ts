import {
  type CaseRecord,
  centreLscSource,
  createTerms,
  headOfWomen,
  type LscSource,
  openSeries,
  type Series,
  type SeriesContext,
  type SeriesHead,
} from "@materbone/clinical";
import { shippedLiterature, testedBenchmark } from "@materbone/evidence";
import type { Registry, Stored } from "@materbone/registry";
import {
  followUpCalendar,
  renderCsv,
  renderHtml,
  renderMarkdown,
  renderText,
  reportHtml,
  table1,
  table2,
  table3,
} from "@materbone/report";
import * as z from "zod";
import type { AppOptions } from "../app-options.ts";
import type { AppContext } from "../environment.ts";
import { languageOf } from "../language-of.ts";
import { type Api, addOperation } from "../operation.ts";
import { Refusal } from "../problems/refusal.ts";
import { SANDBOXED } from "../security/answer-headers.ts";
import { attach, flag, ofSeries } from "./parts.ts";

/** Most women of one document: people read it, it is made while other requests wait, and of the report it takes 0.1 MB each. */
const MOST_WOMEN = { report: 500, table: 2000 } as const;

const TABLES = { "1": table1, "2": table2, "3": table3 } as const;

/** Documents made from a series: the series itself, the report, the tables. */
export function addExportRoutes(api: Api, { registry, program, now }: AppOptions): void {
  addOperation(
    api,
    {
      id: "exportSeries",
      method: "get",
      path: "/api/series/{series}/export",
      group: "documents",
      says: { en: "The series as one JSON file", zh: "整个系列的 JSON 文件" },
      params: ofSeries,
      answer: { media: ["application/json"] },
    },
    async ({ c, params }) => {
      const cases = await registry.readCases(params.series);
      const head = headOf((await registry.readHead(params.series)).value, cases);
      attach(c, `${head.id}.json`);
      c.header("Content-Type", "application/json; charset=utf-8");
      return c.body(seriesStream(head, cases));
    },
  );
  addOperation(
    api,
    {
      id: "readReport",
      method: "get",
      path: "/api/series/{series}/report",
      group: "documents",
      says: { en: "The report of the series, one page without script", zh: "系列报告，单个网页，不含脚本" },
      params: ofSeries,
      query: {
        lsc: z.enum(["paper", "minimum", "centre"]).optional(),
        asOf: z.coerce.number().min(-24).max(720).optional(),
        download: flag.optional(),
      },
      answer: { media: ["text/html"] },
    },
    async ({ c, params, query }) => {
      const lang = languageOf(c);
      const series = await wholeSeries(registry, params.series, MOST_WOMEN.report);
      if (query.download === true) attach(c, `${series.id}.${lang}.html`);
      c.header("Content-Security-Policy", SANDBOXED);
      return c.html(
        reportHtml(
          {
            series: openSeries(series),
            lsc: lscSource(c, query.lsc, series),
            asOfMonths: query.asOf,
            benchmark: testedBenchmark(shippedLiterature),
            program: `${program.name} ${program.version}`,
            producedOn: today(now()),
          },
          lang,
        ),
      );
    },
  );
  addOperation(
    api,
    {
      id: "readTable",
      method: "get",
      path: "/api/series/{series}/tables/{table}",
      group: "documents",
      says: {
        en: "A table of the series; a CSV to download begins with a byte order mark for spreadsheets",
        zh: "系列的表格；下载的 CSV 以字节顺序标记开头，便于电子表格识别",
      },
      params: { ...ofSeries, table: z.enum(["1", "2", "3"]) },
      query: { format: z.enum(["csv", "html", "markdown", "text"]).optional(), download: flag.optional() },
      answer: { media: ["text/html", "text/csv", "text/markdown", "text/plain"] },
    },
    async ({ c, params, query }) => {
      const lang = languageOf(c);
      const series = await wholeSeries(registry, params.series, MOST_WOMEN.table);
      const table = TABLES[params.table](series, lang);
      const { ending, type, render } = FORMATS[query.format ?? "html"];
      const isDownload = query.download === true;
      if (isDownload) attach(c, `${series.id}.table${params.table}.${lang}.${ending}`);
      c.header("Content-Type", `${type}; charset=utf-8`);
      c.header("Content-Security-Policy", SANDBOXED);
      // Without the mark, spreadsheets on Chinese systems read a file as GBK.
      return c.body(`${isDownload && ending === "csv" ? "\ufeff" : ""}${render(table)}`);
    },
  );
  addOperation(
    api,
    {
      id: "readFollowUpCalendar",
      method: "get",
      path: "/api/series/{series}/follow-up.ics",
      group: "documents",
      says: {
        en: "What the follow-up plan still asks for, as a calendar; women whose delivery has no date are left out and counted in X-Materbone-Undated",
        zh: "随访计划中尚未完成的项目（日历文件）；分娩无日期者不列入，例数见 X-Materbone-Undated",
      },
      params: ofSeries,
      query: { on: z.iso.date().optional() },
      answer: { media: ["text/calendar"] },
      countHeaders: ["X-Materbone-Undated"],
    },
    async ({ c, params, query }) => {
      const lang = languageOf(c);
      const series = await wholeSeries(registry, params.series, MOST_WOMEN.table);
      const madeAt = now().toISOString();
      const { text, undated } = followUpCalendar(openSeries(series), { lang, on: query.on ?? today(now()), madeAt });
      attach(c, `${series.id}.follow-up.${lang}.ics`);
      c.header("Content-Type", "text/calendar; charset=utf-8");
      c.header("X-Materbone-Undated", String(undated.length));
      return c.body(text);
    },
  );
}

const FORMATS = {
  csv: { ending: "csv", type: "text/csv", render: renderCsv },
  html: { ending: "html", type: "text/html", render: renderHtml },
  markdown: { ending: "md", type: "text/markdown", render: renderMarkdown },
  text: { ending: "txt", type: "text/plain", render: (table: Parameters<typeof renderText>[0]) => renderText(table) },
} as const;

/** Head and women together. @throws Refusal when there are more women than a document takes */
async function wholeSeries(registry: Registry, id: string, limit: number): Promise<Series> {
  const { value: head } = await registry.readHead(id);
  const { total } = await registry.listCases(id, { limit: 1 });
  if (total > limit) throw new Refusal("too-many", { limit });
  const cases = await registry.readCases(id);
  return { ...headOf(head, cases), cases: cases.map(({ value }) => value) };
}

/** What leaves is a series that reads again: nothing in its head names a woman who is deleted. */
function headOf(head: SeriesHead, cases: readonly Stored<CaseRecord>[]): SeriesHead {
  const ids = new Set(cases.map(({ value }) => value.id));
  return headOfWomen(head, (id) => ids.has(id));
}

/** Woman by woman, since the text of a large series would not fit into one string. */
function seriesStream(head: object, cases: readonly Stored<object>[]): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let next = 0;
  return new ReadableStream({
    start(controller) {
      controller.enqueue(encoder.encode(`${JSON.stringify(head).slice(0, -1)},"cases":[`));
    },
    pull(controller) {
      const piece = cases.slice(next, next + 100).map(({ value }) => JSON.stringify(value));
      const comma = next === 0 || piece.length === 0 ? "" : ",";
      next += piece.length;
      controller.enqueue(encoder.encode(comma + piece.join(",")));
      if (next < cases.length) return;
      controller.enqueue(encoder.encode("]}\n"));
      controller.close();
    },
  });
}

function lscSource(c: AppContext, name: "paper" | "minimum" | "centre" | undefined, context: SeriesContext): LscSource {
  if (name !== "centre") return { kind: name ?? "paper" };
  const centre = centreLscSource(context);
  if (centre !== undefined) return centre;
  const detail = createTerms(languageOf(c)).text({
    en: "This series records no precision study of its own densitometer.",
    zh: "本系列未记录本中心骨密度仪的精密度研究。",
  });
  throw new Refusal("invalid-request", {}, { problems: [{ pointer: "", parameter: "lsc", detail }] });
}

/** The day where this computer stands. */
function today(now: Date): string {
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
