import { say, type Terms } from "@materbone/clinical";
import {
  absentLeaves,
  type EvidenceLine,
  metLeaves,
  type ResolvedDefinition,
  sayRegion,
  sayStream,
  sayValue,
  type Worklist,
} from "@materbone/finder";
import { bracketed, clauses, phrases } from "../../language/punctuation.ts";
import { sayFromDelivery } from "../run/months-from-delivery.ts";
import { sayWithout } from "./worklist-words.ts";

type Candidate = Worklist["candidates"][number];
type Leaf = ReturnType<typeof metLeaves>[number];

/**
 * Why she is listed, in one plain line: each event that speaks for the tier with how long from the delivery it first came, of
 * several values the one furthest beyond the bound with its site, and what is missing where the tier asks for that. The sentences with every line of evidence stand in `said`.
 */
export function whyLine(candidate: Candidate, definition: ResolvedDefinition, terms: Terms): string {
  const name = ({ leaf }: Leaf): string => sayStream(leaf.event, definition, terms);
  const met = metLeaves(candidate.why).map((leaf) => {
    const told = sayTold(candidate, leaf, definition, terms);
    return told === "" ? name(leaf) : bracketed(name(leaf), told, terms.lang);
  });
  const absent = absentLeaves(candidate.why).map((leaf) => say(sayWithout, { what: name(leaf) }, terms));
  return clauses([...new Set([...met, ...absent])], terms.lang);
}

/** Value with its site, and time, of the line that tells most. */
function sayTold(
  { evidence, delivery }: Candidate,
  { leaf, evidence: positions }: Leaf,
  definition: ResolvedDefinition,
  terms: Terms,
): string {
  const line = telling(
    positions.flatMap((position) => evidence[position] ?? []),
    definition.streams[leaf.event]?.value?.op,
  );
  if (line === undefined) return "";
  const site = line.value === undefined ? undefined : sayRegion(line, terms);
  const parts = [
    ...(line.value === undefined
      ? []
      : [`${site === undefined ? "" : `${site} `}${sayValue(line.value, line.decimals)}`]),
    ...(line.when === undefined ? [] : [sayFromDelivery(delivery.when, line.when, terms)]),
  ];
  return phrases(parts, terms.lang);
}

/** The first line, by day; under a bound the lowest value, over one the highest, of equal ones the first. */
function telling(lines: readonly EvidenceLine[], op: "<" | "<=" | ">" | ">=" | undefined): EvidenceLine | undefined {
  if (op === undefined) return lines[0];
  const sign = op.startsWith("<") ? 1 : -1;
  return lines.reduce<EvidenceLine | undefined>((best, line) => {
    if (line.value === undefined) return best;
    return best?.value === undefined || sign * line.value < sign * best.value ? line : best;
  }, undefined);
}
