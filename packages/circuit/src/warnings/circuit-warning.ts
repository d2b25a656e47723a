import type { AgentId, Source } from "@materbone/clinical";

/** Part of a run, hours since its start, ends included. */
type Stretch = { readonly fromHours: number; readonly toHours: number };

/** What a value crossed, as the threshold is printed. */
export type Crossing = {
  readonly threshold: number;
  readonly unit: string;
  /** The farthest value of the stretch, in the unit of the threshold. */
  readonly farthest: number;
};

/** Where the model is used beyond what its parameters rest on. */
export type Extrapolation =
  | "zoledronateBeyond24Months"
  | "pregnancyOnDrug"
  | "secondLactationOnDrug"
  | "estradiolOfPregnancy"
  | "calcitriol"
  | "hip";

/** What a run says that a clinician would want to be told; the model's own hypothesis, no advice. */
export type CircuitWarning = Stretch & { readonly source: Source } & (
    | ({
        readonly kind: "hypocalcaemia";
        /** The antiresorptive given last, within the period of its effect. */
        readonly after?: AgentId;
      } & Crossing)
    /** Within the reference interval, percent of the value at the dose. */
    | ({ readonly kind: "calciumFall"; readonly after: AgentId } & Crossing)
    | ({ readonly kind: "hypercalcaemia" } & Crossing)
    /** Within a month of a dose of active vitamin D. */
    | ({ readonly kind: "hypercalciuria"; readonly under: AgentId } & Crossing)
    | ({ readonly kind: "secondaryHyperparathyroidism" } & Crossing)
    /** Osteoclasts, percent above rest. */
    | ({ readonly kind: "denosumabRebound"; readonly lastDoseHours: number } & Crossing)
    | { readonly kind: "bisphosphonateMayConceive"; readonly agent: AgentId }
    | { readonly kind: "extrapolation"; readonly reason: Extrapolation }
  );

/** Outputs of the circuit that warnings read. */
export const WARNING_OUTPUTS = [
  "Ca_mM",
  "PTH_pM",
  "urinaryCa_mmol_per_d",
  "OC_pct",
  "NURSING",
  "GESTATION",
  "bisphosphonateInhibition",
  "DEN_ng_per_mL",
  "CTRIOL",
] as const;
export type WarningOutput = (typeof WARNING_OUTPUTS)[number];

/** A run as warnings see it. */
export type WatchedRun = {
  /** Ascending; the distance between two is how finely a warning is placed. */
  readonly timesHours: Float64Array;
  /** One value per time. */
  readonly outputs: Readonly<Record<WarningOutput, Float64Array>>;
  /** Ascending in time. */
  readonly doses: readonly { readonly agent: AgentId; readonly atHours: number }[];
};
