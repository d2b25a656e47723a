import type { AppContext } from "../environment.ts";
import type { Api } from "../operation.ts";
import { Refusal } from "./refusal.ts";

/** Why nothing answers: the interface has the address for other methods alone, or there is no such address. */
export function unknownAddress(c: AppContext, api: Pick<Api, "routes">): Refusal {
  const methods = api.routes
    .filter(({ method, path }) => method !== "ALL" && path.startsWith("/api/") && isMatch(path, c.req.path))
    .flatMap(({ method }) => (method === "GET" ? ["GET", "HEAD"] : [method]));
  if (methods.length === 0 || methods.includes(c.req.method)) return new Refusal("not-found", { what: "page" });
  return new Refusal("method-not-allowed", { allow: [...new Set(methods)] });
}

/** Segment by segment; one that begins with a colon stands for any text. */
function isMatch(route: string, path: string): boolean {
  const [wanted, given] = [route.split("/"), path.split("/")];
  if (wanted.length !== given.length) return false;
  return wanted.every((segment, position) =>
    segment.startsWith(":") ? given[position] !== "" : segment === given[position],
  );
}
