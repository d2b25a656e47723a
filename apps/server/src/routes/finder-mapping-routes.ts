import { lstat, stat } from "node:fs/promises";
import { join } from "node:path";
import { type Mapping, mappingYaml, readMapping, sayMappingMistake } from "@materbone/finder";
import * as z from "zod";
import type { AppOptions } from "../app-options.ts";
import type { AppContext } from "../environment.ts";
import type { FinderAnswers } from "../finder/finder-answers.ts";
import { exchange, finderFolder, localPath } from "../finder/finder-data.ts";
import { termsOf } from "../language-of.ts";
import { type Api, addOperation } from "../operation.ts";
import { Refusal } from "../problems/refusal.ts";
import { readSmall } from "./parts.ts";

const ofMapping = { mapping: z.string().min(1).max(100) };

/** Name of a mapping that is written beside the data. */
const BESIDE = "materbone-mapping.yaml";

/** What the tables at a path look like, and mappings that say what they mean. */
export function addFinderMappingRoutes(api: Api, { dataFolder }: AppOptions): void {
  const stored = async () => (await exchange()).storedMappings(finderFolder(dataFolder));
  addOperation(
    api,
    {
      id: "readFinderTables",
      method: "post",
      path: "/api/finder/tables",
      group: "finder",
      says: {
        en: "Headings and first rows of the tables at a path, and the mapping beside them",
        zh: "路径下各表格的表头与前若干行，以及其旁的映射",
      },
      params: {},
      body: "FinderPath",
      answer: "FinderTables",
    },
    async ({ c }) => tablesAt(c, localPath((await readSmall(c, "FinderPath")).path)),
  );
  addOperation(
    api,
    {
      id: "listFinderMappings",
      method: "get",
      path: "/api/finder/mappings",
      group: "finder",
      says: { en: "Mappings that are kept under a name", zh: "已命名保存的映射" },
      params: {},
      answer: "FinderMappings",
    },
    async () => ({ mappings: await (await stored()).list() }),
  );
  addOperation(
    api,
    {
      id: "readFinderMapping",
      method: "get",
      path: "/api/finder/mappings/{mapping}",
      group: "finder",
      says: { en: "A mapping that is kept under a name", zh: "一份已命名保存的映射" },
      params: ofMapping,
      answer: "FinderMapping",
    },
    async ({ c, params }) => {
      const kept = await (await stored()).read(params.mapping);
      if (kept === undefined) throw new Refusal("not-found", { what: "mapping" });
      return { name: params.mapping, state: kept.state, ...(await documentOf(c, () => kept.text)) };
    },
  );
  addOperation(
    api,
    {
      id: "saveFinderMapping",
      method: "put",
      path: "/api/finder/mappings/{mapping}",
      group: "finder",
      says: {
        en: "Keep a mapping under a name, for the next export of the same system. `from` names the state it was made from; without it, it is new",
        zh: "以名称保存映射，供同一系统的下次导出使用。from 为修改所依据的状态；省略则为新映射",
      },
      params: ofMapping,
      body: "FinderMappingDraft",
      answer: "nothing",
    },
    async ({ c, params }) => {
      const { mapping, from } = await readSmall(c, "FinderMappingDraft");
      const read = mappingOf(c, mapping);
      const { isMappingName } = await exchange();
      if (!isMappingName(params.mapping)) throw new Refusal("mapping-name", {});
      const saved = await (await stored()).save(params.mapping, mappingYaml(read), from);
      if (saved.kind === "done") return undefined;
      const extras = saved.state === undefined ? {} : { state: saved.state };
      throw new Refusal(from === undefined ? "mapping-exists" : "mapping-changed", {}, { extras });
    },
  );
  addOperation(
    api,
    {
      id: "deleteFinderMapping",
      method: "delete",
      path: "/api/finder/mappings/{mapping}",
      group: "finder",
      says: {
        en: "Delete a mapping that is kept under a name, in the state that `from` names",
        zh: "删除处于 from 所示状态的已命名映射",
      },
      params: ofMapping,
      query: { from: z.string().min(1).max(100) },
      answer: "nothing",
    },
    async ({ params, query }) => {
      const removed = await (await stored()).remove(params.mapping, query.from);
      if (removed === undefined) throw new Refusal("not-found", { what: "mapping" });
      if (removed.kind === "done") return undefined;
      throw new Refusal("mapping-changed", {}, { extras: removed.state === undefined ? {} : { state: removed.state } });
    },
  );
  addOperation(
    api,
    {
      id: "writeFinderMapping",
      method: "post",
      path: "/api/finder/mapping-file",
      group: "finder",
      says: {
        en: "Write a mapping as a file beside the tables. `from` names the state of the one that it replaces; without it, it is new",
        zh: "将映射写入表格所在文件夹。from 为所替换映射的状态；省略则为新映射",
      },
      params: {},
      body: "FinderMappingBeside",
      answer: "FinderMappingFile",
      status: 201,
    },
    async ({ c }) => {
      const { path, mapping, from } = await readSmall(c, "FinderMappingBeside");
      const read = mappingOf(c, mapping);
      const target = await besideFile(localPath(path));
      const { changeKept, stateOf, writeWhole } = await exchange();
      const yaml = mappingYaml(read);
      const written = await changeKept(target, from, async () => {
        await writeWhole(target, yaml);
        return yaml;
      }).catch(() => {
        throw new Refusal("mapping-not-written", {});
      });
      if (written.kind === "done") return { path: target, state: stateOf(yaml) };
      const extras = written.state === undefined ? {} : { state: written.state };
      throw new Refusal(from === undefined ? "mapping-exists" : "mapping-changed", {}, { extras });
    },
  );
}

