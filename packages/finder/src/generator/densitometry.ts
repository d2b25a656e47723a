import { conceptNumber, GENERATOR } from "./knowledge.ts";
import { measure, type PersonDraft, write } from "./person-draft.ts";

const STUDY = conceptNumber("dxa_study");
const Z_SPINE = conceptNumber("z_spine");
const T_SPINE = conceptNumber("t_spine");
const BMD_SPINE = conceptNumber("bmd_spine");
const Z_NECK = conceptNumber("z_neck");
const Z_HIP = conceptNumber("z_hip");
const T_HIP = conceptNumber("t_hip");
const BMD_HIP = conceptNumber("bmd_hip");
/** T less Z of a young woman, SD: near zero; assumed. */
const YOUNG_T_LESS_Z = -0.1;

/**
 * A bone density report in the open visit: Z-scores of three sites, T-scores and densities of spine and hip.
 *
 * @param tSpine - T-score of the spine, when it is not that of a young woman
 */
export function densitometry(
  draft: PersonDraft,
  zSpine: number,
  zNeck: number,
  zHip: number,
  tSpine: number = zSpine + YOUNG_T_LESS_Z,
): void {
  const { spine, hip } = GENERATOR.density;
  const tHip = zHip + tSpine - zSpine;
  write(draft, STUDY);
  measure(draft, Z_SPINE, zSpine, 1);
  measure(draft, T_SPINE, tSpine, 1);
  measure(draft, BMD_SPINE, spine.mean + spine.sd * tSpine, 3);
  measure(draft, Z_NECK, zNeck, 1);
  measure(draft, Z_HIP, zHip, 1);
  measure(draft, T_HIP, tHip, 1);
  measure(draft, BMD_HIP, hip.mean + hip.sd * tHip, 3);
}

/** A density under the code of a Z-score: g/cm2 or mg/cm2. */
export function densityUnderScore(draft: PersonDraft, unit: "g/cm2" | "mg/cm2", bmdGPerCm2: number): void {
  write(draft, STUDY);
  if (unit === "g/cm2") measure(draft, Z_SPINE, bmdGPerCm2, 3, 1);
  else measure(draft, Z_SPINE, bmdGPerCm2 * 1000, 0, 2);
}

/** One number as T-score and as Z-score of the spine. */
export function sameScoreTwice(draft: PersonDraft, score: number): void {
  write(draft, STUDY);
  measure(draft, Z_SPINE, score, 1);
  measure(draft, T_SPINE, score, 1);
}
