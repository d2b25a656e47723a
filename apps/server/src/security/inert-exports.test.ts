import {
  type CaseRecord,
  caseRecordSchema,
  type Problem,
  type ReadResult,
  readCase,
  readSeries,
  readSeriesHead,
  type Series,
  type SeriesHead,
  seriesHeadSchema,
  valueAt,
  withValueAt,
} from "@materbone/clinical";
import { describe, expect, it } from "vitest";
import type * as z from "zod";
import { EXAMPLES_FOLDER, SECRET, type TestServer, testServer } from "../api.fixture.ts";
import { readExample } from "../examples.ts";
import { HOSTILE, SHORT_HOSTILE, textPlaces } from "./hostile-record.fixture.ts";
import { dangersOf } from "./markup.fixture.ts";

type Made<T> = { readonly pointer: string; readonly value: T };

/** A document for every place that takes any text, or any short one; the others refuse it there, by their format. */
function hostileDocuments<T>(
  schema: z.ZodType,
  read: (document: unknown) => ReadResult<T>,
  text: string,
): readonly Made<T>[] {
  return textPlaces(schema).flatMap(({ pointer, documentWith }, position): readonly Made<T>[] => {
    for (const given of [text, SHORT_HOSTILE]) {
      const document = documentWith(given) as Readonly<Record<string, unknown>>;
      const named = pointer === "/id" ? document : { ...document, id: `w${position}` };
      const result = read(completed(named, read));
      if (result.kind === "read") return [{ pointer, value: result.value }];
      expect([pointer, result.problems.filter(isRefusalOf(pointer)).length > 0]).toEqual([pointer, true]);
    }
    return [];
  });
}

/** Gives an interval the limit that it cannot be without. */
function completed(document: unknown, read: (document: unknown) => ReadResult<unknown>): unknown {
  const result = read(document);
  if (result.kind === "read") return document;
  return result.problems
    .filter(({ kind }) => kind === "noLimit")
    .reduce((made, { at }) => withValueAt(made, `${at}/low`, "1.0"), document);
}

/** Does the problem say that the text at the place is none of its format? */
function isRefusalOf(pointer: string): (problem: Problem) => boolean {
  const place = pointer.replaceAll(/\|\d+/g, "");
  return ({ at, kind }) => at === place && (kind === "badFormat" || kind === "impossibleDate");
}

/** The same series with every text that may be any text turned into a hostile one, so that references still meet. */
function poisoned(series: Series, text: string): Series {
  const kept = new Set<string>();
  for (;;) {
    const numbers = new Map<string, number>();
    const changed = mapTexts(series, (found) => {
      if (kept.has(found)) return found;
      numbers.set(found, numbers.get(found) ?? numbers.size);
      return `${text}${numbers.get(found)}`;
    });
    const result = readSeries(changed);
    if (result.kind === "read") return result.value;
    // Words of a vocabulary, dates and numbers are refused where they stand, and stay.
    const before = kept.size;
    for (const { at } of result.problems) for (const given of textsIn(valueAt(series, at))) kept.add(given);
    expect(kept.size).toBeGreaterThan(before);
  }
}

function textsIn(node: unknown): readonly string[] {
  if (typeof node === "string") return [node];
  return typeof node === "object" && node !== null ? Object.values(node).flatMap(textsIn) : [];
}

function mapTexts(node: unknown, change: (text: string) => string): unknown {
  if (typeof node === "string") return change(node);
  if (Array.isArray(node)) return node.map((inner) => mapTexts(inner, change));
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, inner]) => [key, mapTexts(inner, change)]));
}

/** Every document that can be had of a series, by its path. */
async function exportsOf(server: TestServer, id: string): Promise<ReadonlyMap<string, Response>> {
  const paths = ["zh", "en"].flatMap((lang) => [
    `report?lang=${lang}`,
    ...["1", "2", "3"].flatMap((table) =>
      ["csv", "html", "markdown", "text"].map((format) => `tables/${table}?lang=${lang}&format=${format}`),
    ),
    `follow-up.ics?lang=${lang}&on=2030-01-01`,
  ]);
  const found = new Map<string, Response>();
  for (const path of paths) {
    const response = await server.ask("GET", `/api/series/${id}/${path}`);
    expect([path, response.status]).toEqual([path, 200]);
    found.set(path, response);
  }
  return found;
}

