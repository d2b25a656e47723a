import type { Text } from "@materbone/clinical";
import type { ModelKernel } from "./model-kernel.ts";

/** A model that scenarios run on: what the build made of it, with what people need to know of its names. */
export type SimulationModel = {
  readonly name: string;
  readonly title: Text;
  /** Date or number of its description. */
  readonly version: string;
  readonly kernel: ModelKernel;
  /** The year of the model's age clock, hours: 8736 in the reference model, 365 d in Jörg's. */
  readonly modelYearHours: number;
  /** What names mean, by name, over parameters, inputs, states, depots and outputs. */
  readonly facts: ReadonlyMap<string, NameFacts>;
  readonly doseRoutes: readonly DoseRoute[];
  /** States that hold calcium: what goes into them is no drug. */
  readonly calciumPlaces?: readonly string[];
  /** Of a model that never rests: why. */
  readonly noRest?: Text;
  /** Columns that a scenario gets only where it names them, because the model fails its own validation there. */
  readonly hidden?: ReadonlySet<string>;
};

export type NameFacts = {
  readonly meaning: Text;
  readonly source?: string;
  readonly bounds?: ValueBounds;
  /** Lets a mass stand for an amount, as mg of calcium for mmol. */
  readonly molarMassGPerMol?: number;
};

/** In the unit of the model. */
export type ValueBounds = {
  /** Greater than. */
  readonly above?: number;
  /** Greater than or equal to. */
  readonly least?: number;
  /** Less than. */
  readonly below?: number;
  /** Less than or equal to. */
  readonly most?: number;
  /** A parameter that an input adds to: their sum is 0 or more at all times. */
  readonly addsTo?: string;
  /** The only values that there are: those of a switch. */
  readonly oneOf?: readonly number[];
  /** Why not beyond: physiology or numerics. */
  readonly reason?: Text;
};

/** Where the dose of a drug goes in one model. */
export type DoseRoute = {
  readonly agent: string;
  /** State or depot that the dose is added to. */
  readonly into: string;
  /** Where the depot counts an amount of substance and the dose a mass. */
  readonly molarMassGPerMol?: number;
  /** Parameter that the dose is multiplied by: the bioavailability. */
  readonly fraction?: string;
  /** Against slips of unit: a hundred times the usual dose is refused. */
  readonly usual: { readonly value: number; readonly unit: string };
  readonly source: string;
};
