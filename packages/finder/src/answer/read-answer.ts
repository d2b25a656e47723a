import type { ResolvedDefinition } from "../definition/definition-schema.ts";
import { compareTexts } from "../ir/compare-texts.ts";
import type { Row } from "../ir/relation.ts";
import type { Answer, Candidate, Flag } from "./answer.ts";
import { answerCriterion } from "./criterion-answer.ts";
import { completedYears, type DayRange } from "./day-range.ts";
import { readClock } from "./delay-clock.ts";
import { placedLines, rangeOf, whyUnused } from "./evidence-line.ts";
import { checkedRows, filled, type ResultRow } from "./result-rows.ts";
import { whatWouldSettle } from "./settle.ts";

/**
 * The worklist that the rows of `planDefinition` hold. Rows may come in any order: the answer is the same, to the byte.
 *
 * @throws TypeError when the rows have other columns or types, or do not belong to this definition; never with a person's data
 */
export function readAnswer(definition: ResolvedDefinition, rows: readonly Row[]): Answer {
  const chosen: ResultRow[] = [];
  const rowsByPerson = new Map<number, ResultRow[]>();
  for (const row of checkedRows(rows)) {
    if (row.part === "stage") continue;
    const person = filled(row, "person_id");
    if (row.part === "candidate") {
      chosen.push(row);
      continue;
    }
    const own = rowsByPerson.get(person);
    if (own === undefined) rowsByPerson.set(person, [row]);
    else own.push(row);
  }
  const tierRanks = new Map(definition.tiers.map(({ id }, rank) => [id, rank]));
  const unranked = chosen.map((row) =>
    readCandidate(row, rowsByPerson.get(filled(row, "person_id")) ?? [], definition),
  );
  const candidates = [...unranked].sort(
    (a, b) =>
      (tierRanks.get(a.tier) ?? 0) - (tierRanks.get(b.tier) ?? 0) ||
      Number(b.isCertain) - Number(a.isCertain) ||
      compareTexts(b.delivery.when.low, a.delivery.when.low) ||
      compareTexts(b.delivery.when.high, a.delivery.when.high) ||
      compareTexts(a.sourceId, b.sourceId) ||
      a.personId - b.personId,
  );
  return { candidates: candidates.map((candidate, index) => ({ rank: index + 1, ...candidate })) };
}

function readCandidate(
  row: ResultRow,
  own: readonly ResultRow[],
  definition: ResolvedDefinition,
): Omit<Candidate, "rank"> {
  const tier = definition.tiers.find(({ id }) => id === row.item);
  if (tier === undefined) throw new TypeError("a candidate has a tier that the definition lacks");
  const when: DayRange = { low: filled(row, "delivery_low"), high: filled(row, "delivery_high") };
  // The rows hold all that may be near an event that a criterion asks for; what is near none of them is no evidence.
  const evidence = placedLines(of("evidence", own), definition, when).flatMap(({ line, isLookedAt }) =>
    isLookedAt ? [line] : [],
  );
  const unused = placedLines(of("unused", own), definition, when, "unused").map(({ line }) => ({
    line,
    why: whyUnused(line, definition),
  }));
  const why = answerCriterion(tier.when, definition, when, evidence);
  if (why.answer === "no") throw new TypeError(`the evidence of a candidate does not bear out tier ${tier.id}`);
  const birth = rangeOf(row.birth_low, row.birth_high);
  const known = {
    flags: readFlags(of("flag", own), definition),
    unused,
    clock: readClock(definition, when, evidence),
    delivery: { number: filled(row, "episode"), when, reference: filled(row, "delivery_ref") },
    why,
    evidence,
  };
  return {
    personId: filled(row, "person_id"),
    sourceId: filled(row, "source_id"),
    reference: filled(row, "person_ref"),
    ...(birth === undefined ? {} : { birth, ageYears: completedYears(birth, when) }),
    tier: tier.id,
    tierName: tier.name,
    isCertain: filled(row, "certain"),
    ...known,
    settle: whatWouldSettle(tier, known, definition),
  };
}

/** In the order of the definition. */
function readFlags(rows: readonly ResultRow[], definition: ResolvedDefinition): readonly Flag[] {
  return definition.exclusions.flatMap(({ id, name }) => {
    const row = rows.find(({ item }) => item === id);
    return row === undefined ? [] : [{ exclusion: id, name, isCertain: filled(row, "certain") }];
  });
}

function of(part: ResultRow["part"], rows: readonly ResultRow[]): readonly ResultRow[] {
  return rows.filter((row) => row.part === part);
}
