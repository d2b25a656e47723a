import type { Source, Text } from "@materbone/clinical";
import data from "../../../knowledge/calcium-bone.json" with { type: "json" };

/** Values outside make no sense, or leave no rest state to solve the constants for. */
export type ParameterBounds = {
  /** Greater than. */
  readonly above?: number;
  /** Greater than or equal to. */
  readonly least?: number;
  /** Less than. */
  readonly below?: number;
  /** Less than or equal to. */
  readonly most?: number;
  /** The only values that there are: those of a switch. */
  readonly oneOf?: readonly number[];
  /** Why not beyond: physiology or numerics. */
  readonly reason?: Text;
};

export type ModelSource = Omit<Source, "status"> & {
  readonly id: string;
  /** Beside those of a source: `fitted` by the script that it names, `computed` from published numbers. */
  readonly status: Source["status"] | "fitted" | "computed";
  readonly note?: Text;
};

export type ParameterKnowledge = {
  readonly name: string;
  readonly value: number;
  /** `-` is dimensionless. */
  readonly unit: string;
  readonly bounds?: ParameterBounds;
  readonly meaning: Text;
  /** Id of a source of the file. */
  readonly source: string;
  readonly note?: Text;
};

export type StateKnowledge = {
  readonly name: string;
  /** Integrated, emptied in closed form, or driven from outside. */
  readonly kind: "state" | "depot" | "input";
  readonly unit: string;
  /** What a value from outside may be, at the start or as an input. */
  readonly bounds?: ParameterBounds;
  readonly meaning: Text;
};

export const calciumBoneVersion: string = data.version;
export const calciumBoneSources: readonly ModelSource[] = data.sources as readonly ModelSource[];
export const calciumBoneParameters: readonly ParameterKnowledge[] = (data.parameters as readonly Stated[]).map(
  withReason,
);
/** In the order in which the reference trajectories list them. */
export const calciumBoneStates: readonly StateKnowledge[] = data.states as readonly StateKnowledge[];

type Stated = Omit<ParameterKnowledge, "bounds"> & {
  readonly bounds?: Omit<ParameterBounds, "reason"> & {
    /** In words, or the name of one that the file gives once. */
    readonly reason?: Text | keyof typeof data.boundReasons;
  };
};

function withReason({ bounds, ...parameter }: Stated): ParameterKnowledge {
  if (bounds === undefined) return parameter;
  const { reason, ...limits } = bounds;
  if (reason === undefined) return { ...parameter, bounds: limits };
  return {
    ...parameter,
    bounds: { ...limits, reason: typeof reason === "string" ? data.boundReasons[reason] : reason },
  };
}