async function tablesAt(c: AppContext, path: string): Promise<FinderAnswers["FinderTables"]> {
  const { mappingText, sayRefusal, stateOf, tableHeads } = await exchange();
  try {
    const { tables, mappings } = await tableHeads(path);
    const isFolder = (await stat(path)).isDirectory();
    const [mapping] = mappings;
    if (mapping === undefined || mappings.length > 1) return { kind: "read", isFolder, tables };
    let state: string | undefined;
    const read = await documentOf(c, async () => {
      const text = await mappingText(mapping);
      if (mapping.entry === undefined) state = stateOf(text);
      return text;
    });
    const own = state === undefined ? {} : { state };
    return { kind: "read", isFolder, tables, mapping: { name: mapping.name, ...own, ...read } };
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    const why = isMissing ? "notThere" : "notReadable";
    return { kind: "refused", why, said: sayRefusal({ kind: why }, termsOf(c)) };
  }
}

/** What a YAML text stands for, or why it is none or was not read. */
async function documentOf(
  c: AppContext,
  text: () => string | Promise<string>,
): Promise<{ readonly document: unknown } | { readonly said: string }> {
  const { ConversionError, sayConversionTrouble, yamlValue } = await exchange();
  try {
    return { document: yamlValue(await text()) };
  } catch (error) {
    if (!(error instanceof ConversionError)) throw error;
    return { said: sayConversionTrouble(error.trouble, termsOf(c)) };
  }
}

/** @throws Refusal with every mistake and its place */
function mappingOf(c: AppContext, document: unknown): Mapping {
  const read = readMapping(document);
  if (read.kind === "mapping") return read.mapping;
  const problems = read.mistakes.map((mistake) => ({
    pointer: mistake.at,
    detail: sayMappingMistake(mistake, termsOf(c)),
  }));
  throw new Refusal("invalid-record", { count: problems.length }, { problems });
}

/** The file that the mapping of a folder is, or would be. @throws Refusal */
async function besideFile(path: string): Promise<string> {
  const info = await stat(path).catch(() => undefined);
  if (info?.isDirectory() !== true) throw new Refusal("mapping-no-folder", {});
  const { mappings } = await (await exchange()).tableHeads(path, 0);
  const [there, second] = mappings;
  if (there === undefined) {
    const target = join(path, BESIDE);
    // A link that leads elsewhere is not listed, and is never replaced.
    if ((await lstat(target).catch(() => undefined))?.isSymbolicLink() === true)
      throw new Refusal("mapping-exists", {});
    return target;
  }
  if (second !== undefined || there.entry !== undefined) throw new Refusal("mapping-several", {});
  return there.path;
}
