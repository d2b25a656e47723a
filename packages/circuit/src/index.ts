export {
  type Anchor,
  type AnchorSimulation,
  type AnchorUse,
  anchorArms,
  anchorSpread,
  anchors,
  type ComparedAnchor,
} from "./calibration/anchors.ts";
export {
  type AnchorResidual,
  anchorResiduals,
  type CalibratedStage,
  type Calibration,
  calibration,
  MOST_RMS,
  MOST_SD,
  rootMeanSquare,
  type SiteVerdict,
  siteVerdicts,
} from "./calibration/calibration.ts";
export { sayPublishedDensity, sayShownVerdicts, saySiteVerdicts } from "./calibration/site-verdict-words.ts";
export {
  type CaseCourse,
  type CourseChoice,
  type CourseDose,
  type CourseRate,
  caseCourse,
  type NotModelled,
} from "./fit/case-course.ts";
export {
  type CaseFit,
  caseFit,
  type FitCourses,
  type FittedParameter,
  levelPrior,
  type SiteBands,
  type SiteFit,
} from "./fit/case-fit.ts";
export {
  type CaseScenario,
  type CaseScenarioOptions,
  type CaseVariant,
  caseScenario,
  type NoCaseScenario,
  type NursingChoice,
} from "./fit/case-scenario.ts";
export {
  caseSentences,
  sayChoice,
  sayFracturedInside,
  sayLeftOut,
  sayNotModelled,
  sayNursing,
  sayRestLevel,
} from "./fit/case-words.ts";
export { type BmdObservation, type LevelPrior, levelLikelihood } from "./fit/level-likelihood.ts";
export { type MapFit, mapFit, STAYS_AT_PRIOR } from "./fit/map-fit.ts";
export { FEWEST_EFFECTIVE_WOMEN, type Resampling, resample } from "./fit/resample.ts";
export {
  type LeftOutScan,
  type ScanObservation,
  type ScanObservations,
  scanObservations,
} from "./fit/scan-observations.ts";
export { shownSites } from "./fit/shown-sites.ts";
export { type CaseQuestion, type CaseSimulation, type CaseVariantResult, simulateCase } from "./fit/simulate-case.ts";
export { type Direction, directionAlong } from "./mechanism/direction.ts";
export {
  type Carried,
  type Certainty,
  type Change,
  type Mechanism,
  type MechanismEdge,
  type MechanismNode,
  mechanism,
  type NodeGroup,
  type Sign,
} from "./mechanism/mechanism.ts";
export {
  calciumBoneParameters,
  calciumBoneSources,
  calciumBoneStates,
  calciumBoneVersion,
  type ModelSource,
  type ParameterBounds,
  type ParameterKnowledge,
  type StateKnowledge,
} from "./model/calcium-bone/knowledge.ts";
export { calciumBone } from "./model/calcium-bone.ts";
export { circuit } from "./model/circuit.ts";
export { jorg2022 } from "./model/companions/jorg2022.ts";
export { mori2018 } from "./model/companions/mori2018.ts";
export { wang2023 } from "./model/companions/wang2023.ts";
export { composed, type ModelAddition, type Substitution } from "./model/compose.ts";
export type { ModelDescription } from "./model/description.ts";
export {
  lactationAxisOutputs,
  lactationAxisParameters,
  lactationAxisSources,
  lactationAxisStates,
} from "./model/lactation-axis-knowledge.ts";
export { type DensitySite, densitySites } from "./model/site-density.ts";
export {
  type CalibratedKnowledge,
  recalibratedParameters,
  siteDensityOutputs,
  siteDensityParameters,
  siteDensitySources,
  siteDensityStates,
  siteDensityVersion,
} from "./model/site-density-knowledge.ts";
export type { KernelQuantity, ModelKernel, ParameterDerivative, ParameterDerivatives } from "./model-kernel.ts";
export {
  firstBoundBroken,
  type PhysiologicalBound,
  type PhysiologicalState,
  type Refusal,
} from "./population/acceptance.ts";
export { type CircuitPopulation, circuitPopulation, DENSITY_OUTPUTS } from "./population/circuit-job.ts";
export { circuitSimulator } from "./population/circuit-simulator.ts";
export type { CircuitJob } from "./population/circuit-women.ts";
export type { Distribution, DrawnParameter, ScoreCorrelation } from "./population/distribution.ts";
export { type WomenPrior, womenDrawer } from "./population/draw-woman.ts";
export { type PloPrior, ploPrior } from "./population/plo-prior.ts";
export {
  type BatchReply,
  type BatchRequest,
  type BatchWorker,
  batchAnswerer,
  pooledRunner,
} from "./population/pooled-runner.ts";
export { ENOUGH_WOMEN, isEnough, type PopulationBand, populationBand } from "./population/population-bands.ts";
export { type PopulationKnowledge, populationKnowledge, statedPrior } from "./population/population-knowledge.ts";
export {
  type CancelSignal,
  inMemoryRunner,
  PopulationCancelledError,
  PopulationFailedError,
  type PopulationRequest,
  type PopulationRunner,
  type SimulatorOf,
} from "./population/population-runner.ts";
export {
  type PopulationBatch,
  type RefusalCount,
  simulateBatch,
  type WomanSimulator,
} from "./population/simulate-batch.ts";
export {
  type AnchorReached,
  type PopulationAnchor,
  type VirtualWomen,
  virtualWomen,
  type Weighting,
} from "./population/virtual-women.ts";
export { weightedQuantile, weightedSample } from "./population/weighted-quantiles.ts";
export { medianWoman } from "./population/woman-of-prior.ts";
export { createRunner } from "./run/create-runner.ts";
export { modelColumns, shownValues } from "./run/model-columns.ts";
export type { Plan, PlanColumn, PlanEvent, StartFrom } from "./run/plan.ts";
export { RestStateError } from "./run/rest-state.ts";
export { type StoppedState, stoppedState } from "./run/stopped-state.ts";
export type { Runner, RunOptions, RunReport, Trajectory } from "./run/trajectory.ts";
export { type ReadScenario, readScenario, type Scenario } from "./scenario/read-scenario.ts";
export { type ScenarioName, scenarioNames } from "./scenario/scenario-names.ts";
export type { ScenarioProblem } from "./scenario/scenario-problem.ts";
export { sayScenarioProblem } from "./scenario/scenario-problem-words.ts";
export { SCENARIO_SCHEMA, type ScenarioFile, scenarioSchema } from "./scenario/scenario-schema.ts";
export { DAYS_PER_MONTH, HOURS_PER_MONTH, hoursOf, TIME_UNITS, type TimeUnit } from "./scenario/time-unit.ts";
export { doseDrug, knownAgent, untreatedPlan } from "./scenario/untreated-plan.ts";
export type { DoseRoute, NameFacts, SimulationModel } from "./simulation-model.ts";
export { circuitSimulation, simulationModels } from "./simulation-models.ts";
export { sayCite } from "./source-words.ts";
export {
  type CircuitWarning,
  type Crossing,
  type Extrapolation,
  WARNING_OUTPUTS,
  type WarningOutput,
  type WatchedRun,
} from "./warnings/circuit-warning.ts";
export { circuitWarnings } from "./warnings/circuit-warnings.ts";
export { type WarningKnowledge, warningKnowledge } from "./warnings/warning-knowledge.ts";
export { extrapolationWords, sayCircuitWarning } from "./warnings/warning-words.ts";
export { warningsOf } from "./warnings/warnings-of.ts";
export { watchedRun } from "./warnings/watched-run.ts";
