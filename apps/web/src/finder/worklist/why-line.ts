import { localText, say, type Terms } from "@materbone/clinical";
import { absentLeaves, type DayRange, metLeaves, sayRange, sayValue, type Worklist } from "@materbone/finder";
import { bracketed, clauses, phrases } from "../../language/punctuation.ts";
import { monthsFromDelivery } from "../run/months-from-delivery.ts";
import { sayFrom, sayWithout } from "./worklist-words.ts";

type Candidate = Worklist["candidates"][number];
type Leaf = ReturnType<typeof metLeaves>[number];

/**
 * Why she is listed, in one plain line: each event that speaks for the tier with its value and how long from the delivery it
 * first came, and what is missing where the tier asks for that. The sentences with every line of evidence stand in `said`.
 */
export function whyLine(candidate: Candidate, { streams }: Pick<Worklist, "streams">, terms: Terms): string {
  const name = ({ leaf }: Leaf): string => {
    const text = streams[leaf.event];
    return text === undefined ? leaf.event : localText(text, terms.lang);
  };
  const met = metLeaves(candidate.why).map((leaf) => {
    const first = sayFirst(candidate, leaf, terms);
    return first === "" ? name(leaf) : bracketed(name(leaf), first, terms.lang);
  });
  const absent = absentLeaves(candidate.why).map((leaf) => say(sayWithout, { what: name(leaf) }, terms));
  return clauses([...new Set([...met, ...absent])], terms.lang);
}

/** Value and time of the first of its lines: lines stand by day. */
function sayFirst({ evidence, delivery }: Candidate, leaf: Leaf, terms: Terms): string {
  const [first] = leaf.evidence.flatMap((position) => evidence[position] ?? []);
  if (first === undefined) return "";
  const parts = [
    ...(first.value === undefined ? [] : [sayValue(first.value, first.decimals)]),
    ...(first.when === undefined ? [] : [sayTime(delivery.when, first.when, terms)]),
  ];
  return phrases(parts, terms.lang);
}

function sayTime(delivery: DayRange, when: DayRange, terms: Terms): string {
  const { side, months } = monthsFromDelivery(delivery, when);
  const isOne = months.least === months.most && months.most === 1;
  return say(sayFrom[side], { months: sayRange(months).replaceAll("-", "\u2212"), isOne }, terms);
}