/** Nothing of an export runs, loads or leaves its cell, line or field. */
async function expectInert(exports: ReadonlyMap<string, Response>): Promise<void> {
  for (const [path, response] of exports) {
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy).toMatch(/default-src 'none'/);
    expect(policy).toMatch(/; sandbox$/);
    expect(policy).not.toMatch(/script-src|allow-/);
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    const text = await response.text();
    if (path.startsWith("report") || path.includes("format=html")) expect([path, dangersOf(text)]).toEqual([path, []]);
    if (path.includes("format=csv")) expect([path, formulasOf(text)]).toEqual([path, []]);
    if (path.includes("format=markdown")) expect([path, markdownDangers(text)]).toEqual([path, []]);
    if (path.includes(".ics")) expect([path, calendarDangers(text)]).toEqual([path, ""]);
  }
}

/** Cells that a spreadsheet would compute, quotes read as RFC 4180 says. */
function formulasOf(csv: string): readonly string[] {
  const cells = [...csv.matchAll(/(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)].map(
    ([, quoted, plain]) => quoted ?? plain ?? "",
  );
  return cells.filter((cell) => /^\s*[=+@\t]/.test(cell) || (/^\s*-/.test(cell) && !/^-\d+(\.\d+)?$/.test(cell)));
}

/** Markup that a Markdown renderer would pass through, and links that a click would run. */
function markdownDangers(text: string): readonly string[] {
  return [
    ...[...text.matchAll(/(?<!\\)<(?!br>|\/?su[bp]>)(?=[a-z/!])[^\n]{0,40}/gi)].map(([found]) => found),
    ...[...text.matchAll(/(?<!\\)\[[^\]\n]*(?<!\\)\]\([^)\n]*/g)].map(([found]) => found),
  ];
}

const EVENT = [
  "BEGIN:VEVENT",
  "UID:[\\w.-]+@materbone",
  "DTSTAMP:\\d{8}T\\d{6}Z",
  "DTSTART;VALUE=DATE:\\d{8}",
  "DTEND;VALUE=DATE:\\d{8}",
  "SUMMARY;LANGUAGE=(?:zh-CN|en):[^\\r\\n]+",
  "CLASS:PRIVATE",
  "TRANSP:TRANSPARENT",
  "END:VEVENT",
];

/** What is left of a calendar when its own lines, in their own order, are taken out. */
function calendarDangers(text: string): string {
  const lines = text.replaceAll("\r\n ", "").replaceAll(new RegExp(`${EVENT.join("\\r\\n")}\\r\\n`, "g"), "");
  return lines.replace(
    /^BEGIN:VCALENDAR\r\n(?:(?:VERSION|PRODID|CALSCALE|METHOD):[^\r\n]+\r\n){4}END:VCALENDAR\r\n$/,
    "",
  );
}

