import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openMemoryRegistry, type Registry } from "@materbone/registry";
import { EXAMPLES_FOLDER, SECRET, temporaryFolder } from "../api.fixture.ts";
import { createApp } from "../app.ts";
import { type Listening, listen } from "../program/listen.ts";
import { requestListener } from "../program/request-listener.ts";
import { createLaunchKeys, type LaunchKeys } from "./launch-keys.ts";
import { type RawAnswer, requestText, sendRaw } from "./raw-request.fixture.ts";

const PAGE = '<!doctype html><meta name="csp-nonce" content="__CSP_NONCE__"><title>Materbone</title>';
/** What stands in a file beside the folder of the pages. */
export const OUTSIDE = "what stands outside the folder of the pages";

/** A server on a real socket with the example series, its own folders and everything it logged. */
export type SocketServer = {
  readonly registry: Registry;
  readonly keys: LaunchKeys;
  readonly logged: string[];
  readonly port: number;
  /** Address and port, as a browser names them. */
  readonly own: string;
  /** A signed-in request; a header of `undefined` is left out. */
  readonly send: (
    line: string,
    headers?: Readonly<Record<string, string | undefined>>,
    body?: string,
  ) => Promise<RawAnswer>;
  readonly author: () => Promise<string>;
  readonly close: () => Promise<void>;
};

export async function openSocketServer(): Promise<SocketServer> {
  const logged: string[] = [];
  const folder = await temporaryFolder();
  const keys = createLaunchKeys(SECRET);
  const registry = openMemoryRegistry();
  const webFolder = join(folder.path, "web");
  await mkdir(join(webFolder, "assets"), { recursive: true });
  await writeFile(join(webFolder, "index.html"), PAGE);
  await writeFile(join(webFolder, "assets", "index-abcd1234.js"), "export {};");
  await writeFile(join(folder.path, "outside.txt"), OUTSIDE);
  const listening: Listening = await listen(0, (port) => {
    const app = createApp({
      registry,
      keys,
      port,
      program: { name: "Materbone", version: "0.0.0" },
      dataFolder: folder.path,
      integrity: "ok",
      webFolder,
      examplesFolder: EXAMPLES_FOLDER,
      now: () => new Date(),
      log: (line) => logged.push(line),
    });
    return requestListener(app).listener;
  });
  const own = `127.0.0.1:${listening.port}`;
  const send: SocketServer["send"] = (line, headers = {}, body = "") => {
    const length =
      body === "" ? {} : { "content-length": String(Buffer.byteLength(body)), "content-type": "application/json" };
    const all = { host: own, authorization: `Bearer ${SECRET}`, ...length, ...headers };
    const given = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
    return sendRaw(listening.port, requestText(line, Object.fromEntries(given), body));
  };
  await send("POST /api/examples/qingdao-2016-2019");
  return {
    registry,
    keys,
    logged,
    port: listening.port,
    own,
    send,
    author: async () => (await registry.readSettings()).author,
    close: async () => {
      listening.server.closeAllConnections();
      await new Promise((done) => listening.server.close(done));
      await folder.remove();
    },
  };
}
