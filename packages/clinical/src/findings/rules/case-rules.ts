import type { AnyCaseRule } from "../rule.ts";
import { criterionSensitive } from "./criterion-sensitive.ts";
import { dateOutsideRecruitment } from "./date-outside-recruitment.ts";
import { deliveryDateMissing } from "./delivery-date-missing.ts";
import { denosumabWithoutFollowOn } from "./denosumab-without-follow-on.ts";
import { deviceChanged } from "./device-changed.ts";
import { deviceUnconfirmed } from "./device-unconfirmed.ts";
import { doseOutsideLabel } from "./dose-outside-label.ts";
import { drugInPregnancy } from "./drug-in-pregnancy.ts";
import { drugWhileBreastfeeding } from "./drug-while-breastfeeding.ts";
import { exclusionNotDocumented } from "./exclusion-not-documented.ts";
import { fractureInRoi } from "./fracture-in-roi.ts";
import { genantGradeMissing } from "./genant-grade-missing.ts";
import { intervalUnitDiffers } from "./interval-unit-differs.ts";
import { labOutsideInterval } from "./lab-outside-interval.ts";
import { markersDiscordant } from "./markers-discordant.ts";
import { modalityDiffers } from "./modality-differs.ts";
import { nearLimit } from "./near-limit.ts";
import { offLabel } from "./off-label.ts";
import { outcomeNotMeasured } from "./outcome-not-measured.ts";
import { peakHidden } from "./peak-hidden.ts";
import { precisionDecides } from "./precision-decides.ts";
import { recurrenceAfterLaterDelivery } from "./recurrence-after-later-delivery.ts";
import { reproductivePlanMissing } from "./reproductive-plan-missing.ts";
import { safetyDataMissing } from "./safety-data-missing.ts";
import { scoliosisAtSpineDxa } from "./scoliosis-at-spine-dxa.ts";
import { seasonNeeded } from "./season-needed.ts";
import { tScoreBeforeMenopause } from "./t-score-before-menopause.ts";
import { timeAmbiguous } from "./time-ambiguous.ts";
import { timeInconsistent } from "./time-inconsistent.ts";
import { unitImplausible } from "./unit-implausible.ts";
import { valueFitsNeighbour } from "./value-fits-neighbour.ts";
import { valueMissing } from "./value-missing.ts";
import { vertebraeDiffer } from "./vertebrae-differ.ts";
import { vitaminDDeficient } from "./vitamin-d-deficient.ts";
import { windowSensitive } from "./window-sensitive.ts";
import { zAtThreshold } from "./z-at-threshold.ts";
import { zReferenceInconsistent } from "./z-reference-inconsistent.ts";

/** Every rule about one woman, in the order findings are listed: verdicts, laboratory, densitometry, times, drugs, gaps. */
export const caseRules: readonly AnyCaseRule[] = [
  criterionSensitive,
  zAtThreshold,
  tScoreBeforeMenopause,
  windowSensitive,
  labOutsideInterval,
  seasonNeeded,
  vitaminDDeficient,
  markersDiscordant,
  valueFitsNeighbour,
  nearLimit,
  intervalUnitDiffers,
  unitImplausible,
  peakHidden,
  precisionDecides,
  zReferenceInconsistent,
  fractureInRoi,
  vertebraeDiffer,
  scoliosisAtSpineDxa,
  deviceUnconfirmed,
  deviceChanged,
  timeAmbiguous,
  timeInconsistent,
  deliveryDateMissing,
  dateOutsideRecruitment,
  recurrenceAfterLaterDelivery,
  doseOutsideLabel,
  offLabel,
  drugInPregnancy,
  drugWhileBreastfeeding,
  denosumabWithoutFollowOn,
  safetyDataMissing,
  reproductivePlanMissing,
  outcomeNotMeasured,
  exclusionNotDocumented,
  genantGradeMissing,
  modalityDiffers,
  valueMissing,
];
