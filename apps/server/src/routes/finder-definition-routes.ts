import { createTerms, localText, say } from "@materbone/clinical";
import type { ChangedOwn } from "@materbone/exchange";
import {
  type CohortDefinition,
  presetDefinition,
  presetDefinitions,
  readDefinition,
  resolveDefinition,
  sayDefinition,
} from "@materbone/finder";
import * as z from "zod";
import type { AppOptions } from "../app-options.ts";
import type { AppContext } from "../environment.ts";
import type { FinderAnswers } from "../finder/finder-answers.ts";
import {
  definitionHash,
  definitionProblems,
  exchange,
  ownDefinition,
  ownDefinitionsFolder,
} from "../finder/finder-data.ts";
import { languageOf } from "../language-of.ts";
import { type Api, addOperation } from "../operation.ts";
import { sayOtherId } from "../problems/problem-words.ts";
import { Refusal } from "../problems/refusal.ts";
import { readSmall } from "./parts.ts";

const ofDefinition = { definition: z.string().min(1).max(100) };

/** Definitions: those that ship, and those that somebody keeps here; shipped ones are never changed. */
export function addFinderDefinitionRoutes(api: Api, { dataFolder }: AppOptions): void {
  addOperation(
    api,
    {
      id: "listFinderDefinitions",
      method: "get",
      path: "/api/finder/definitions",
      group: "finder",
      says: {
        en: "The definitions that ship with Materbone, and those kept here",
        zh: "Materbone 的内置定义及本机保存的自定义定义",
      },
      params: {},
      answer: "FinderDefinitions",
    },
    async ({ c }) => {
      const { listOwnDefinitions } = await exchange();
      const own = await listOwnDefinitions(await ownDefinitionsFolder(dataFolder));
      const listed = ({ id, version, name }: CohortDefinition) => ({
        id,
        version,
        name: localText(name, languageOf(c)),
      });
      return {
        definitions: [
          ...presetDefinitions.map((definition) => ({ ...listed(definition), own: false, damaged: false })),
          ...own.map((one) =>
            one.kind === "read"
              ? { ...listed(one.definition), own: true, damaged: false }
              : { id: one.id, version: "", name: one.id, own: true, damaged: true },
          ),
        ],
      };
    },
  );
  addOperation(
    api,
    {
      id: "readFinderDefinition",
      method: "get",
      path: "/api/finder/definitions/{definition}",
      group: "finder",
      says: { en: "A definition, and what it says", zh: "一项定义及其文字说明" },
      params: ofDefinition,
      answer: "FinderDefinition",
    },
    async ({ c, params }) => {
      const preset = presetDefinition(params.definition);
      if (preset !== undefined) return readAnswer(c, preset);
      const own = await ownDefinition(dataFolder, params.definition);
      const { state } = own;
      if (own.kind === "read") return { ...readAnswer(c, own.definition), state };
      return { kind: "refused", problems: definitionProblems(c, own.problems), state, text: own.text };
    },
  );
  addOperation(
    api,
    {
      id: "checkFinderDefinition",
      method: "post",
      path: "/api/finder/definitions/check",
      group: "finder",
      says: {
        en: "Check a definition: what it says, or every problem with its place",
        zh: "检查一项定义：返回其文字说明，或全部问题及其位置",
      },
      params: {},
      body: "FinderDefinitionDraft",
      answer: "FinderDefinition",
    },
    async ({ c }) => {
      const read = readDefinition((await readSmall(c, "FinderDefinitionDraft")).definition);
      return read.kind === "read"
        ? readAnswer(c, read.definition)
        : { kind: "refused", problems: definitionProblems(c, read.problems) };
    },
  );
  addOperation(
    api,
    {
      id: "keepFinderDefinition",
      method: "put",
      path: "/api/finder/definitions/{definition}",
      group: "finder",
      says: {
        en: "Keep a definition of one's own under its id. `from` names the state it was made from; without it, it is new",
        zh: "以编号保存自定义定义。from 为修改所依据的状态；省略则为新定义",
      },
      params: ofDefinition,
      body: "FinderDefinitionKept",
      answer: "FinderDefinition",
    },
    async ({ c, params }) => {
      const { definition: given, from } = await readSmall(c, "FinderDefinitionKept");
      const read = readDefinition(given);
      if (read.kind === "refused") {
        const problems = definitionProblems(c, read.problems, "/definition");
        throw new Refusal("invalid-record", { count: problems.length }, { problems });
      }
      const { definition } = read;
      notShipped(definition.id);
      if (definition.id !== params.definition) throw otherId(c, params.definition);
      const { saveOwnDefinition } = await exchange();
      const state = stateAfter(await saveOwnDefinition(await ownDefinitionsFolder(dataFolder), definition, from));
      return { ...readAnswer(c, definition), ...(state === undefined ? {} : { state }) };
    },
  );
  addOperation(
    api,
    {
      id: "deleteFinderDefinition",
      method: "delete",
      path: "/api/finder/definitions/{definition}",
      group: "finder",
      says: {
        en: "Delete a definition of one's own in the state that `from` names; runs keep theirs",
        zh: "删除处于 from 所示状态的自定义定义；已有运行记录保留其定义",
      },
      params: ofDefinition,
      query: { from: z.string().min(1).max(100) },
      answer: "nothing",
    },
    async ({ params, query }) => {
      notShipped(params.definition);
      await ownDefinition(dataFolder, params.definition);
      const { deleteOwnDefinition } = await exchange();
      const folder = await ownDefinitionsFolder(dataFolder);
      stateAfter(await deleteOwnDefinition(folder, params.definition, query.from));
      return undefined;
    },
  );
}

function readAnswer(
  c: AppContext,
  definition: CohortDefinition,
): Extract<FinderAnswers["FinderDefinition"], { kind: "read" }> {
  return {
    kind: "read",
    definition,
    hash: definitionHash(resolveDefinition(definition)),
    said: sayDefinition(definition, languageOf(c)),
  };
}

function notShipped(id: string): void {
  if (presetDefinition(id) !== undefined) throw new Refusal("definition-shipped", { id });
}

function otherId(c: AppContext, id: string): Refusal {
  const detail = say(sayOtherId, { id }, createTerms(languageOf(c)));
  return new Refusal("invalid-request", {}, { problems: [{ pointer: "/definition/id", detail }] });
}

function stateAfter(changed: ChangedOwn): string | undefined {
  if (changed.kind === "done") return changed.state;
  const { state } = changed;
  throw new Refusal("definition-changed", {}, { extras: state === undefined ? {} : { state } });
}
