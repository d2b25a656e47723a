import { type CaseRecord, readSeries } from "@materbone/clinical";
import { beforeAll, describe, expect, it } from "vitest";
import { EXAMPLES_FOLDER, emptySeries, refused, type TestServer, testServer } from "../api.fixture.ts";
import { readExample } from "../examples.ts";

const SERIES = "/api/series/qingdao-2016-2019";

let server: TestServer;
beforeAll(async () => {
  // The report says the day of the place where the computer stands.
  server = testServer({ now: () => new Date(2026, 2, 4, 5) });
  await server.ask("POST", "/api/examples/qingdao-2016-2019");
});

describe("documents of a series", () => {
  it("export the series as it was read", async () => {
    const response = await server.ask("GET", `${SERIES}/export`);
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="qingdao-2016-2019.json"');
    const read = readSeries(await response.json());
    const example = await readExample(EXAMPLES_FOLDER, "qingdao-2016-2019");
    expect(read).toEqual({ kind: "read", value: example });
  });

  it("export a series without women, and one of more women than one piece", async () => {
    const { ask } = testServer();
    await ask("POST", "/api/series", emptySeries);
    expect(await (await ask("GET", "/api/series/my-series/export")).json()).toEqual(emptySeries);
    const cases = Array.from({ length: 205 }, (_, n): CaseRecord => ({ schema: "materbone/case/1", id: `w${n}` }));
    await ask("POST", "/api/series", { ...emptySeries, id: "large", cases });
    expect(await (await ask("GET", "/api/series/large/export")).json()).toEqual({ ...emptySeries, id: "large", cases });
  });

  it("print the report in either language, with an origin of its own", async () => {
    for (const lang of ["zh", "en"]) {
      const response = await server.ask("GET", `${SERIES}/report?lang=${lang}&lsc=minimum&asOf=24`);
      expect(response.headers.get("content-type")).toBe("text/html; charset=UTF-8");
      expect(response.headers.get("content-security-policy")).toMatch(/default-src 'none'.*; sandbox$/);
      expect(response.headers.get("content-disposition")).toBeNull();
      const page = await response.text();
      expect(page).toContain("Materbone 0.0.0 · 2026-03-04");
      expect(page).toContain(`<html lang="${lang === "zh" ? "zh-CN" : "en"}">`);
    }
    const download = await server.ask("GET", `${SERIES}/report?lang=zh&download=true`);
    expect(download.headers.get("content-disposition")).toBe('attachment; filename="qingdao-2016-2019.zh.html"');
  });

  it("say that a series has no precision study of its own", async () => {
    const response = await server.ask("GET", `${SERIES}/report?lsc=centre&lang=zh`);
    expect(response.status).toBe(400);
    expect((await refused(response)).problems).toEqual([
      { pointer: "", parameter: "lsc", detail: "本系列未记录本中心骨密度仪的精密度研究。" },
    ]);
  });

  it.each([
    ["csv", "text/csv", "0.678"],
    ["html", "text/html", "<table>"],
    ["markdown", "text/markdown", "|"],
    ["text", "text/plain", "0.678"],
  ])("print a table as %s", async (format, type, part) => {
    const response = await server.ask("GET", `${SERIES}/tables/2?format=${format}&lang=en`);
    expect(response.headers.get("content-type")).toBe(`${type}; charset=utf-8`);
    expect(await response.text()).toContain(part);
  });

  it("begin a CSV to download with a byte order mark, and no other", async () => {
    const bytes = async (query: string): Promise<readonly number[]> =>
      [...new Uint8Array(await (await server.ask("GET", `${SERIES}/tables/1?${query}`)).arrayBuffer())].slice(0, 3);
    expect(await bytes("format=csv&download=true")).toEqual([0xef, 0xbb, 0xbf]);
    expect(await bytes("format=csv")).not.toEqual([0xef, 0xbb, 0xbf]);
    expect(await bytes("format=text&download=true")).not.toEqual([0xef, 0xbb, 0xbf]);
  });

  it("count the women whom the calendar leaves out", async () => {
    const response = await server.ask("GET", `${SERIES}/follow-up.ics?lang=zh`);
    expect(response.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(response.headers.get("x-materbone-undated")).toBe("3");
    expect(await response.text()).not.toContain("VEVENT");
    expect((await server.ask("GET", `${SERIES}/follow-up.ics?on=2026-02-30`)).status).toBe(400);
  });

  it("are not made of more women than a person reads", async () => {
    const { ask } = testServer();
    const women = (count: number) =>
      Array.from({ length: count }, (_, n): CaseRecord => ({ schema: "materbone/case/1", id: `w${n}` }));
    await ask("POST", "/api/series", { ...emptySeries, cases: women(501) });
    await ask("POST", "/api/series", { ...emptySeries, id: "large", cases: women(2001) });
    const status = async (path: string) => (await ask("GET", `/api/series/${path}`)).status;
    expect(await status("my-series/report")).toBe(413);
    expect(await status("my-series/tables/1")).toBe(200);
    expect(await status("large/tables/1")).toBe(413);
    expect(await status("large/follow-up.ics")).toBe(413);
    expect(await status("large/export")).toBe(200);
  });
});
