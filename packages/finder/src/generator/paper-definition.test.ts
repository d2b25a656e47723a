import { describe, expect, it } from "vitest";
import { conceptLibrary } from "../definition/concept-library.ts";
import type { ResolvedDefinition } from "../definition/definition-schema.ts";
import { presetDefinition } from "../definition/presets.ts";
import { compileQuery } from "../evaluate/compile-query.ts";
import type { Row } from "../ir/relation.ts";
import { planDefinition } from "../plan/plan-definition.ts";
import { type ScoredCandidate, score } from "../score/score.ts";
import { answerKey } from "./answer-key.ts";
import { birthDays } from "./event-batches.ts";
import { conceptOf } from "./knowledge.ts";
import { makePerson } from "./make-person.ts";
import { ancestorRows, OMOP_CODES } from "./omop-vocabulary.ts";
import { emptyDraft, type PersonDraft } from "./person-draft.ts";
import { dayText, sourceId } from "./person-text.ts";

// The answer key says which tier the shipped definition of the paper gives each planted person. The evaluator over one
// person's rows must find just that, from the codes that FHIR carries and from those that OMOP carries.

function resolved(id: string): ResolvedDefinition {
  const definition = presetDefinition(id);
  if (definition === undefined) throw new Error(`no definition ${id}`);
  const names = Object.values(definition.streams).flatMap(({ concepts }) => concepts);
  const sets = Object.fromEntries(
    names.map((name) => {
      const set = definition.concepts?.[name] ?? conceptLibrary.sets[name];
      if (set === undefined) throw new Error(`no concept set ${name}`);
      return [name, set];
    }),
  );
  return { ...definition, concepts: sets };
}

type Code = readonly [system: string, code: string];
const CODES = {
  fhir: (concept: number): readonly Code[] => conceptOf(concept).codings.map(({ system, code }) => [system, code]),
  omop: (concept: number): readonly Code[] => {
    const last = conceptOf(concept).codings.at(-1);
    const source: readonly Code[] = last === undefined ? [] : [[last.system, last.code]];
    const standard = OMOP_CODES[concept]?.concept ?? 0;
    return standard === 0 ? source : [["OMOP", String(standard)], ...source];
  },
} as const;

const ancestor: readonly Row[] = ancestorRows().map((row) => {
  const [above = "", below = ""] = row.split(",");
  return { system: "OMOP", ancestor_code: above, descendant_code: below };
});

function rowsOf(draft: PersonDraft, format: keyof typeof CODES) {
  const { low, high } = birthDays(draft);
  const person: Row = {
    person_id: draft.number,
    source_id: sourceId(draft.number),
    sex: draft.sex ?? null,
    birth_low: dayText(low),
    birth_high: dayText(high),
    source_ref: `Patient/${draft.number}`,
  };
  const event: Row[] = [];
  for (let i = 0; i < draft.length; i++) {
    const unit = draft.unit[i] as number;
    const concept = conceptOf(draft.concept[i] as number);
    const date = dayText(draft.day[i] as number);
    for (const [system, code] of CODES[format](draft.concept[i] as number)) {
      event.push({
        person_id: draft.number,
        kind: concept.kind,
        system,
        code,
        date_low: date,
        date_high: date,
        value: unit < 0 ? null : (draft.value[i] as number),
        unit: unit < 0 ? null : (concept.units?.[unit] ?? null),
        site: null,
        source_ref: `event/${i}`,
      });
    }
  }
  return { person: [person], event, ancestor: format === "omop" ? ancestor : [] };
}

const SIZE = { seed: 1, persons: 1000 } as const;
const definition = resolved("paper");
const evaluate = compileQuery(planDefinition(definition));

describe.each(["fhir", "omop"] as const)("the definition of the paper over the codes of %s", (format) => {
  const candidates: ScoredCandidate[] = [];
  const flags = new Map<string, string[]>();
  const draft = emptyDraft();
  for (let number = 1; number <= SIZE.persons; number++) {
    makePerson(SIZE.seed, number, draft);
    const id = sourceId(number);
    for (const row of evaluate(rowsOf(draft, format))) {
      if (row.part === "candidate") {
        candidates.push({
          sourceId: id,
          tier: String(row.item),
          deliveryLow: String(row.delivery_low),
          deliveryHigh: String(row.delivery_high),
        });
      }
      if (row.part === "flag") flags.set(id, [...(flags.get(id) ?? []), String(row.item)]);
    }
  }
  const key = [...answerKey(SIZE)];

  it("gives every person of the key the tier, the flags and the delivery that the key says", () => {
    const wrong = key.flatMap((entry) => {
      const rows = candidates.filter((row) => row.sourceId === entry.sourceId);
      const tiers = rows.map(({ tier }) => tier);
      const told = `${entry.sourceId} ${entry.story}: ${tiers.join()} ${(flags.get(entry.sourceId) ?? []).join()}`;
      const isRight =
        tiers.join() === (entry.tier ?? "") && (entry.tier === null || rows[0]?.deliveryLow === entry.delivery);
      const hasFlags = entry.tier === null || entry.flags.every((flag) => flags.get(entry.sourceId)?.includes(flag));
      return isRight && hasFlags ? [] : [told];
    });
    expect(wrong).toEqual([]);
  });

  it("finds every PLO woman, and no one who lives no story", () => {
    const result = score(candidates, key);
    expect(result.sensitivity).toMatchObject({ estimate: 1 });
    expect(result.wrongDelivery).toEqual([]);
    expect(result.falseCandidates.filter(({ story }) => story === null)).toEqual([]);
    // Three kinds of near miss look like PLO to the codes; their readers see the difference.
    expect(new Set(result.falseCandidates.map(({ story }) => story))).toEqual(
      new Set(["near-heparin", "near-glucocorticoid", "near-t-as-z"]),
    );
  });
});

it("every tier and flag of a story is one of the definition", () => {
  const tiers = new Set(definition.tiers.map(({ id }) => id));
  const exclusions = new Set(definition.exclusions.map(({ id }) => id));
  for (const { tier, flags } of answerKey({ seed: 1, persons: 200 })) {
    if (tier !== null) expect(tiers).toContain(tier);
    for (const flag of flags) expect(exclusions).toContain(flag);
  }
});
