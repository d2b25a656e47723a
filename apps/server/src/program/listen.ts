import { createServer, type RequestListener, type Server } from "node:http";

/** This machine only; other machines cannot reach the address. */
const LOOPBACK = "127.0.0.1";

/** The port without `--port`, and how many after it are tried. */
const USUAL_PORT = 4780;
const TRIES = 50;

const SECOND = 1000;

export type Listening = { readonly server: Server; readonly port: number };

/**
 * Listens on the loopback address. Requests are answered by what `answer` makes once the port is known.
 *
 * @param asked - the port wanted; 0 = any free one; absent = the usual one or the next that is free
 * @throws the error of the system when no port can be had, such as EADDRINUSE for the port asked for
 */
export async function listen(asked: number | undefined, answer: (port: number) => RequestListener): Promise<Listening> {
  const first = asked ?? USUAL_PORT;
  const last = asked === undefined ? USUAL_PORT + TRIES : first;
  for (let port = first; ; port++) {
    try {
      const server = await listenOn(port);
      const address = server.address();
      const bound = typeof address === "object" && address !== null ? address.port : port;
      server.on("request", answer(bound));
      return { server, port: bound };
    } catch (error) {
      if (port >= last || !isTaken(error)) throw error;
    }
  }
}

function listenOn(port: number): Promise<Server> {
  const server = createServer({
    // Room for an address with the ids of some hundred records; the rest of the headers is small.
    maxHeaderSize: 32 * 1024,
    headersTimeout: 15 * SECOND,
    requestTimeout: 120 * SECOND,
    keepAliveTimeout: 30 * SECOND,
  });
  server.maxHeadersCount = 100;
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host: LOOPBACK, port, exclusive: true }, () => {
      server.off("error", reject);
      resolve(server);
    });
  });
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "EADDRINUSE" || error.code === "EACCES");
}
