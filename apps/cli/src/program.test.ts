import { afterAll, describe, expect, it } from "vitest";
import { published, run, workFolder } from "./run.fixture.ts";

const folder = workFolder();
afterAll(folder.remove);

const COMMANDS = [
  "check",
  "assess",
  "response",
  "therapy",
  "tables",
  "report",
  "init",
  "schema",
  "serve",
  "verify",
  "rebuild",
  "backup",
  "restore",
];

describe("help", () => {
  it.each(["en", "zh"])("shows an example per command (%s)", async (lang) => {
    const { code, out, err } = await run(["--help", "--lang", lang]);
    expect(code).toBe(0);
    expect(err).toBe("");
    for (const command of COMMANDS) expect(out).toContain(`\n  materbone ${command} `);
    expect(out).toContain(lang === "zh" ? "示例：" : "Example:");
  });

  it.each(COMMANDS)("of %s shows its example and its options in both languages", async (command) => {
    const en = await run([command, "--help"]);
    const zh = await run([command, "--help", "--lang", "zh"]);
    expect(en.out).toContain(`Example:\n  materbone ${command} `);
    expect(zh.out).toContain(`示例：\n  materbone ${command} `);
    expect(zh.out).toContain("用法：");
    expect(zh.out).not.toMatch(/Usage|Options:|Arguments:|Commands:/);
    expect(en.out).not.toMatch(/\p{Script=Han}/u);
    expect([en.code, zh.code]).toEqual([0, 0]);
  });

  it("is what the bare command prints", async () => {
    const { code, out } = await run([]);
    expect(code).toBe(0);
    expect(out).toContain("Research use.");
  });
});

describe("language", () => {
  it.each([
    [{ LANG: "zh_CN.UTF-8" }, "示例："],
    [{ LANG: "en_US.UTF-8" }, "Example:"],
    [{ LC_ALL: "en_US.UTF-8", LANG: "zh_CN.UTF-8" }, "Example:"],
    [{ LC_ALL: "", LC_MESSAGES: "zh_TW", LANG: "C" }, "示例："],
    [{}, "Example:"],
  ])("%j gives %s", async (env, expected) => {
    expect((await run(["--help"], env)).out).toContain(expected);
  });

  it("the option is stronger than the terminal, before and after the command", async () => {
    const env = { LANG: "zh_CN.UTF-8" };
    expect((await run(["--lang", "en", "--help"], env)).out).toContain("Example:");
    expect((await run(["check", "--lang=en", "--help"], env)).out).toContain("Example:");
    expect((await run(["--lang", "zh", "check", published, "--fail-on", "x"])).err).toContain("不能为 x");
  });

  it("an unknown one is refused", async () => {
    const { code, out, err } = await run(["check", published, "--lang", "fr"]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toBe("--lang fr is not known. Known: zh, en.\n");
  });
});

describe("a slip", () => {
  it.each([
    [["chek", published], "There is no command chek. Did you mean check?", "没有命令 chek。是否应为 check？"],
    [["xyzzy"], 'There is no command xyzzy. See "materbone --help".', "没有命令 xyzzy。请查看"],
    [["check", published, "--fromat", "json"], "Did you mean --format?", "此处没有选项 --fromat。是否应为 --format？"],
    [["assess", published, "--lsc", "paper"], "There is no option --lsc here.", "此处没有选项 --lsc。"],
    [["check"], "A value is missing: source.", "缺少取值：source。"],
    [["check", published, "--case"], "A value is missing: --case <id>.", "缺少取值：--case <id>。"],
    [["check", published, "second"], "The command cannot be read: check", "无法识别该命令：check"],
    [
      ["check", published, "--format", "jsno"],
      'Did you mean "json"? Known: text, json, csv, ndjson.',
      "是否应为“json”？",
    ],
    [["check", published, "--fail-on", "majr"], 'Did you mean "major"?', "是否应为“major”？"],
    [
      ["check", published, "--case", "case2"],
      'There is no case "case2". Did you mean "case-',
      "没有病例“case2”。是否应为“case-",
    ],
    [
      ["assess", published, "--definition", "paper-any-sites"],
      'Did you mean "paper-any-site"?',
      "是否应为“paper-any-site”？",
    ],
    [["response", published, "--lsc", "minimun"], 'Did you mean "minimum"?', "是否应为“minimum”？"],
    [["response", published, "--lsc", "centre"], '"precisionStudy"', "“precisionStudy”"],
    [
      ["therapy", published, "--agent", "zoledronicacid"],
      'Did you mean "zoledronicAcid"?',
      "是否应为“zoledronicAcid”？",
    ],
    [
      ["therapy", published, "--as-of", "soon"],
      "--as-of soon is not a number of months",
      "--as-of soon 不是产后月数。",
    ],
    [
      ["tables", published, "--table", "4"],
      "--table 4 is not known. Known: 1, 2, 3.",
      "--table 不能为 4。可用：1、2、3。",
    ],
    [["schema", "cases"], 'Did you mean "case"?', "是否应为“case”？"],
  ])("%j names the nearest right one and exits with 2", async (args, en, zh) => {
    const english = await run(args);
    expect([english.code, english.out]).toEqual([2, ""]);
    expect(english.err).toContain(en);
    const chinese = await run([...args, "--lang", "zh"]);
    expect(chinese.err).toContain(args.at(-1) === "--case" ? "" : zh);
    expect(chinese.code).toBe(2);
  });

  it("a value that steers the terminal is shown as text", async () => {
    expect((await run(["check", published, "--format", "\u001b[2J"])).err).not.toContain("\u001b");
  });
});

describe("a failure that is no mistake of the user", () => {
  it.each([
    ["init", ["init", "/proc/materbone/series"]],
    ["report", ["report", published, "--out", "/proc/materbone"]],
  ])("of %s is told without a stack trace and exits with 3", async (_command, args) => {
    // No folder can be made below /proc; where there is none, it cannot be made at the root.
    const { code, out, err } = await run(args);
    expect([code, out]).toEqual([3, ""]);
    expect(err).toMatch(/^This could not be done: .*\(E[A-Z]+\)\n$/);
    expect((await run([...args, "--lang", "zh"])).err).toMatch(/^操作未能完成：.*（E[A-Z]+）\n$/);
  });
});
