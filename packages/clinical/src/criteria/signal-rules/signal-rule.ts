import type { CaseView } from "../../record/case-view.ts";
import type { Reason } from "../reasons.ts";

export const SIGNAL_IDS = [
  "primary-hyperparathyroidism",
  "pthrp-hypercalcaemia",
  "hypercalcaemia-cause-open",
  "active-vitamin-d-hypercalcaemia",
  "osteomalacia",
  "coeliac-or-malabsorption",
  "heparin",
  "glucocorticoid",
  "hypercortisolism",
  "osteogenesis-imperfecta",
  "monogenic-osteoporosis",
  "transient-osteoporosis-of-hip",
  "sacral-stress-fracture",
  "hypophosphatasia",
  "hyperthyroidism",
  "myeloma-or-malignancy",
  "spinal-infection",
  "kidney-disease",
  "eating-disorder",
  "ovarian-insufficiency",
  "mastocytosis",
] as const;
export type SignalId = (typeof SIGNAL_IDS)[number];

/** Facts of the record that fit a condition, the first one with a place; empty when there are none. */
export type SignalRule = (view: CaseView) => readonly Reason[];

export type SignalRules = Readonly<Partial<Record<SignalId, SignalRule>>>;
