import { createTerms, type Lang, type Phrase, say } from "@materbone/clinical";
import { type ProblemFacts, type ProblemKind, problemWords } from "./problem-words.ts";
import type { Refusal } from "./refusal.ts";

/** A refusal as problem details after RFC 9457, in one language. */
export function answerProblem(refusal: Refusal, lang: Lang, instance: string): Response {
  const terms = createTerms(lang);
  const words = problemWords[refusal.kind];
  const body = {
    type: `/problems/${refusal.kind}`,
    title: terms.text(words.title),
    status: words.status,
    detail: say(words.detail as Phrase<ProblemFacts[ProblemKind]>, refusal.facts, terms),
    instance,
    ...(refusal.problems === undefined ? {} : { problems: refusal.problems }),
    ...refusal.extras,
  };
  return new Response(JSON.stringify(body), {
    status: words.status,
    headers: {
      "content-type": "application/problem+json; charset=utf-8",
      "content-language": lang,
      ...("allow" in refusal.facts ? { allow: refusal.facts.allow.join(", ") } : {}),
    },
  });
}
