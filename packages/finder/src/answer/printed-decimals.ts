import { precisionKnowledge } from "@materbone/clinical";
import type { EventStream, ResolvedDefinition } from "../definition/definition-schema.ts";
import type { EvidenceLine } from "./answer.ts";
import { gPerCm2Of, isScoreUnit } from "./densitometry-unit.ts";
import { namingRules } from "./naming-rule.ts";

type Measured = Pick<EvidenceLine, "stream" | "system" | "code" | "unit">;

/**
 * Decimals with which a value is printed: those with which the definition compares it, else those of bone density and its
 * scores; undefined for a quantity, or a unit, of which neither is known.
 */
export function printedDecimals(line: Measured, definition: ResolvedDefinition): number | undefined {
  const { stream: own, unit } = line;
  for (const [name, stream] of Object.entries(definition.streams)) {
    const isOfStream = name === own || namingRules(stream.concepts, line, definition).length > 0;
    if (stream.value !== undefined && isOfStream && isFirstUnit(unit, stream)) return stream.value.decimals;
  }
  const concepts = namingRules(definition.streams[own]?.concepts ?? [], line, definition);
  const isOf = (prefix: RegExp): boolean => concepts.some(({ concept }) => prefix.test(concept));
  if (isOf(SCORES) && isScoreUnit(unit)) return precisionKnowledge.zScore.printedDecimals;
  return isOf(DENSITIES) && gPerCm2Of(unit) === 1 ? precisionKnowledge.bmd.printedDecimals : undefined;
}

/** Names of the library's concept sets of densitometry. */
const SCORES = /^[zt]score_/;
const DENSITIES = /^bmd_/;

function isFirstUnit(unit: string | undefined, { units }: EventStream): boolean {
  if (units === undefined) return true;
  return units.some(
    (listed) => listed.factor === 1 && (listed.none === true ? unit === undefined : listed.unit === unit),
  );
}
