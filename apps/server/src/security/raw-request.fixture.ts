import { connect } from "node:net";

export type RawAnswer = { readonly status: number; readonly head: string; readonly body: string };

/**
 * Sends bytes to a port of this machine and reads until the other side closes: nothing between the test and the server
 * mends what a client library would.
 */
export function sendRaw(port: number, request: string | readonly (string | Uint8Array)[]): Promise<RawAnswer> {
  const pieces = typeof request === "string" ? [request] : request;
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect({ host: "127.0.0.1", port }, () => {
      for (const piece of pieces) socket.write(piece);
    });
    socket.on("data", (chunk) => chunks.push(chunk));
    // A server that refuses a body closes while more of it is sent.
    socket.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "ECONNRESET" && error.code !== "EPIPE") reject(error);
    });
    socket.on("close", () => resolve(parsed(Buffer.concat(chunks).toString("latin1"))));
  });
}

/** Lines of a request as they go over the wire. */
export function requestText(line: string, headers: Readonly<Record<string, string>>, body = ""): string {
  const lines = Object.entries({ connection: "close", ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${line} HTTP/1.1\r\n${lines.join("")}\r\n${body}`;
}

function parsed(answer: string): RawAnswer {
  const end = answer.indexOf("\r\n\r\n");
  const head = end < 0 ? answer : answer.slice(0, end);
  return {
    status: Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0),
    head,
    body: end < 0 ? "" : answer.slice(end + 4),
  };
}
