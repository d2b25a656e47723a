import { createTerms, type LocalText, type Text } from "@materbone/clinical";
import type { ResolvedDefinition } from "../definition/definition-schema.ts";
import type { Answer, Candidate } from "./answer.ts";
import { CANDIDATE_NOTICE } from "./answer-words.ts";
import type { RunManifest } from "./run-manifest.ts";
import { saySettle, sayStage, sayStream, sayWhy } from "./say-answer.ts";
import type { ShownFunnel, ShownStage } from "./suppress-funnel.ts";

export const WORKLIST_SCHEMA = "materbone/worklist/1";

/** What a run of the finder gives: the answer, the funnel as far as it may be shown, and where both come from. */
export type Worklist = {
  readonly schema: typeof WORKLIST_SCHEMA;
  readonly notice: Text;
  readonly definition: { readonly id: string; readonly version: string; readonly name: LocalText };
  /** Names of the streams that evidence and clock speak of. */
  readonly streams: Readonly<Record<string, LocalText>>;
  readonly candidates: readonly (Candidate & {
    /** Reasons and open questions in words, as the other forms print them. */
    readonly said: { readonly why: BothLanguages; readonly settle: BothLanguages };
  })[];
  readonly funnel: {
    readonly smallCell: number;
    readonly stages: readonly (ShownStage & { readonly name: Text })[];
  };
  /** Absent where only the answer is compared, which must not depend on engine and time. */
  readonly run?: RunManifest;
};

type BothLanguages = { readonly en: readonly string[]; readonly zh: readonly string[] };

export function makeWorklist(
  answer: Answer,
  funnel: ShownFunnel,
  definition: ResolvedDefinition,
  run?: RunManifest,
): Worklist {
  const [en, zh] = [createTerms("en"), createTerms("zh")];
  const streams = Object.keys(definition.streams).sort();
  return {
    schema: WORKLIST_SCHEMA,
    notice: CANDIDATE_NOTICE,
    definition: { id: definition.id, version: definition.version, name: definition.name },
    streams: Object.fromEntries(
      streams.map((name) => [name, { en: sayStream(name, definition, en), zh: sayStream(name, definition, zh) }]),
    ),
    candidates: answer.candidates.map((candidate) => ({
      ...candidate,
      said: {
        why: { en: sayWhy(candidate, definition, en), zh: sayWhy(candidate, definition, zh) },
        settle: {
          en: candidate.settle.map((item) => saySettle(item, candidate, en)),
          zh: candidate.settle.map((item) => saySettle(item, candidate, zh)),
        },
      },
    })),
    funnel: {
      smallCell: funnel.smallCell,
      stages: funnel.stages.map((stage) => ({
        ...stage,
        name: { en: sayStage(stage.id, definition, en), zh: sayStage(stage.id, definition, zh) },
      })),
    },
    ...(run === undefined ? {} : { run }),
  };
}

/** First the worklist without its candidates, then one line per candidate. */
export function worklistNdjson({ candidates, ...head }: Worklist): string {
  const lines: readonly object[] = [
    { kind: "worklist", ...head },
    ...candidates.map((candidate) => ({ kind: "candidate", notice: head.notice, ...candidate })),
  ];
  return lines.map((line) => `${JSON.stringify(line)}\n`).join("");
}

export function worklistJson(worklist: Worklist): string {
  return `${JSON.stringify(worklist, null, 2)}\n`;
}
