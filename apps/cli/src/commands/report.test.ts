import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { published, run, workFolder } from "../run.fixture.ts";

const folder = workFolder();
afterAll(folder.remove);

describe("report", () => {
  it.each(["en", "zh"])("writes one page per language and prints a summary with their place (%s)", async (lang) => {
    const out = join(folder.path, `deep/${lang}`);
    const ran = await run(["report", published, "--out", out, "--lang", lang]);
    expect([ran.code, ran.err]).toEqual([0, ""]);
    expect(readdirSync(out).sort()).toEqual(["qingdao-2016-2019.en.html", "qingdao-2016-2019.zh.html"]);
    for (const page of ["zh", "en"]) {
      const file = join(out, `qingdao-2016-2019.${page}.html`);
      expect(ran.out).toContain(`  ${file}\n`);
      expect(readFileSync(file, "utf8")).toMatch(/^<!doctype html>\n<html lang="(zh-CN|en)">[\s\S]*<\/html>\n$/);
    }
    expect(ran.out).toContain(lang === "zh" ? "仅供研究使用" : "Research use.");
  });

  it("judges with the least significant change asked for", async () => {
    const paper = await run(["report", published, "--out", join(folder.path, "paper")]);
    const minimum = await run(["report", published, "--out", join(folder.path, "minimum"), "--lsc", "minimum"]);
    expect(paper.out).toContain("2.77");
    expect(minimum.out).not.toContain("2.77%");
  });
});
