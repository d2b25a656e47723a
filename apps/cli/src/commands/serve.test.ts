import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { afterAll, describe, expect, it } from "vitest";
import { repositoryPath, workFolder } from "../run.fixture.ts";

const folder = workFolder();
afterAll(folder.remove);

/** The built command in a process of its own, as a user starts it. */
function start(...args: readonly string[]) {
  const command = [repositoryPath("apps/cli/bin/materbone.js"), "serve", "--no-open", "--data", folder.path, ...args];
  const child = spawn(process.execPath, command, { stdio: ["ignore", "pipe", "pipe"] });
  let told = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (told += text));
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  const address = async (): Promise<string> => {
    for (;;) {
      const found = /http:\/\/\S+key=\S+/.exec(told)?.[0];
      if (found !== undefined) return found;
      await Promise.race([new Promise((resume) => child.stdout.once("data", resume)), ended]);
      if (child.exitCode !== null) throw new Error(told);
    }
  };
  return { child, ended, address, told: () => told };
}

describe("serve", () => {
  it("starts the workbench, passes a signal on and ends as it ends", async () => {
    const { child, ended, address, told } = start("--port", "0", "--lang", "zh");
    const response = await fetch(await address(), { redirect: "manual" });
    expect(response.status).toBe(303);
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
    expect(told()).toContain("已停止。");
  });

  it("gives the exit code of the workbench", async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
    const place = taken.address();
    const port = typeof place === "object" && place !== null ? place.port : 0;
    try {
      const { ended, told } = start("--port", String(port), "--lang", "en");
      expect(await ended).toBe(3);
      expect(told()).toBe(`Port ${port} is taken. Choose another with --port, or leave it out to get a free one.\n`);
    } finally {
      taken.close();
    }
    const unreadable = start("--port", "many");
    expect(await unreadable.ended).toBe(2);
  });
});