describe("text of a record in every field", () => {
  it("is looked for in all of them", () => {
    const pointers = [...textPlaces(caseRecordSchema), ...textPlaces(seriesHeadSchema)].map(({ pointer }) => pointer);
    for (const known of ["/label|0", "/tags/0", "/scans/0/id", "/laboratory/0/results/0/unit", "/title|1/zh"]) {
      expect(pointers).toContain(known);
    }
    expect(pointers.length).toBeGreaterThan(500);
  });

  it.each(HOSTILE)("stays inert in every export: %j", async (text) => {
    const server = testServer();
    const cases = hostileDocuments<CaseRecord>(caseRecordSchema, readCase, text);
    expect(cases.length).toBeGreaterThan(300);
    expect(cases.map(({ pointer }) => pointer)).toContain("/tags/0");
    const densitometers = [{ id: text, manufacturer: text, model: text }];
    const head = { schema: "materbone/series/1", id: "hostile", title: text, methods: { densitometers } } as const;
    const created = await server.ask("POST", "/api/series", { ...head, cases: cases.map(({ value }) => value) });
    expect(await created.text()).toContain('"id":"hostile"');
    await expectInert(await exportsOf(server, "hostile"));
    const exported = readSeries(await (await server.ask("GET", "/api/series/hostile/export")).json());
    expect(exported).toEqual({ kind: "read", value: { ...head, cases: cases.map(({ value }) => value) } });
  });

  it.each(HOSTILE)("of a series stays inert in every export: %j", async (text) => {
    const server = testServer();
    const heads = hostileDocuments<SeriesHead>(seriesHeadSchema, readSeriesHead, text);
    expect(heads.length).toBeGreaterThan(200);
    for (const { value } of heads) {
      // A claim or a review may name a woman; one that names a scan or a device that is not there is refused as a whole.
      const created = await server.ask("POST", "/api/series", { ...value, cases: [] });
      if (created.status === 422) continue;
      expect(created.status).toBe(201);
      const exports = new Map<string, Response>();
      for (const lang of ["zh", "en"]) {
        for (const path of [`report?lang=${lang}`, `tables/3?lang=${lang}&format=csv`]) {
          exports.set(path, await server.ask("GET", `/api/series/${value.id}/${path}`));
        }
      }
      await expectInert(exports);
    }
  });

  it.each(HOSTILE)("stays inert where a whole series is full of it: %j", async (text) => {
    for (const name of ["qingdao-2016-2019", "varied-women"] as const) {
      const server = testServer();
      const series = poisoned(await readExample(EXAMPLES_FOLDER, name), text);
      expect(JSON.stringify(series).split(JSON.stringify(text).slice(1, -1)).length).toBeGreaterThan(100);
      const created = await server.ask("POST", "/api/series", series);
      expect(created.status).toBe(201);
      await expectInert(await exportsOf(server, series.id));
    }
  });

  it("comes back from the interface as data that no page can run", async () => {
    const server = testServer();
    const text = SHORT_HOSTILE;
    const woman = { schema: "materbone/case/1", id: "w", note: text, tags: [text] };
    await server.ask("POST", "/api/series", {
      schema: "materbone/series/1",
      id: "hostile",
      title: text,
      cases: [woman],
    });
    const paths = ["cases", "cases/w", "tags", "history", "records", "drafts", "export"].map(
      (path) => `/api/series/hostile/${path}`,
    );
    for (const path of [...paths, "/api/series", "/api/log"]) {
      const response = await server.ask("GET", path);
      expect([path, response.status]).toEqual([path, 200]);
      expect(response.headers.get("content-type")).toMatch(/^application\/json/);
      expect(response.headers.get("content-security-policy")).toMatch(/default-src 'none'.*sandbox/);
    }
    for (const lang of ["zh", "en"]) {
      const page = await server.ask("GET", `/api/docs?lang=${lang}`);
      const words = await page.text();
      expect(dangersOf(words)).toEqual([]);
      expect(words).not.toContain("alert(1)");
    }
  });

  it("comes back in a problem as data too", async () => {
    const server = testServer();
    const query = encodeURIComponent(HOSTILE[1]);
    const body = { schema: "materbone/case/1", id: HOSTILE[0], [HOSTILE[1]]: 1 };
    for (const response of [
      await server.ask("GET", `/api/series/${query}?x=${query}`),
      await server.ask("GET", `/api/none/${query}`),
      await server.ask("POST", "/api/series/x/cases", body),
    ]) {
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(response.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
      expect(response.headers.get("content-security-policy")).toMatch(/default-src 'none'.*sandbox/);
    }
    const page = await server.app.request(`http://127.0.0.1:4780/${query}?key=${query}`);
    expect([page.status, dangersOf(await page.text())]).toEqual([401, []]);
    const signedIn = await server.app.request(`http://127.0.0.1:4780/${query}?a=${query}&key=${SECRET}`, {
      headers: { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document" },
    });
    expect([signedIn.status, dangersOf(await signedIn.text())]).toEqual([200, []]);
  });
});

describe("the reader of pages", () => {
  it.each([
    "<script>alert(1)</script>",
    '<td title="a"><img src=x>',
    "<p onclick=x>",
    '<a href="javascript:alert(1)">',
    "<style>@import 'x'</style>",
    "<style></style><script>",
    '<svg><a xlink:href="javascript:x">',
  ])("sees the danger of %s", (page) => {
    expect(dangersOf(page)).not.toEqual([]);
  });

  it("sees none in escaped text", () => {
    expect(dangersOf('<p title="&lt;script&gt; onclick=x">&lt;img src=x&gt;</p><a href="#a">a</a>')).toEqual([]);
  });
});
