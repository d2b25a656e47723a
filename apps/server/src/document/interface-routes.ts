import type { AppOptions } from "../app-options.ts";
import { languageOf } from "../language-of.ts";
import { type Api, addOperation } from "../operation.ts";
import { freshNonce, plainPagePolicy } from "../security/answer-headers.ts";
import { interfaceDocument } from "./interface-document.ts";
import { interfacePage } from "./interface-page.ts";

/** The interface describes itself, for programs and for people. */
export function addInterfaceRoutes(api: Api, { program }: AppOptions): void {
  addOperation(
    api,
    {
      id: "readInterface",
      method: "get",
      path: "/api/openapi.json",
      group: "interface",
      says: { en: "This interface as an OpenAPI 3.1 document", zh: "本接口的 OpenAPI 3.1 文档" },
      params: {},
      answer: { media: ["application/json"] },
    },
    async ({ c }) => c.json(interfaceDocument(api, program.version, languageOf(c))),
  );
  addOperation(
    api,
    {
      id: "readInterfacePage",
      method: "get",
      path: "/api/docs",
      group: "interface",
      says: { en: "This interface as a page to read", zh: "本接口的说明页" },
      params: {},
      answer: { media: ["text/html"] },
    },
    async ({ c }) => {
      const nonce = freshNonce();
      const lang = languageOf(c);
      c.header("Content-Security-Policy", plainPagePolicy(nonce));
      return c.html(interfacePage(interfaceDocument(api, program.version, lang), lang, nonce));
    },
  );
}
