import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readMapping } from "@materbone/finder";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { EVENT_KINDS } from "../packages/finder/src/contract.ts";

const ROOT = new URL("..", import.meta.url).pathname;

describe.each(["find-women.md", "find-women.zh.md"])("docs/how-to/%s", (name) => {
  const text = readFileSync(join(ROOT, "docs/how-to", name), "utf8");

  it("shows a mapping that can be read, for tables that have its columns", () => {
    const mapping: unknown = parse(/```yaml\n(.*?)```/su.exec(text)?.[1] ?? "");
    const read = readMapping(mapping, [
      { name: "病人.csv", columns: ["病案号", "性别", "出生日期"] },
      { name: "诊断2024.csv", columns: ["病案号", "诊断日期", "诊断编码"] },
      { name: "骨密度.csv", columns: ["病案号", "检查日期", "项目", "结果", "部位"] },
    ]);
    expect(read).toMatchObject({ kind: "mapping" });
  });

  it("names every kind of event", () => {
    for (const kind of EVENT_KINDS) expect(text).toMatch(new RegExp(`\\b${kind}\\b`, "u"));
  });
});
