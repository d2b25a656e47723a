import { localText, type Terms } from "@materbone/clinical";
import type { ResolvedDefinition } from "../definition/definition-schema.ts";
import { CANDIDATE_NOTICE, EXPLANATION_WORDS, WORKLIST_WORDS, YES_NO_WORDS } from "./answer-words.ts";
import type { CriterionAnswer } from "./criterion-answer.ts";
import { evidenceRecords } from "./evidence-line.ts";
import type { DeliveryExplanation, WomanExplanation } from "./explain-woman.ts";
import { sayClock, sayEvidence, sayLeaf, sayLines, sayUnused } from "./say-answer.ts";
import { sayRange, sayWhen } from "./say-time.ts";

/** Why a woman is listed, or why not: every delivery with every criterion and its evidence. */
export function explanationText(explanation: WomanExplanation, definition: ResolvedDefinition, terms: Terms): string {
  const { candidate, deliveries } = explanation;
  const isZh = terms.lang === "zh";
  const name = candidate === undefined ? "" : localText(candidate.tierName, terms.lang);
  const certainty = terms.text(candidate?.isCertain === true ? WORKLIST_WORDS.certain : WORKLIST_WORDS.possible);
  const verdict =
    candidate === undefined
      ? terms.text(EXPLANATION_WORDS.notListed)
      : `${terms.text(EXPLANATION_WORDS.listed)}${isZh ? "：" : ": "}${name} (${certainty})`;
  const lines = [
    verdict,
    terms.text(CANDIDATE_NOTICE),
    ...(deliveries.length === 0 ? [terms.text(EXPLANATION_WORDS.noDelivery)] : []),
    ...deliveries.flatMap((delivery) => ["", ...deliveryText(delivery, definition, terms)]),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

function deliveryText(delivery: DeliveryExplanation, definition: ResolvedDefinition, terms: Terms): readonly string[] {
  const { number, when, reference, ageYears, isOfAge, evidence, unused, exclusions, tiers, clock } = delivery;
  const colon = terms.lang === "zh" ? "：" : ": ";
  const age = ageYears === undefined ? terms.text(WORKLIST_WORDS.ageUnknown) : sayRange(ageYears);
  const head = `${terms.text(WORKLIST_WORDS.delivery)} ${number}${colon}${sayWhen(when, terms)} [${reference}]; ${terms.text(WORKLIST_WORDS.age)}${colon}${age}`;
  if (isOfAge === "no") return [head, `  ${terms.text(EXPLANATION_WORDS.otherAge)}`];
  const block = (title: string, items: readonly string[]): readonly string[] =>
    items.length === 0 ? [] : [`  ${title}`, ...items.map((item) => `    ${item}`)];
  const criteria = (
    of: readonly { readonly name: DeliveryExplanation["tiers"][number]["name"]; readonly answer: CriterionAnswer }[],
  ) =>
    of.flatMap(({ name, answer }) => [
      `${terms.text(YES_NO_WORDS[answer.answer])}${colon}${localText(name, terms.lang)}`,
      ...criterionText(answer, definition, terms, 1),
    ]);
  return [
    head,
    ...block(terms.text(EXPLANATION_WORDS.tiers), criteria(tiers)),
    ...block(
      terms.text(EXPLANATION_WORDS.exclusions),
      criteria(exclusions.filter(({ effect }) => effect === "exclude")),
    ),
    ...block(terms.text(EXPLANATION_WORDS.flags), criteria(exclusions.filter(({ effect }) => effect === "flag"))),
    ...block(
      terms.text(EXPLANATION_WORDS.evidence),
      evidenceRecords(evidence).map(
        (record) => `${sayLines(record)}  ${sayEvidence(record.line, definition, when, terms, record.beside)}`,
      ),
    ),
    ...block(
      terms.text(WORKLIST_WORDS.unused),
      unused.map((value) => sayUnused(value, definition, when, terms)),
    ),
    ...block(
      terms.text(WORKLIST_WORDS.clock),
      clock.map((reading) => sayClock(reading, when, terms)),
    ),
  ];
}

/** The tree below an answer, two blanks deeper for each level. */
function criterionText(
  answer: CriterionAnswer,
  definition: ResolvedDefinition,
  terms: Terms,
  depth: number,
): readonly string[] {
  const indent = "  ".repeat(depth);
  const said = `${indent}${terms.text(YES_NO_WORDS[answer.answer])}${terms.lang === "zh" ? "：" : ": "}`;
  if (answer.kind === "event") return [`${said}${sayLeaf({ ...answer, answer: "yes" }, definition, terms)}`];
  const parts = answer.kind === "not" ? [answer.of] : answer.of;
  const count = answer.kind === "atLeast" ? ` ${answer.atLeast}` : "";
  return [
    `${said}${terms.text(EXPLANATION_WORDS[answer.kind])}${count}`,
    ...parts.flatMap((part) => criterionText(part, definition, terms, depth + 1)),
  ];
}
