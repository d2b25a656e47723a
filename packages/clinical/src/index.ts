// The record

// Findings and claims
export { claimKind, claimKinds, firstDrugGapMonths } from "./claims/claim-kind.ts";
export type { ClaimOutcome, ClaimResult } from "./claims/claim-result.ts";
export { sayClaim, testClaim, testClaims } from "./claims/test-claim.ts";
// Verdicts
export { assess } from "./criteria/assess.ts";
export {
  type DefinitionWindow,
  definitionById,
  definitions,
  latePregnancy,
  type PloDefinition,
  publishedWindows,
} from "./criteria/definition.ts";
export { type DefinitionChoice, definitionWith, paperChoice } from "./criteria/definition-with.ts";
export { sayReason } from "./criteria/reasons.ts";
export { type SensitivityRow, type SensitivityTable, sensitivity } from "./criteria/sensitivity.ts";
export {
  considerInstead,
  type Signal,
  type SignalId,
  type SignalKnowledge,
  signalKnowledge,
} from "./criteria/signals.ts";
export type { CriterionId, CriterionResult, CriterionStatus, Outcome, Reason, Verdict } from "./criteria/verdict.ts";
export {
  conditionsForExclusion,
  exclusionExposures,
  type WorkupCheck,
  workupChecklist,
  workupKnowledge,
  workupState,
} from "./criteria/workup.ts";
// Densitometry and vertebrae
export {
  type AnnualChange,
  annualChange,
  type BmdChange,
  type BmdLimits,
  bmdChange,
  type ScanPair,
} from "./densitometry/bmd-change.ts";
export { type BmdTrend, bmdTrend, type TrendPoint } from "./densitometry/bmd-trend.ts";
export { calibrationBetween } from "./densitometry/cross-calibration.ts";
export {
  centreLscSource,
  type LeastSignificantChange,
  LSC_KINDS,
  type LscBasis,
  type LscSource,
  leastSignificantChange,
  lscBasis,
  type SitePrecision,
} from "./densitometry/least-significant-change.ts";
export { type LmsReference, lmsScore, lmsValue } from "./densitometry/lms.ts";
export { lscOfVisits, type VisitDesign } from "./densitometry/lsc-of-visits.ts";
export { precisionKnowledge } from "./densitometry/precision-knowledge.ts";
export { type PrecisionLimits, precisionLimits, rmsCvPercent } from "./densitometry/precision-limits.ts";
export { type PrecisionStudyResult, precisionStudyResult } from "./densitometry/precision-study.ts";
export { printedScore } from "./densitometry/printed-score.ts";
export { type BmdReference, percentileOfScore, referenceScore } from "./densitometry/reference-score.ts";
export {
  type MeasuredPopulation,
  regressionToTheMean,
  type SecondScan,
} from "./densitometry/regression-to-the-mean.ts";
export {
  type BmdResponse,
  bmdResponses,
  type ComparabilityReason,
  firstToLast,
  PERCENT_DECIMALS,
  percentChange,
  type ResponseVerdict,
} from "./densitometry/response.ts";
export { type ChangePrior, type ShrunkenChange, shrunkenChange } from "./densitometry/shrunken-change.ts";
export {
  SCANNER_SCALES,
  type ScannerScale,
  standardisationKnowledge,
  standardisedBmd,
} from "./densitometry/standardised-bmd.ts";
export { type ZReference, zReference } from "./densitometry/z-reference.ts";
export {
  caseFindings,
  findings,
  looseCaseFindings,
  ruleOf,
  rules,
  sayFinding,
  seriesFindings,
} from "./findings/engine.ts";
export { type Facts, type Finding, type FindingState, SEVERITIES, type Severity } from "./findings/finding.ts";
export { type FindingChanges, findingChanges, type KeptFinding } from "./findings/finding-changes.ts";
export type { AnyRule, CaseRule, SeriesRule } from "./findings/rule.ts";
export { doseFact, sayDose } from "./findings/rules/dose-fact.ts";
export { ruleLimits } from "./findings/rules/rule-limits.ts";
export { seriesRuleLimits } from "./findings/rules/series-rule-limits.ts";
export { albuminAdjustment } from "./laboratory/adjusted-calcium.ts";
// Laboratory and units
export { type AnalyteKnowledge, analyteKnowledge, analytes } from "./laboratory/analyte.ts";
export { type PrintedValue, printedValue } from "./laboratory/printed-value.ts";
export type { AppliedInterval, Flag, LabFlag, LabReading } from "./laboratory/reading.ts";
export { seasonKnowledge } from "./laboratory/season.ts";
export { ANALYTES, type Analyte, type Season } from "./laboratory/vocabulary.ts";
// Language
export { bytesText } from "./language/bytes-text.ts";
export { described, meaningOf } from "./language/described.ts";
export { localText } from "./language/local-text.ts";
export { nearest } from "./language/nearest.ts";
export { fixed, MINUS, roundHalfAway, signed } from "./language/number.ts";
export { type Phrase, say } from "./language/phrase.ts";
export { createTerms, type Terms } from "./language/terms.ts";
export { type Lang, type LocalText, localTextSchema, type Text } from "./language/text.ts";
export { type Vocabulary, vocabularies } from "./language/vocabularies.ts";
export { type LiteratureTotals, literatureTotals } from "./literature/totals.ts";
export { type Answer, type AnswerValue, answerValue } from "./record/answer.ts";
export { CASE_SCHEMA, type CaseRecord, caseRecordSchema } from "./record/case-record.ts";
export {
  type CaseView,
  indexPregnancy,
  openCase,
  type SeriesContext,
  type Timed,
  type TimedTreatment,
} from "./record/case-view.ts";
export {
  type Change,
  changesBetween,
  type Divergence,
  divergences,
  mergedVersions,
  withValueAt,
} from "./record/change.ts";
export type { Claim, ClaimKind } from "./record/claim.ts";
export type { ClinicalEvent, Outcomes, Score, Symptom } from "./record/course.ts";
export {
  FRACTURE_SITES,
  type Fracture,
  type FractureSite,
  GENANT_GRADES,
  type GenantGrade,
  isLevel,
  isVertebra,
  VERTEBRAE,
  type Vertebra,
} from "./record/fracture.ts";
export type { Comorbidity, History } from "./record/history.ts";
export { jsonPointer, pointerSteps, valueAt } from "./record/json-pointer.ts";
export type { LaboratoryPanel, LaboratoryResult, PrintedNumber, ReferenceInterval } from "./record/laboratory.ts";
export {
  alignedVersions,
  type EntryName,
  everyEntry,
  placeIn,
  type Versions,
  withoutGaps,
} from "./record/named-lists.ts";
export { bmi, isPremenopausal, type Person } from "./record/person.ts";
export type { Lactation, Pregnancy } from "./record/pregnancy.ts";
export type { Problem, ProblemKind } from "./record/problem.ts";
export { sayProblem } from "./record/problem-words.ts";
export {
  type ReadResult,
  readCase,
  readDocument,
  readSeries,
  readSeriesHead,
  withoutNulls,
} from "./record/read-record.ts";
export {
  caseReferences,
  casesNamed,
  deviceReferences,
  headDuplicates,
  namedReferences,
  seriesReferences,
} from "./record/references.ts";
export { hasReadings, type Scan, type SiteReading, SKELETAL_SITES, type SkeletalSite } from "./record/scan.ts";
export {
  type Densitometer,
  type Review,
  SERIES_SCHEMA,
  type Series,
  type SeriesHead,
  seriesHeadSchema,
  seriesSchema,
} from "./record/series.ts";
export { openSeries, type SeriesView } from "./record/series-view.ts";
export { STUDY_SITES, type Study, type StudyEffect, type StudyRegimen } from "./record/study.ts";
export type { Dose, Treatment } from "./record/treatment.ts";
export { headOfWomen } from "./record/women-there.ts";
export { WORKUP_ITEMS, type WorkupItem, type WorkupStatus } from "./record/workup.ts";
export { problemsOf } from "./record/zod-problems.ts";
export type { Source } from "./source.ts";
// Therapy
// Knowledge, as the reference pages print it
export {
  type AgentKnowledge,
  agentKnowledge,
  agentsKnown,
  isAntiresorptive,
  isBisphosphonate,
  isBoneActive,
  ploLicence,
  type SourcedNote,
} from "./therapy/agent.ts";
export { type CheckKnowledge, checksKnown, readinessStatement } from "./therapy/check.ts";
export type { Course } from "./therapy/course.ts";
export {
  DELAY_IDS,
  type Delay,
  type DelayId,
  delay,
  delays,
  firstBoneDrug,
  type Milestone,
  milestoneTime,
} from "./therapy/delays.ts";
export { doseFactor } from "./therapy/dose-unit.ts";
export { type Exposure, exposures } from "./therapy/exposure.ts";
export { type FollowUpItem, type FollowUpPlan, type FollowUpStatus, followUpPlan } from "./therapy/follow-up.ts";
export { followUpStatusWords, sayFollowUpTask } from "./therapy/follow-up-messages.ts";
export { type DatedPlan, dueDates, followUpPlanOn, monthsOn } from "./therapy/follow-up-on.ts";
export type { FollowUpEntry } from "./therapy/follow-up-schedule.ts";
export { defaultSchedule, type FollowUpSchedule, followUpScheduleSchema } from "./therapy/follow-up-schedule.ts";
export { periodDays } from "./therapy/period.ts";
export { type Readiness, type ReadinessItem, readiness } from "./therapy/readiness.ts";
export type { ReadinessStatus } from "./therapy/readiness-answer.ts";
export { readinessStatusWords, sayReadinessReason } from "./therapy/readiness-messages.ts";
export { amountRange, checkRegimen, type RegimenCheck } from "./therapy/regimen.ts";
export { AGENT_CLASSES, AGENTS, type AgentClass, type AgentId, ROUTES, type Route } from "./therapy/vocabulary.ts";
// Time
export {
  addMonths,
  civil,
  dayInterval,
  dayOf,
  daysInMonth,
  isoDate,
  isPartialDate,
  monthsBetween,
  wholeMonthsBetween,
} from "./time/calendar.ts";
export {
  earliestOf,
  elapsed,
  type Interval,
  isBounded,
  isPoint,
  latestOf,
  liesWithin,
  point,
} from "./time/interval.ts";
export { asDates, asMonths, DAYS_PER_MONTH, monthsOf, TERM_DAYS, type TimeFrame } from "./time/time-frame.ts";
export type { TimeBasis, When } from "./time/when.ts";
export { printWhen, readWhen, type WhenReading, type WhenTime } from "./time/when-text.ts";
export { parseUnit } from "./units/convert.ts";
export { printedUnit } from "./units/printed-unit.ts";
export { spanParts } from "./units/span-text.ts";
export { unitKnowledge } from "./units/spellings.ts";
export {
  type Deformity,
  deformityOf,
  type FractureRule,
  fractureRules,
  gradeFromHeightLoss,
  gradeOf,
} from "./vertebrae/genant.ts";
export {
  countFracturedVertebrae,
  fracturedInRoi,
  fracturedLevels,
  hasVertebraWithoutLevel,
  roiLevels,
  roiName,
  type VertebraCount,
} from "./vertebrae/spine.ts";
