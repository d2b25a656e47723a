import { spawn } from "node:child_process";
import { mkdir, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "./api.fixture.ts";

const PROGRAM = fileURLToPath(new URL("../bin/materbone-server.js", import.meta.url));
const folder = await temporaryFolder();
afterAll(() => folder.remove());

/** The built program in a process of its own. */
function start(...args: readonly string[]) {
  const child = spawn(process.execPath, [PROGRAM, "--no-open", ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH: process.env.PATH, HOME: folder.path },
  });
  const told = { out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (text) => {
    told.out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    told.err += text;
  });
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  const address = async (): Promise<URL> => {
    while (!told.out.includes("key=")) {
      await Promise.race([new Promise((resume) => child.stdout.once("data", resume)), ended]);
      if (child.exitCode !== null) throw new Error(told.err);
    }
    return new URL(/http:\/\/\S+/.exec(told.out)?.[0] ?? "");
  };
  return { child, told, ended, address };
}

async function ask(address: URL, method: string, path: string, body?: object): Promise<Response> {
  return fetch(new URL(path, address), {
    method,
    headers: { authorization: `Bearer ${address.searchParams.get("key")}`, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

describe("the program", () => {
  it("keeps what was saved over a stop and a start, with another key", async () => {
    const data = join(folder.path, "data");
    const first = start("--port", "0", "--data", data, "--lang", "en");
    const address = await first.address();
    expect((await ask(address, "POST", "/api/examples/qingdao-2016-2019")).status).toBe(200);
    expect(((await stat(data)).mode & 0o077) + ((await stat(join(data, "materbone.sqlite"))).mode & 0o077)).toBe(0);
    first.child.kill("SIGINT");
    first.child.kill("SIGINT");
    expect(await first.ended).toBe(0);
    expect(first.told.out).toContain("Stopped. Everything saved is on the disk.");
    expect(first.told.err).toBe("");

    const second = start("--port", "0", "--data", data, "--lang", "zh");
    const again = await second.address();
    expect(again.searchParams.get("key")).not.toBe(address.searchParams.get("key"));
    const { series } = (await (await ask(again, "GET", "/api/series")).json()) as { series: { id: string }[] };
    expect(series.map(({ id }) => id)).toEqual(["qingdao-2016-2019"]);
    second.child.kill("SIGTERM");
    expect(await second.ended).toBe(0);
  });

  it("listens on this machine's own address only", async () => {
    const { child, ended, address } = start("--port", "0", "--data", join(folder.path, "own"));
    const { port, hostname } = await address();
    expect(hostname).toBe("127.0.0.1");
    // Another loopback address is another interface as far as a socket is concerned.
    await expect(fetch(`http://127.0.0.2:${port}/`)).rejects.toThrow();
    child.kill("SIGTERM");
    await ended;
  });

  it("ends while an answer is under way, and while a connection is kept open", async () => {
    const { child, ended, address } = start("--port", "0", "--data", join(folder.path, "busy"));
    const place = await address();
    await ask(place, "POST", "/api/examples/varied-women");
    // The answer may be cut off before anyone waits for it.
    const report = ask(place, "GET", "/api/series/varied-women/report")
      .then((response) => response.text())
      .catch(() => "");
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
    expect(await report).toMatch(/^(<!doctype html>|$)/);
  });

  it("takes the next port when the usual one is taken, and refuses one that was asked for", async () => {
    const taken = createServer();
    const port = await new Promise<number>((resolve, reject) => {
      taken.once("error", reject);
      taken.listen(0, "127.0.0.1", () => {
        const place = taken.address();
        resolve(typeof place === "object" && place !== null ? place.port : 0);
      });
    });
    const asked = start("--port", String(port), "--data", join(folder.path, "port"), "--lang", "zh");
    expect(await asked.ended).toBe(3);
    expect(asked.told.err).toBe(`端口 ${port} 已被占用。请用 --port 另选，或省略以自动选择空闲端口。\n`);
    taken.close();
    const one = start("--data", join(folder.path, "one"));
    const two = start("--data", join(folder.path, "two"));
    const ports = [(await one.address()).port, (await two.address()).port];
    expect(new Set(ports).size).toBe(2);
    one.child.kill("SIGTERM");
    two.child.kill("SIGTERM");
    expect([await one.ended, await two.ended]).toEqual([0, 0]);
  });

  it("starts once on one data folder, says where it runs, and takes the folder over from one that was killed", async () => {
    const data = join(folder.path, "once");
    const first = start("--port", "0", "--data", data, "--lang", "en");
    const { origin } = await first.address();
    const second = start("--port", "0", "--data", data, "--lang", "en");
    expect(await second.ended).toBe(3);
    expect(second.told.out).toBe("");
    expect(second.told.err).toBe(
      `Materbone is running already on the data in ${data}. It runs on this computer at ${origin}/ (process ${first.child.pid}); its terminal shows the address with the key. Use that one, or stop it before you start another; --data chooses another folder.\n`,
    );
    const inChinese = start("--port", "0", "--data", data, "--lang", "zh");
    expect(await inChinese.ended).toBe(3);
    expect(inChinese.told.err).toContain(
      `已有一个 Materbone 正在使用 ${data} 中的数据。其地址为 ${origin}/（本机，进程`,
    );
    // The first one is none the worse for it.
    const examples = await ask(await first.address(), "GET", "/api/series");
    expect(examples.status).toBe(200);
    first.child.kill("SIGKILL");
    await first.ended;
    const third = start("--port", "0", "--data", data, "--lang", "en");
    await third.address();
    expect((await stat(join(data, "running.json"))).mode & 0o077).toBe(0);
    third.child.kill("SIGTERM");
    expect(await third.ended).toBe(0);
    expect(await stat(join(data, "running.json")).catch(() => "none")).toBe("none");
  });

  it("says why it cannot start, and leaves the file as it is", async () => {
    const data = join(folder.path, "foreign");
    await mkdir(data);
    await writeFile(join(data, "materbone.sqlite"), "a text and no database");
    const { told, ended } = start("--port", "0", "--data", data, "--lang", "zh");
    expect(await ended).toBe(3);
    expect(told).toEqual({ out: "", err: expect.stringContaining("不是 Materbone 数据库，文件保持原样。") });
    const unreadable = start("--port", "many", "--lang", "en");
    expect(await unreadable.ended).toBe(2);
    expect(unreadable.told.err).toBe("This cannot be read: --port many. See --help.\n");
  });

  it("shows its options in either language", async () => {
    const { told, ended } = start("--help", "--lang", "zh");
    expect(await ended).toBe(0);
    expect(told.out).toMatch(/用法：[\s\S]*--port[\s\S]*--data[\s\S]*--no-open/);
  });
});
