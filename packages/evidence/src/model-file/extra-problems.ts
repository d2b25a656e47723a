import { nearest, type Problem } from "@materbone/clinical";
import type { ModelProblem } from "./evidence-problem.ts";
import { extraObjectSchema } from "./extras-schema.ts";

/** The keys of every analysis, by its kind. */
const KEYS_BY_KIND: ReadonlyMap<string, readonly string[]> = new Map(
  extraObjectSchema.options.map(({ shape }) => [shape.kind.value, Object.keys(shape)]),
);

const KINDS: readonly string[] = [...KEYS_BY_KIND.keys()];
const ALL_KEYS: readonly string[] = [...new Set([...KEYS_BY_KIND.values()].flat())];

/** Keys that other tools name an analysis by. */
const OTHER_KIND_KEYS: readonly string[] = ["name", "type", "analysis", "extra"];

/** One more slip than elsewhere: the words are few, and a guess is only a question. */
const MORE_SLIPS = 1;

/**
 * A problem with one of the analyses, told by the key or the word that is wrong and the nearest known; `undefined` when
 * the problem stands elsewhere or says it all.
 *
 * @param extras - the list of the model
 */
export function extraProblems(problem: Problem, extras: unknown): readonly ModelProblem[] | undefined {
  const [, place, key, deeper] = /^\/extras\/(\d+)\/([^/]+)(\/.*)?$/.exec(problem.at) ?? [];
  if (place === undefined || key === undefined || deeper !== undefined) return undefined;
  const extra: unknown = Array.isArray(extras) ? (extras as readonly unknown[])[Number(place)] : undefined;
  if (typeof extra !== "object" || extra === null) return undefined;
  const { kind } = extra as { readonly kind?: unknown };
  const at = `/extras/${place}`;
  if (key === "kind" && problem.kind === "notOneOf") {
    const word = typeof kind === "string" ? kind : "";
    return [
      { in: "model", at: problem.at, kind: "schema", problem: { ...problem, nearest: nearestWord(word, KINDS) } },
    ];
  }
  if (key === "kind" && problem.kind === "missing") {
    const wrong = Object.entries(extra)
      .filter(([name]) => !ALL_KEYS.includes(name))
      .map(([name, value]): ModelProblem & { readonly kind: "unknownField" } => ({
        in: "model",
        at: `${at}/${escaped(name)}`,
        kind: "unknownField",
        key: name,
        nearest: meansKind(name, value) ? "kind" : nearestWord(name, ALL_KEYS),
        known: [],
      }));
    const isTold = wrong.some((one) => one.nearest === "kind");
    return [...wrong, ...(isTold ? [] : [{ in: "model", at: problem.at, kind: "schema", problem } as const])];
  }
  if (problem.kind === "unknownKey") {
    const known = KEYS_BY_KIND.get(String(kind)) ?? ALL_KEYS;
    const near = nearestWord(problem.key, known);
    return [{ in: "model", at: problem.at, kind: "unknownField", key: problem.key, nearest: near, known }];
  }
  return undefined;
}

/** `{"name": "egger"}`, and `{"egger": {}}`. */
function meansKind(key: string, value: unknown): boolean {
  const isWord = typeof value === "string" && KINDS.includes(value);
  return isWord || KINDS.includes(key) || OTHER_KIND_KEYS.includes(key) || nearest(key, ["kind"]) !== undefined;
}

function nearestWord(word: string, known: readonly string[]): string | undefined {
  return nearest(word, known) ?? nearest(word, known, MORE_SLIPS);
}

function escaped(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
