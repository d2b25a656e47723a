import { analyteWords } from "./words-analytes.ts";
import * as course from "./words-course.ts";
import * as history from "./words-history.ts";
import * as imaging from "./words-imaging.ts";
import * as judgement from "./words-judgement.ts";
import * as laboratory from "./words-laboratory.ts";
import * as person from "./words-person.ts";
import * as study from "./words-study.ts";
import * as therapy from "./words-therapy.ts";
import * as workup from "./words-workup.ts";

/** Every vocabulary of the record and of what is derived from it, by the name that `terms.word` takes. */
export const vocabularies = {
  adverseEvents: course.adverseEventsWords,
  ageAt: person.ageAtWords,
  agent: therapy.agentWords,
  analyte: analyteWords,
  analyteGroup: laboratory.analyteGroupWords,
  answer: history.answerWords,
  approval: study.approvalWords,
  bodyRegion: judgement.bodyRegionWords,
  certainty: judgement.certaintyWords,
  claim: judgement.claimWords,
  comparator: study.comparatorWords,
  conception: person.conceptionWords,
  condition: history.conditionWords,
  conditionCertainty: history.conditionCertaintyWords,
  consent: study.consentWords,
  contraception: person.contraceptionWords,
  criterion: judgement.criterionWords,
  criterionStatus: judgement.criterionStatusWords,
  declinedReason: therapy.declinedReasonWords,
  deformity: imaging.deformityWords,
  delayPoint: judgement.delayPointWords,
  deliveryMode: person.deliveryModeWords,
  design: study.designWords,
  diagnosisPrinted: study.diagnosisPrintedWords,
  event: course.eventWords,
  findingState: judgement.findingStateWords,
  fractureRule: study.fractureRuleWords,
  fractureSite: imaging.fractureSiteWords,
  genantGrade: imaging.genantGradeWords,
  history: history.historyWords,
  imagingFinding: imaging.imagingFindingWords,
  imagingRegion: imaging.imagingRegionWords,
  instrument: course.instrumentWords,
  labFlag: laboratory.labFlagWords,
  lactationIntensity: person.lactationIntensityWords,
  mechanism: imaging.mechanismWords,
  menopause: person.menopauseWords,
  metric: study.metricWords,
  modality: imaging.modalityWords,
  origin: study.originWords,
  outcome: judgement.outcomeWords,
  place: imaging.placeWords,
  precisionBound: study.precisionBoundWords,
  precisionKind: study.precisionKindWords,
  pregnancyPlan: person.pregnancyPlanWords,
  reportBasis: imaging.reportBasisWords,
  response: judgement.responseWords,
  route: therapy.routeWords,
  scanSide: imaging.scanSideWords,
  screenedOutReason: study.screenedOutReasonWords,
  season: laboratory.seasonWords,
  severity: judgement.severityWords,
  skeletalSite: imaging.skeletalSiteWords,
  state: laboratory.stateWords,
  statistic: study.statisticWords,
  studySite: study.studySiteWords,
  symptom: course.symptomWords,
  symptomState: course.symptomStateWords,
  timeBasis: judgement.timeBasisWords,
  variantClass: course.variantClassWords,
  workupItem: workup.workupItemWords,
  workupStatus: workup.workupStatusWords,
} as const;

export type Vocabulary = keyof typeof vocabularies;
