import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { readOptions } from "./options.ts";

const read = (args: readonly string[], env = {}) => readOptions(args, { HOME: "/home/a", ...env }, "linux");

describe("the options of the program", () => {
  it("are optional", () => {
    const usual = read([], { MATERBONE_DATA: "/data" });
    expect(usual).toEqual({ kind: "run", options: { dataFolder: "/data", opens: true, lang: "en" } });
  });

  it("are read, and stronger than the environment", () => {
    const args = ["--port", "5000", "--data", "mine", "--no-open", "--lang", "zh"];
    expect(read(args, { MATERBONE_DATA: "/data", LANG: "en_GB.UTF-8" })).toEqual({
      kind: "run",
      options: { port: 5000, dataFolder: resolve("mine"), opens: false, lang: "zh" },
    });
    expect(read(["--port=0"])).toMatchObject({ options: { port: 0 } });
  });

  it("speak the language of the terminal", () => {
    expect(read([], { LANG: "zh_CN.UTF-8" })).toMatchObject({ options: { lang: "zh" } });
    expect(read(["--help"], { LC_ALL: "zh_TW", LANG: "en_US" })).toEqual({ kind: "help", lang: "zh" });
  });

  it.each([
    [["--port", "x"], "--port x"],
    [["--port", "65536"], "--port 65536"],
    [["--port", "-1"], "--port"],
    [["--port", "1e3"], "--port 1e3"],
    [["--lang", "fr"], "--lang fr"],
    [["--colour"], "--colour"],
    [["extra"], "extra"],
  ])("%j cannot be read", (args, option) => {
    const result = read(args);
    expect(result).toMatchObject({ kind: "refused" });
    expect(result.kind === "refused" && result.option).toContain(option);
  });
});
