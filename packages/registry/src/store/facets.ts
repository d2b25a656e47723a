import { AGENTS, SEVERITIES } from "@materbone/clinical";
import type { CaseQuery, DerivedSummary } from "../case-summary.ts";

type Agent = (typeof AGENTS)[number];

/**
 * Bits of the answers that lists narrow by, so that one number in an index serves every filter. The positions are stored:
 * an agent that is new to the vocabulary goes to the end, and none moves.
 */
const OUTCOME_BITS = { consistent: 0, notConsistent: 1, undecided: 2 } as const;
const FRACTURED_BIT = 3;
const NOT_FRACTURED_BIT = 4;
const SEVERITY_BITS = { info: 5, minor: 6, major: 7 } as const;
const FIRST_AGENT_BIT = 8;
const AGENT_ORDER = [
  "zoledronicAcid",
  "alendronate",
  "alendronateVitaminD3",
  "risedronate",
  "ibandronate",
  "pamidronate",
  "clodronate",
  "etidronate",
  "bisphosphonateUnspecified",
  "denosumab",
  "teriparatide",
  "romosozumab",
  "strontiumRanelate",
  "raloxifene",
  "salmonCalcitonin",
  "calcium",
  "calciumVitaminD",
  "vitaminD3",
  "calcitriol",
  "alfacalcidol",
  "menatetrenone",
  "glucosamine",
  "xianlingGubao",
  "jieguQili",
  "analgesic",
  "unfractionatedHeparin",
  "lowMolecularWeightHeparin",
  "glucocorticoid",
  "levothyroxine",
  "anticonvulsant",
  "magnesiumSulfate",
  "protonPumpInhibitor",
  "depotMedroxyprogesterone",
  "dopamineAgonist",
  "bedRest",
  "immobilisation",
  "brace",
  "physiotherapy",
  "vertebralAugmentation",
  "other",
] as const satisfies readonly Agent[];

/** Agents of the vocabulary that have no bit; a test keeps this empty. */
export const agentsWithoutBit: readonly Agent[] = AGENTS.filter((agent) => !AGENT_ORDER.includes(agent));

/** The answers of one woman. Below 2^53, so that a number carries it. */
export function facetsOf(summary: DerivedSummary, isFractured: boolean): number {
  const bits = [OUTCOME_BITS[summary.verdicts.anySite], isFractured ? FRACTURED_BIT : NOT_FRACTURED_BIT];
  for (const severity of SEVERITIES) if (countFrom(summary, severity) > 0) bits.push(SEVERITY_BITS[severity]);
  for (const agent of new Set(summary.agents)) bits.push(FIRST_AGENT_BIT + AGENT_ORDER.indexOf(agent));
  return sum(bits);
}

/** The answers that a query asks for; `undefined` when no woman can have them all. */
export function facetsAsked(query: CaseQuery): number | undefined {
  const bits: number[] = [];
  if (query.outcome !== undefined) bits.push(OUTCOME_BITS[query.outcome]);
  if (query.isFractured !== undefined) bits.push(query.isFractured ? FRACTURED_BIT : NOT_FRACTURED_BIT);
  if (query.severity !== undefined) bits.push(SEVERITY_BITS[query.severity]);
  if (query.agent !== undefined) {
    const position = (AGENT_ORDER as readonly string[]).indexOf(query.agent);
    if (position < 0) return undefined;
    bits.push(FIRST_AGENT_BIT + position);
  }
  return sum(bits);
}

/** Are all bits of `asked` in `facets`? In whole numbers, because bit operators of the language end at 32. */
export function hasFacets(facets: number, asked: number): boolean {
  return (BigInt(facets) & BigInt(asked)) === BigInt(asked);
}

function countFrom({ openFindings }: DerivedSummary, severity: keyof typeof SEVERITY_BITS): number {
  const from = SEVERITIES.indexOf(severity);
  return SEVERITIES.slice(from).reduce((total, one) => total + openFindings[one], 0);
}

function sum(bits: readonly number[]): number {
  return bits.reduce((total, bit) => total + 2 ** bit, 0);
}
