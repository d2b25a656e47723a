import { OpenAPIHono } from "@hono/zod-openapi";
import type { AppOptions } from "./app-options.ts";
import { addInterfaceRoutes } from "./document/interface-routes.ts";
import type { AppContext, Environment } from "./environment.ts";
import { languageOf, termsOf } from "./language-of.ts";
import type { Api } from "./operation.ts";
import { answerProblem } from "./problems/answer-problem.ts";
import { Refusal } from "./problems/refusal.ts";
import { refusalOf } from "./problems/refusal-of.ts";
import { unknownAddress } from "./problems/unknown-address.ts";
import { addCaseRoutes } from "./routes/case-routes.ts";
import { addDocumentRoutes } from "./routes/document-routes.ts";
import { addDraftRoutes } from "./routes/draft-routes.ts";
import { addExportRoutes } from "./routes/export-routes.ts";
import { addFinderRoutes } from "./routes/finder-routes.ts";
import { addLiteratureRoutes } from "./routes/literature-routes.ts";
import { addRegistryRoutes } from "./routes/registry-routes.ts";
import { addSeriesRoutes } from "./routes/series-routes.ts";
import { addCommonHeaders } from "./security/answer-headers.ts";
import { guardContentType, guardRequest, isSignedIn } from "./security/guard.ts";
import { signIn, signInPage } from "./security/sign-in.ts";
import { addStaticRoutes } from "./static/static-routes.ts";

/** The whole server but its socket: answers one request at a time from the parts it is given. */
export function createApp(options: AppOptions): Api {
  const api: Api = new OpenAPIHono<Environment>();
  api.use(async (c, next) => {
    await next();
    addCommonHeaders(c);
  });
  api.use(async (c, next) => {
    guardRequest(c, options.port);
    const isInterface = c.req.path === "/api" || c.req.path.startsWith("/api/");
    const key = isInterface ? undefined : c.req.query("key");
    if (key !== undefined && options.keys.redeem(key)) return signIn(c, options);
    if (!isSignedIn(c, options)) {
      if (isInterface) throw new Refusal("not-signed-in", {});
      return signInPage(c);
    }
    guardContentType(c);
    return next();
  });
  addRegistryRoutes(api, options);
  addSeriesRoutes(api, options);
  addCaseRoutes(api, options);
  addLiteratureRoutes(api, options);
  addDocumentRoutes(api, options);
  addDraftRoutes(api, options);
  addExportRoutes(api, options);
  addFinderRoutes(api, options);
  addInterfaceRoutes(api, options);
  addStaticRoutes(api, options);
  api.notFound((c) => answer(c, unknownAddress(c, api)));
  api.onError((error, c) => answerError(error, c, options));
  return api;
}

function answer(c: AppContext, refusal: Refusal): Response {
  return answerProblem(refusal, languageOf(c), c.req.path);
}

async function answerError(error: Error, c: AppContext, options: AppOptions): Promise<Response> {
  const known = await refusalOf(error, options.registry, c.get("sent"), termsOf(c)).catch(() => undefined);
  if (known !== undefined) return answer(c, known);
  // Who asked has left and long work was stopped: no fault, and nobody reads the answer.
  if (c.req.raw.signal.aborted) return answer(c, new Refusal("internal", {}));
  options.log(`${options.now().toISOString()} ${c.req.method} ${c.get("operation") ?? "?"} ${frames(error)}`);
  return answer(c, new Refusal("internal", {}));
}

/** Name of the error and where it arose. Its message may repeat what stood in a record, so it is left out. */
function frames(error: Error): string {
  const lines = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return [error.name, ...lines.slice(0, 8).map((line) => line.trim())].join(" | ");
}
