import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { generateCase, random } from "../../../bench/generate-cases.mjs";
import { published, repositoryPath, run, workFolder, writeInput } from "./run.fixture.ts";

const folder = workFolder();
afterAll(folder.remove);

const WOMEN = 10_000;

type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

/** Runs the built command through a shell, as a user does. */
async function shell(command: string): Promise<Ended> {
  const child = spawn("bash", ["--norc", "-o", "pipefail", "-c", command], {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH: process.env.PATH ?? "",
      materbone: repositoryPath("apps/cli/bin/materbone.js"),
      NODE: process.execPath,
    },
  });
  let out = "";
  let err = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    err += text;
  });
  const code = await new Promise<number | null>((done) => child.on("close", done));
  return { code, out, err };
}

function generated(): readonly ReturnType<typeof generateCase>[] {
  const next = random(20261122);
  return Array.from({ length: WOMEN }, (_, number) => generateCase(number, next));
}

describe("the built command", () => {
  it.each([
    ["done", `check ${published}`, 0],
    ["findings", `check ${published} --fail-on major`, 1],
    ["bad input", `check ${published}-no`, 2],
    ["usage", "chek", 2],
    ["a failure of the world", "init /proc/materbone/x", 3],
  ])("exits for %s as it should", async (_what, args, code) => {
    const ended = await shell(`"$NODE" "$materbone" ${args}`);
    expect(ended.code).toBe(code);
    expect(ended.err).not.toMatch(/\n\s+at /);
    expect(ended.err === "").toBe(code < 2);
    expect(ended.out === "").toBe(code >= 2);
  });

  it("speaks the language of the terminal", async () => {
    expect((await shell(`LANG=zh_CN.UTF-8 "$NODE" "$materbone" check ${published}-no`)).err).toContain(
      "文件或文件夹不存在",
    );
  });

  it("prints the same as in this process", async () => {
    const args = ["response", published, "--format", "csv", "--lang", "zh"];
    expect((await shell(`"$NODE" "$materbone" ${args.join(" ")}`)).out).toBe((await run(args)).out);
  });

  // A device of Linux; elsewhere there is no disk that is always full.
  it.runIf(existsSync("/dev/full"))("tells of a full disk without a stack trace", async () => {
    const { code, err } = await shell(`"$NODE" "$materbone" check ${published} > /dev/full`);
    expect(code).toBe(3);
    expect(err).toMatch(/^materbone: .*ENOSPC.*\n$/);
  });
});

describe("check on many women", () => {
  const women = generated();
  const stream = writeInput(join(folder.path, "women.ndjson"), women.map((woman) => JSON.stringify(woman)).join("\n"));

  it("finds in a stream what it finds in one series", async () => {
    const series = { schema: "materbone/series/1", id: "generated", title: "Generated women", cases: women };
    const file = writeInput(join(folder.path, "women.json"), JSON.stringify(series));
    const streamed = await run(["check", stream, "--format", "ndjson"]);
    const whole = await run(["check", file, "--format", "ndjson"]);
    expect([streamed.code, streamed.err, whole.code, whole.err]).toEqual([0, "", 0, ""]);
    const ofWomen = whole.out.split("\n").filter((line) => !line.includes('"case":null'));
    const lines = streamed.out.split("\n");
    expect(lines.length).toBeGreaterThan(WOMEN);
    // Compared as one text: a difference of this size is not for printing.
    expect(lines.join("\n") === ofWomen.join("\n")).toBe(true);
    expect(new Set(lines.slice(0, -1).map((line) => JSON.parse(line).case)).size).toBe(WOMEN);
  });

  it("ends quietly when the reader goes away", async () => {
    const { code, out, err } = await shell(`"$NODE" "$materbone" check ${stream} --format csv | head -n 1`);
    expect([code, out, err]).toEqual([0, "rule,severity,case,at,message,state\r\n", ""]);
  });

  it("keeps the output whole when the reader is slow", async () => {
    const slow = `"$NODE" "$materbone" check ${stream} --format json --case woman-9999`;
    const { code, out } = await shell(`${slow} | (sleep 0.3; cat)`);
    expect(code).toBe(0);
    expect(new Set(JSON.parse(out).findings.map((found: { case: string }) => found.case))).toEqual(
      new Set(["woman-9999"]),
    );
  });
});
