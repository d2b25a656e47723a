export {
  CODE_SYSTEMS,
  CONTRACT,
  type CodeSystem,
  type ContractTable,
  EVENT_KINDS,
  type EventKind,
  SEXES,
  type Sex,
} from "./contract.ts";
export type { CodeSystem, ContractTable, EventKind, Sex } from "./contract.ts";
export { CODE_SYSTEMS, CONTRACT, EVENT_KINDS, SEXES } from "./contract.ts";
export { canonicalDefinition } from "./definition/canonical-definition.ts";
export { codeSystem } from "./definition/code-system.ts";
export {
  type CohortBuilder,
  type CohortEnd,
  type CohortHead,
  cohort,
  type NamedCriterion,
} from "./definition/cohort.ts";
export {
  conceptLibrary,
  type LeftOutCode,
  type LibraryConceptSet,
  type LibraryRule,
} from "./definition/concept-library.ts";
export {
  COHORT_SCHEMA,
  type CohortDefinition,
  type ConceptRule,
  type ConceptSet,
  type Criterion,
  type CriterionLeaf,
  type DeliveryWindow,
  definitionSchema,
  type EventStream,
  type Exclusion,
  MAX_DEPTH,
  type ResolvedDefinition,
  SETTLERS,
  type Settler,
  type Tier,
  type WindowBound,
export type { DefinitionName, DefinitionProblem, DefinitionProblemKind } from "./definition/definition-problem.ts";
export { sayDefinitionProblem } from "./definition/definition-problem-words.ts";
export type {
  CohortDefinition,
  ConceptRule,
  ConceptSet,
  Criterion,
  CriterionLeaf,
  DeliveryWindow,
  EventStream,
  Exclusion,
  ResolvedDefinition,
  Settler,
  Tier,
  WindowBound,
} from "./definition/definition-schema.ts";
export { presetDefinition, presetDefinitions } from "./definition/presets.ts";
export type { Dialect, DialectName, TableName } from "./dialects/dialect.ts";
export { duckdbDialect } from "./dialects/duckdb.ts";
export { printQuery, type TableNames } from "./dialects/print-query.ts";
export { type CompiledQuery, compileQuery } from "./evaluate/compile-query.ts";
export type { PersonTables } from "./evaluate/compile-relation.ts";
export { compileView, evaluateView, type ViewCell, type ViewFunction, type ViewRow } from "./fhir/evaluate-view.ts";
export { type FhirColumn, type FhirPart, type FhirSelect, type FhirView, parseView } from "./fhir/fhir-view.ts";
export {
  FhirViewError,
  type FhirViewProblem,
  type FhirViewProblemKind,
  sayFhirViewProblem,
} from "./fhir/fhir-view-problem.ts";
export { type PrintedView, printView } from "./fhir/print-view.ts";
export { type ShippedViews, shippedViews } from "./fhir/shipped-views.ts";
export { answerKey, type HospitalOptions, type KeyEntry } from "./generator/answer-key.ts";
export { BATCH_CODES, type BatchCode, type EventBatch, eventBatches } from "./generator/event-batches.ts";
export type { HospitalChunk } from "./generator/hospital-text.ts";
export { LARGEST_SEED, MOST_PERSONS } from "./generator/make-person.ts";
export { renderCsv } from "./generator/render-csv.ts";
export { renderFhir } from "./generator/render-fhir.ts";
export { renderOmop } from "./generator/render-omop.ts";
export { checkQuery, columnsOf, type QueryColumns } from "./ir/check-query.ts";
export { isoOfDay } from "./ir/day-number.ts";
export { type ReadDefinition, readDefinition } from "./definition/read-definition.ts";
export { resolveDefinition } from "./definition/resolve-definition.ts";
export {
  type DefinitionLine,
  type DefinitionSection,
  type DefinitionSentences,
  sayDefinition,
} from "./definition/say-definition.ts";
export type { Aggregate, ColumnType, Expression } from "./ir/expression.ts";
export type { Columns } from "./ir/expression-type.ts";
export { cellProblem, isIsoDate } from "./ir/literals.ts";
export type { Cell, OrderBy, Query, Relation, Row } from "./ir/relation.ts";
export { type EventSource, flatContract } from "./plan/event-source.ts";
export { type OmopDatabase, omopSource } from "./plan/omop-source.ts";
export { OMOP_EVENT_TABLES } from "./plan/omop-tables.ts";
export { planDefinition } from "./plan/plan-definition.ts";
export { RESULT_COLUMNS, type ResultPart } from "./plan/result.ts";
export { stageIds } from "./plan/result-rows.ts";
export { type Proportion, proportion } from "./score/exact-interval.ts";
export { type Score, type ScoredCandidate, score } from "./score/score.ts";
export { type ScoreTable, scoreTables } from "./score/score-tables.ts";
