import type { RequestListener } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { Api } from "../operation.ts";

export type CountedListener = {
  readonly listener: RequestListener;
  /** Is a request being answered? */
  readonly isBusy: () => boolean;
};

/** Hands the requests of a socket to the application. */
export function requestListener(app: Api): CountedListener {
  const answer = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  let underWay = 0;
  return {
    listener: (request, response) => {
      underWay++;
      response.once("close", () => underWay--);
      void answer(request, response);
    },
    isBusy: () => underWay > 0,
  };
}
