import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runMaterbone } from "../apps/cli/src/program.ts";
import { openBrowser } from "./browser.ts";

const LANGUAGES = ["en", "zh"] as const;
const SIZES = [
  { name: "1366x768", width: 1366, height: 768 },
  { name: "A4 at 96 dpi", width: 794, height: 1123 },
  { name: "a phone", width: 390, height: 844 },
] as const;
const SERIES = [
  { folder: "examples/qingdao-2016-2019", id: "qingdao-2016-2019" },
  { folder: "examples/varied-women", id: "varied-women" },
] as const;
/** Beside the reports, the worklist of a synthetic hospital. */
const PAGES = [...SERIES.map(({ id }) => id), "worklist"];

let browser: Browser;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "materbone-e2e-"));
  const world = {
    env: {},
    out: { write: () => true },
    progress: { write: () => true },
    showsProgress: false,
    width: undefined,
  };
  for (const series of SERIES) {
    expect(await runMaterbone(["report", series.folder, "--out", folder], world)).toBe(0);
  }
  const hospital = join(folder, "hospital");
  const made = ["find", "hospital", "--persons", "200", "--seed", "7", "--output", hospital];
  expect(await runMaterbone(made, world)).toBe(0);
  const asked = ["find", join(hospital, "data"), "--cache", join(folder, "cache")];
  for (const lang of LANGUAGES) {
    const output = join(folder, `worklist.${lang}.html`);
    expect(await runMaterbone([...asked, "--lang", lang, "--output", output], world)).toBe(0);
  }
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

/** The report as a doctor opens it from disk, with a Chinese font for machines that have none. */
async function open(
  file: string,
  size: { readonly width: number; readonly height: number },
): Promise<{ page: Page; requests: string[] }> {
  const page = await browser.newPage({ viewport: size, bypassCSP: true });
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(pathToFileURL(file).href);
  const asked = [...requests];
  await page.addStyleTag({ content: await chineseFont() });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return { page, requests: asked };
}

async function chineseFont(): Promise<string> {
  const css = fileURLToPath(import.meta.resolve("@fontsource-variable/noto-sans-sc/index.css"));
  const base = pathToFileURL(dirname(css)).href;
  const faces = (await readFile(css, "utf8")).replaceAll("url(./", `url(${base}/`);
  return `${faces.replaceAll("Noto Sans SC Variable", "Noto Sans SC")}`;
}

describe.each(PAGES)("the page of %s", (id) => {
  describe.each(LANGUAGES)("in %s", (lang) => {
    it.each(SIZES)("fits $name without sideways scrolling and without overlapping labels", async (size) => {
      const { page, requests } = await open(join(folder, `${id}.${lang}.html`), size);
      try {
        expect(requests).toHaveLength(1);
        expect(await page.evaluate(() => document.documentElement.lang)).toBe(lang === "zh" ? "zh-CN" : "en");
        expect(await tooWide(page)).toEqual([]);
        expect(await overlappingLabels(page)).toEqual([]);
        expect(await clippedLabels(page)).toEqual([]);
      } finally {
        await page.close();
      }
    });

    it("prints on A4 with nothing wider than the page", async () => {
      const { page } = await open(join(folder, `${id}.${lang}.html`), { width: 794, height: 1123 });
      try {
        await page.emulateMedia({ media: "print" });
        // 210 mm less two margins of 14 mm, at 96 dots to the inch.
        await page.setViewportSize({ width: 688, height: 1000 });
        expect(await tooWide(page)).toEqual([]);
        const pdf = await page.pdf({ format: "A4" });
        expect(pdf.subarray(0, 5).toString("latin1")).toBe("%PDF-");
      } finally {
        await page.close();
      }
    });
  });
});

describe("glyphs", () => {
  it("draws Chinese characters, not empty boxes", async () => {
    const { page } = await open(join(folder, "qingdao-2016-2019.zh.html"), SIZES[0]);
    try {
      const isDrawn = await page.evaluate(() => {
        const pixels = (text: string): string => {
          const canvas = document.createElement("canvas");
          canvas.width = 40;
          canvas.height = 40;
          const context = canvas.getContext("2d");
          if (context === null) return "";
          context.font = `30px ${getComputedStyle(document.body).fontFamily}`;
          context.fillText(text, 2, 32);
          return [...context.getImageData(0, 0, 40, 40).data].join();
        };
        const different = new Set(["骨", "密", "度", "折", "\u{10FFFD}"].map(pixels));
        return different.size === 5;
      });
      expect(isDrawn).toBe(true);
    } finally {
      await page.close();
    }
  });
});

/** What reaches over the right edge of the page, unless it scrolls in a box of its own; empty when the page does not scroll. */
async function tooWide(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    if (document.documentElement.scrollWidth <= window.innerWidth) return [];
    const scrolls = (element: Element): boolean => {
      const box = element.closest(".scroll");
      return box !== null && getComputedStyle(box).overflowX === "auto";
    };
    return [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > window.innerWidth && !scrolls(element))
      .map((element) => `${element.tagName} ${element.className} ${(element.textContent ?? "").slice(0, 40)}`)
      .slice(0, 5);
  });
}

/** Pairs of figure labels whose boxes share more than a sliver. */
async function overlappingLabels(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const SLIVER = 1.5;
    const found: string[] = [];
    for (const svg of document.querySelectorAll("svg")) {
      const labels = [...svg.querySelectorAll("text")]
        .filter((label) => (label.textContent ?? "").trim() !== "")
        .map((label) => ({ text: label.textContent ?? "", box: label.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0);
      for (const [position, a] of labels.entries()) {
        for (const b of labels.slice(position + 1)) {
          const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
          const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
          // Line boxes are taller than letters: a third of the height may touch.
          if (across > SLIVER && down > Math.min(a.box.height, b.box.height) / 3) found.push(`${a.text} | ${b.text}`);
        }
      }
    }
    return found;
  });
}

/** Figure labels that reach out of their figure. */
async function clippedLabels(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("svg")].flatMap((svg) => {
      const frame = svg.getBoundingClientRect();
      if (frame.width === 0) return [];
      return [...svg.querySelectorAll("text")]
        .filter((label) => {
          const box = label.getBoundingClientRect();
          return (
            box.width > 0 && (box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 2)
          );
        })
        .map((label) => label.textContent ?? "");
    }),
  );
}
