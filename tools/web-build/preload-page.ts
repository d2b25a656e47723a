import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Plugin, Rolldown } from "vite";

type Chunk = Rolldown.OutputChunk;

/**
 * Lets the browser fetch the scripts of the page that an address leads to together with those of the application, instead of
 * only when the application runs and finds that it needs them.
 *
 * The addresses and their pages are read from the router itself, so that there is no second list of them to keep.
 *
 * @param router - path of the module that builds the route tree
 * @throws while building, when a route of the router has no page or its page no chunk
 */
export function preloadPage(router: string): Plugin {
  return {
    name: "materbone:preload-page",
    transformIndexHtml: {
      order: "post",
      handler: (html, { bundle }) => {
        if (bundle === undefined) return html;
        const chunks = Object.values(bundle).filter((output): output is Chunk => output.type === "chunk");
        const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
        const start = filesOf(chunks.find((chunk) => chunk.isEntry) ?? missing("entry"), byName);
        const pages = pagesOf(readFileSync(router, "utf8")).map(({ path, page }) => {
          const chunk = chunks.find(({ facadeModuleId }) => basename(facadeModuleId ?? "") === page) ?? missing(page);
          return { path, files: [...filesOf(chunk, byName)].filter((file) => !start.has(file)) };
        });
        // Before the style sheet, for which a script behind it would wait; behind the encoding, which has to come first.
        const at = html.indexOf("\n", html.indexOf("<meta charset"));
        return `${html.slice(0, at)}\n    <script nonce="__CSP_NONCE__">${script(pages)}</script>${html.slice(at)}`;
      },
    },
  };
}

type Page = { readonly path: string; readonly files: readonly string[] };

/** Every route with a path names its page in a dynamic import. */
function pagesOf(source: string): readonly { readonly path: string; readonly page: string }[] {
  return source
    .split("createRoute(")
    .slice(1)
    .map((route) => ({
      path: /\bpath: "([^"]+)"/.exec(route)?.[1] ?? missing("path"),
      page: /import\("[^"]*?([^/"]+\.tsx)"\)/.exec(route)?.[1] ?? missing("page"),
    }));
}

function filesOf(chunk: Chunk, byName: ReadonlyMap<string, Chunk>, into = new Set<string>()): ReadonlySet<string> {
  if (into.has(chunk.fileName)) return into;
  into.add(chunk.fileName);
  for (const name of chunk.imports) {
    const next = byName.get(name);
    if (next !== undefined) filesOf(next, byName, into);
  }
  return into;
}

function script(pages: readonly Page[]): string {
  const files = [...new Set(pages.flatMap((page) => page.files))];
  const table = pages.map(({ path, files: own }) => [
    `^${path.replaceAll(/\$\w+/g, "[^/]+")}/?$`,
    own.map((file) => files.indexOf(file)),
  ]);
  return `for(const[at,files]of ${JSON.stringify(table)})if(new RegExp(at).test(location.pathname))for(const n of files)document.head.append(Object.assign(document.createElement("link"),{rel:"modulepreload",href:"/"+${JSON.stringify(files)}[n]}))`;
}

function missing(what: string): never {
  throw new Error(`preload-page: the router or the build has no ${what}`);
}
