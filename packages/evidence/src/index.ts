export { type BayesMeta, bayesMeta, type Posterior } from "./bayes/bayes-meta.ts";
export type { MeanPrior, TauPrior } from "./bayes/tau-prior.ts";
export {
  BENCHMARK_SITES,
  type Benchmark,
  type BenchmarkOptions,
  benchmark,
  benchmarkWithoutEach,
} from "./benchmark/benchmark.ts";
export { type BenchmarkEntry, benchmarkKnowledge, type LeftOut } from "./benchmark/benchmark-knowledge.ts";
export type { BenchmarkPoint } from "./benchmark/benchmark-point.ts";
export {
  type BenchmarkComparison,
  type BenchmarkPlace,
  type ComparedChange,
  compareWithBenchmark,
  type NotComparedReason,
} from "./benchmark/compare.ts";
export {
  type ComparedTimes,
  type ExpectationsOver,
  type ExpectedRange,
  expectationsOver,
  expectedRange,
  type ReadExpectation,
} from "./benchmark/expectations-over.ts";
export { type PhysiologyRecord, physiologyRecords } from "./benchmark/physiology.ts";
export { type BenchmarkSelection, benchmarkSelection, type SelectedGroup } from "./benchmark/selection.ts";
export {
  type Expectation,
  expectationAt,
  percentileOf,
  type SiteBand,
  type SiteBenchmark,
} from "./benchmark/site-benchmark.ts";
export {
  type ComparisonWithout,
  compareWithoutEach,
  type TestedBenchmark,
  testedBenchmark,
} from "./benchmark/without-each.ts";
export { type EggerModel, type EggerPredictor, type EggerTest, eggerTest } from "./bias/egger-test.ts";
export { type ExcessSignificance, excessSignificance, type StudyAlternative } from "./bias/excess-significance.ts";
export { type FailsafeMethod, type FailsafeN, failsafeN } from "./bias/failsafe-n.ts";
export { type HenmiCopas, henmiCopas } from "./bias/henmi-copas.ts";
export { type KendallTest, kendallTest } from "./bias/kendall.ts";
export { rankTest } from "./bias/rank-test.ts";
export type { Settled } from "./bias/settled.ts";
export { type TrimAndFill, type TrimEstimator, type TrimSide, trimAndFill } from "./bias/trim-and-fill.ts";
export { boxCoxMeanAndSd } from "./conversion/box-cox.ts";
export {
  convertMedian,
  FEW_PEOPLE,
  MEDIAN_METHODS,
  type MedianConversion,
  type MedianWarning,
  medianMeanAndSd,
} from "./conversion/convert-median.ts";
export { logNormalMeanAndSd } from "./conversion/log-normal.ts";
export type { MeanAndSd, MeanAndSdOrReason, NotDefinedReason } from "./conversion/mean-and-sd.ts";
export {
  type BadSummaryReason,
  type MedianReport,
  type MedianSummary,
  readMedianSummary,
} from "./conversion/median-summary.ts";
export {
  QUANTILE_DISTRIBUTIONS,
  type QuantileDistribution,
  type QuantileFit,
  quantileEstimate,
  quantileFits,
} from "./conversion/quantile-estimation.ts";
export { type SkewnessTest, skewnessTest } from "./conversion/skewness-test.ts";
export { unknownNonNormalMeanAndSd } from "./conversion/unknown-non-normal.ts";
export { CovarianceFitError } from "./covariance-model/fit-covariance.ts";
export { UnidentifiedError } from "./covariance-model/identified.ts";
export type { KnownCovariance } from "./covariance-model/known-covariance.ts";
export type { ProfileBounds } from "./covariance-model/profile.ts";
export { STRUCTURES, type Structure } from "./covariance-model/structures.ts";
export { type CollectedEffects, collectEffects } from "./effect-size/collect-effects.ts";
export type { EffectOrigin, MedianMethod } from "./effect-size/effect-origin.ts";
export type { EffectSizeRow, EffectValue, NoEffectReason } from "./effect-size/effect-size-row.ts";
export { type EffectSizeOptions, effectSizes } from "./effect-size/effect-sizes.ts";
export {
  type ColumnName,
  type EffectColumns,
  MEASURES,
  type Measure,
  type MeasureInfo,
  type VarianceType,
} from "./effect-size/measures.ts";
export {
  logRatioFromPercent,
  type PercentChange,
  percentChange,
  percentFromLogRatio,
} from "./effect-size/percent-change.ts";
export { smallSampleCorrection } from "./effect-size/small-sample-correction.ts";
export {
  correlationOfChange,
  type ImpliedCorrelation,
  type SdQuantile,
  sdFromGroupP,
  sdFromInterval,
  sdFromP,
  sdFromStandardError,
  sdOfChange,
} from "./effect-size/standard-deviation.ts";
export { type AppraisalTool, appraisalKnowledge } from "./literature/appraisal-knowledge.ts";
export type { SdRule, WomenSd } from "./literature/between-women-sd.ts";
export { type EvidenceRow, evidenceRows, type ReadingChoices } from "./literature/evidence-row.ts";
export {
  type GainOverTime,
  type GainRow,
  gainLine,
  gainOverTime,
  type NoRegression,
} from "./literature/gain-over-time.ts";
export { certaintyOf, gradeProfileOf } from "./literature/grade.ts";
export { type ImportedLiterature, importLiterature, slug } from "./literature/import-literature.ts";
export { answersCell } from "./literature/literature-answers.ts";
export { LITERATURE_COLUMNS, type LiteratureColumn } from "./literature/literature-columns.ts";
export { type LiteratureCsvProblem, sayLiteratureCsvProblem } from "./literature/literature-csv-problem.ts";
export {
  type Appraisal,
  ARM_TREATMENTS,
  type Arm,
  type ArmTreatment,
  type Certainty,
  EVIDENCE_METRICS,
  EVIDENCE_SITES,
  EVIDENCE_STATISTICS,
  type EvidenceDocument,
  type EvidenceMetric,
  type EvidenceSite,
  type EvidenceStatistic,
  type EvidenceStudy,
  type GradeProfile,
  LITERATURE_SCHEMA,
  type Literature,
  literatureSchema,
  type Outcome,
  type Reading,
  type ScreeningRecord,
  type Spread,
} from "./literature/literature-record.ts";
export { spreadCells } from "./literature/literature-spread.ts";
export {
  literatureDivergences,
  literaturePlaceIn,
  literatureTogether,
  mergedLiterature,
} from "./literature/merge-literature.ts";
export { poolScript } from "./literature/pool-script.ts";
export type { PooledRow } from "./literature/pooled-row.ts";
export { poolingKnowledge, TIME_WINDOWS, type TimeWindow, windowOf } from "./literature/pooling-knowledge.ts";
export { readLiterature } from "./literature/read-literature.ts";
export { restsOnOthers } from "./literature/rests-on-others.ts";
export { type ScreeningFlow, screeningFlow } from "./literature/screening-flow.ts";
export { shippedLiterature } from "./literature/shipped-literature.ts";
export {
  type Exclusion,
  type ExclusionReason,
  POOLED_METRICS,
  POOLED_SITES,
  type PooledMetric,
  type PooledSite,
  pooledSite,
  type Stratum,
  stratumKey,
} from "./literature/stratum.ts";
export {
  DEFAULT_CHOICES,
  monthsOfRows,
  type PooledEstimate,
  type StratumPool,
  type Synthesis,
  type SynthesisChoices,
  synthesise,
  type TreatmentPool,
  weightsPercent,
} from "./literature/synthesis.ts";
export { type Contrast, type ContrastTests, testContrasts } from "./meta/contrasts.ts";
export { fitMeta, INTERCEPT } from "./meta/fit-meta.ts";
export { type Bounds, type HeterogeneityInterval, heterogeneityInterval } from "./meta/heterogeneity-interval.ts";
export { CollinearError, ConvergenceError, EffectRowError, TooFewRowsError } from "./meta/meta-error.ts";
export type {
  Coefficient,
  Design,
  Effects,
  IntervalOrReason,
  MetaFit,
  MetaNote,
  MetaOptions,
  NoIntervalReason,
} from "./meta/meta-fit.ts";
export { COEFFICIENT_TESTS, type CoefficientTest, TAU2_METHODS, type Tau2Method } from "./meta/methods.ts";
export {
  fittedValues,
  type Prediction,
  type PredictionKind,
  predictionInterval,
  predictMeta,
} from "./meta/predict-meta.ts";
export { studyWeights } from "./meta/study-weights.ts";
export { fitSubgroups, type Subgroup, type SubgroupFits, type SubgroupTau2 } from "./meta/subgroups.ts";
export { twoSidedZ } from "./meta/two-sided-z.ts";
export type { JointOutcome, WaldTest } from "./meta/wald-test.ts";
export { fitMixed, testMixedSum } from "./mixed/fit-mixed.ts";
export { mixedEffects, type PredictedEffects } from "./mixed/mixed-effects.ts";
export {
  MIXED_DFS,
  type MixedComponent,
  type MixedData,
  type MixedDf,
  type MixedEffects,
  type MixedFit,
  type MixedOptions,
  type ResidualEstimate,
  type ResidualStructure,
} from "./mixed/mixed-fit.ts";
export { type MixedProfile, profileMixed } from "./mixed/profile-mixed.ts";
export { type PatientSlope, type ShrunkenSlopes, type SlopesOutcome, shrunkenSlopes } from "./mixed/shrunken-slopes.ts";
export { type DataTable, dataTable, readDataTable } from "./model-file/data-table.ts";
export type { EvidenceProblem } from "./model-file/evidence-problem.ts";
export { sayEvidenceProblem } from "./model-file/evidence-problem-words.ts";
export { fitTable } from "./model-file/fit-csv.ts";
export { effectsShape, univariateShape } from "./model-file/fit-shape.ts";
export { fitText } from "./model-file/fit-text.ts";
export { mixedShape } from "./model-file/mixed-shape.ts";
export { type EvidenceModel, evidenceModelSchema } from "./model-file/model-schema.ts";
export { multilevelShape } from "./model-file/multilevel-shape.ts";
export { rScript } from "./model-file/r-script.ts";
export { readModel } from "./model-file/read-model.ts";
export { type EvidenceFit, runModel } from "./model-file/run-model.ts";
export { shownWidth, significant, textTable } from "./model-file/text-table.ts";
export { type ClusterRobust, clusterRobust, ROBUST_TYPES, type RobustType } from "./multilevel/cluster-robust.ts";
export { fitMultilevel } from "./multilevel/fit-multilevel.ts";
export type { Grouping } from "./multilevel/grouping.ts";
export type {
  CovarianceNote,
  MultilevelData,
  MultilevelFit,
  MultilevelOptions,
  SingularReason,
  StructuredComponent,
  VarianceComponent,
} from "./multilevel/multilevel-fit.ts";
export { type MultilevelI2, multilevelI2 } from "./multilevel/multilevel-i2.ts";
export { type MultilevelPrediction, type PredictionPoint, predictMultilevel } from "./multilevel/predict-multilevel.ts";
export { type ProfileInterval, profileIntervals } from "./multilevel/profile-multilevel.ts";
export { type GroupEffect, type RandomEffects, randomEffects } from "./multilevel/random-effects.ts";
export type { RandomTerm } from "./multilevel/random-term.ts";
export { samplingBlocks, samplingCovariance } from "./multilevel/sampling-covariance.ts";
export { type BaujatPlace, baujatPlaces } from "./sensitivity/baujat.ts";
export { type Bootstrap, type PercentileInterval, parametricBootstrap } from "./sensitivity/bootstrap.ts";
export { type DeletionDiagnostics, type Influence, influence } from "./sensitivity/influence.ts";
export { cumulativeMeta, leaveOneOut } from "./sensitivity/leave-one-out.ts";
export type { PartialFit } from "./sensitivity/partial-fit.ts";
export {
  exactArrangements,
  type PermutationPlan,
  type PermutationTest,
  permutationTest,
} from "./sensitivity/permutation-test.ts";
export {
  hatValues,
  type ShrunkenEffect,
  type StandardisedResidual,
  shrunkenEffects,
  standardisedResiduals,
} from "./sensitivity/residuals.ts";
