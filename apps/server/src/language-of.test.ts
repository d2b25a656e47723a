import { describe, expect, it } from "vitest";
import { preferredLanguage } from "./language-of.ts";

describe("preferredLanguage", () => {
  it.each([
    ["", "en"],
    ["zh-CN,zh;q=0.9,en;q=0.8", "zh"],
    ["en-GB,zh;q=0.9", "en"],
    ["fr,de;q=0.9", "en"],
    ["fr, zh-Hant;q=0.3, en;q=0.2", "zh"],
    ["en;q=0, zh;q=0.1", "zh"],
    ["*", "en"],
  ])("%j is %s", (header, lang) => {
    expect(preferredLanguage(header)).toBe(lang);
  });
});
