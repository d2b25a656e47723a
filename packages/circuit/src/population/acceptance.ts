/** A bound of physiology that a woman has to keep to belong to the population. */
export type PhysiologicalBound = {
  /** Output of the model. */
  readonly output: string;
  readonly state: PhysiologicalState;
  /** In the unit of the output; inclusive. */
  readonly low: number;
  readonly high: number;
};

/** At rest, or at the month of full lactation that the population is tried at. */
export type PhysiologicalState = "rest" | "lactation";

/** Why a drawn woman is not of the population. */
export type Refusal =
  | { readonly kind: "outOfBounds"; readonly output: string; readonly state: PhysiologicalState }
  /** The model found no rest, or could not be integrated. */
  | { readonly kind: "notSolved"; readonly state: PhysiologicalState | "course" };

/**
 * The first bound that the values do not keep.
 *
 * @param valueIn - value of an output in that state; NaN is outside every bound
 */
export function firstBoundBroken(
  bounds: readonly PhysiologicalBound[],
  state: PhysiologicalState,
  valueIn: (output: string) => number,
): Refusal | undefined {
  for (const bound of bounds) {
    if (bound.state !== state) continue;
    const value = valueIn(bound.output);
    if (!(value >= bound.low && value <= bound.high)) return { kind: "outOfBounds", output: bound.output, state };
  }
  return undefined;
}
