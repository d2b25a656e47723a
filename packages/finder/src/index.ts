export type { Answer, Candidate, EvidenceLine, Flag, SettleItem, SettleReason, UnusedValue } from "./answer/answer.ts";
export {
  CANDIDATE_NOTICE,
  CLOCK_WORDS,
  EXPLANATION_WORDS,
  FUNNEL_NOTE,
  OUT_OF_MEMORY,
  SETTLER_WORDS,
  SMALL_CELL_NOTE,
  UNUSED_WORDS,
  WORKLIST_WORDS,
  YES_NO_WORDS,
} from "./answer/answer-words.ts";
export { coarseFunnel } from "./answer/coarse-funnel.ts";
export { absentLeaves, type CriterionAnswer, metLeaves, type YesNo } from "./answer/criterion-answer.ts";
export { type DayRange, type Elapsed, elapsed, type IntegerRange } from "./answer/day-range.ts";
export { CLOCK_STEPS, type ClockReading, type ClockStep, type DelayClock } from "./answer/delay-clock.ts";
export { type EvidenceRecord, evidenceRecords } from "./answer/evidence-line.ts";
export { type DeliveryExplanation, type WomanExplanation, womanExplainer } from "./answer/explain-woman.ts";
export { explanationText } from "./answer/explanation-text.ts";
export { type Funnel, type FunnelStage, funnelOf } from "./answer/funnel.ts";
export { mergeResults } from "./answer/merge-results.ts";
export { type AskedAbout, peopleQueries, type WhichPeople } from "./answer/people-queries.ts";
export { readAnswer } from "./answer/read-answer.ts";
export { type JsonValue, type RunFacts, type RunManifest, runManifest } from "./answer/run-manifest.ts";
export {
  sayAge,
  sayClock,
  sayCount,
  sayEvidence,
  sayLeaf,
  sayLines,
  saySettle,
  sayStage,
  sayStream,
  sayStreams,
  sayTiming,
  sayUnused,
  sayValue,
  sayWhat,
  sayWhy,
} from "./answer/say-answer.ts";
export { isNamed, sayRegion, wholeCodings } from "./answer/say-code.ts";
export { sayDays, sayRange, saySinceDelivery, sayWhen } from "./answer/say-time.ts";
export {
  type ShownCount,
  type ShownFunnel,
  type ShownStage,
  SMALL_CELL,
  suppressed,
  unsuppressed,
} from "./answer/suppress-funnel.ts";
export { makeWorklist, type Worklist, worklistJson, worklistNdjson } from "./answer/worklist.ts";
export { criterionAnswerSchema, worklistSchema } from "./answer/worklist-schema.ts";
export { type CellTable, candidateTable, evidenceTable } from "./answer/worklist-tables.ts";
export { candidateText, funnelText, worklistText } from "./answer/worklist-text.ts";
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
export { canonicalDefinition } from "./definition/canonical-definition.ts";
export { codeSystem, fhirNamesOf } from "./definition/code-system.ts";
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
  type LibraryConceptName,
  type LibraryConceptSet,
  type LibraryRule,
} from "./definition/concept-library.ts";
export type { DefinitionName, DefinitionProblem, DefinitionProblemKind } from "./definition/definition-problem.ts";
export { sayDefinitionProblem } from "./definition/definition-problem-words.ts";
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
  isDefinitionId,
  MAX_DEPTH,
  MOST_AWAY,
  type NearEvent,
  type ResolvedDefinition,
  SETTLERS,
  type Settler,
  type Tier,
  type WindowBound,
} from "./definition/definition-schema.ts";
export { definitionWords } from "./definition/definition-words.ts";
export { presetDefinition, presetDefinitions } from "./definition/presets.ts";
export { type ReadDefinition, readDefinition } from "./definition/read-definition.ts";
export { resolveDefinition } from "./definition/resolve-definition.ts";
export {
  type DefinitionLine,
  type DefinitionSection,
  type DefinitionSentences,
  sayDefinition,
} from "./definition/say-definition.ts";
export { STANDARD_SYSTEMS, shippedCodes, WORD_SIGN } from "./definition/unseen-code.ts";
export { sayWindow } from "./definition/window-words.ts";
export { type Dialect, type DialectName, quotedName, quotedText, type TableName } from "./dialects/dialect.ts";
export { duckdbDialect, literalPath } from "./dialects/duckdb.ts";
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
export { answerKey, type HospitalOptions, KEY_SCHEMA, type KeyEntry, type KeyHead } from "./generator/answer-key.ts";
export { type CsvMapping, csvMapping } from "./generator/csv-mapping.ts";
export { BATCH_CODES, type BatchCode, type EventBatch, eventBatches } from "./generator/event-batches.ts";
export type { HospitalChunk } from "./generator/hospital-text.ts";
export { LARGEST_SEED, MOST_PERSONS } from "./generator/make-person.ts";
export { renderCsv } from "./generator/render-csv.ts";
export { renderFhir } from "./generator/render-fhir.ts";
export { renderOmop } from "./generator/render-omop.ts";
export { checkQuery, columnsOf, type QueryColumns } from "./ir/check-query.ts";
export { isoOfDay } from "./ir/day-number.ts";
export type { Aggregate, ColumnType, Expression } from "./ir/expression.ts";
export type { Columns } from "./ir/expression-type.ts";
export { cellProblem, isIsoDate } from "./ir/literals.ts";
export type { Cell, OrderBy, Query, Relation, Row } from "./ir/relation.ts";
export {
  DAY_PATTERNS,
  NUMBER_PATTERN,
  OTHER_SIGNS,
  PARTIAL_DAYS,
  SERIAL_DAY,
  SEX_WORDS,
} from "./mapping/cell-words.ts";
export {
  isOfTable,
  type MappedFile,
  type MappingMistake,
  type ReadMapping,
  readMapping,
  sayMappingMistake,
} from "./mapping/mapping-mistake.ts";
export {
  DATE_FORMATS,
  type DateFormat,
  DELIMITERS,
  ENCODINGS,
  MAPPING_SCHEMA,
  type MappedCode,
  type MappedEvent,
  type Mapping,
  type MappingTable,
  mappingSchema,
} from "./mapping/mapping-schema.ts";
export { mappingYaml } from "./mapping/mapping-yaml.ts";
export { type CellFault, type ReadEvent, type ReadPerson, type ReadRow, readRow } from "./mapping/read-row.ts";
export { type CodeChoice, type CodeSuggestion, codeChoices, suggestCodes } from "./mapping/suggest-codes.ts";
export { suggestKind, suggestSystem } from "./mapping/suggest-event.ts";
export {
  type ColumnRole,
  type ColumnSuggestion,
  type MappingSuggestion,
  suggestMapping,
} from "./mapping/suggest-mapping.ts";
export { type EventSource, flatContract } from "./plan/event-source.ts";
export { type OmopDatabase, omopSource } from "./plan/omop-source.ts";
export { OMOP_EVENT_TABLES, OMOP_GENDER, type OmopEventTable } from "./plan/omop-tables.ts";
export { planDefinition } from "./plan/plan-definition.ts";
export { RESULT_COLUMNS, type ResultPart } from "./plan/result.ts";
export { stageIds } from "./plan/result-rows.ts";
export { type AddedEntry, addEntry, emptyReview, stampedLast } from "./review/add-entry.ts";
export { type Agreement, agreementOf } from "./review/agreement.ts";
export {
  type BlindStatus,
  blindStatus,
  type CandidateStatus,
  candidateStatuses,
  isMadeFrom,
  REVIEW_ROLES,
  type ReviewRole,
  reviewersOf,
  roleOf,
  seenState,
  settledVerdict,
  shownReviewers,
} from "./review/candidate-status.ts";
export { deliveryExplanationSchema } from "./review/explanation-schema.ts";
export { type ExportedCase, exportCase, type LeftOut } from "./review/export-case.ts";
export { cohensKappa, type Kappa } from "./review/kappa.ts";
export { leavingReview, ownReview } from "./review/leaving-review.ts";
export { mergeReviews, type ReadReview, readReview } from "./review/read-review.ts";
export type { ReviewProblem, ReviewProblemKind } from "./review/review-problem.ts";
export { sayReviewProblem } from "./review/review-problem-words.ts";
export {
  type AdjudicatedBy,
  type Adjudication,
  type Decision,
  REVIEW_REASONS,
  REVIEW_VERDICTS,
  type Review,
  type ReviewEntry,
  type ReviewedRun,
  type ReviewReason,
  type ReviewVerdict,
  reviewEntrySchema,
  reviewSchema,
  saidSchemas,
} from "./review/review-schema.ts";
export {
  type CriterionCounts,
  type ReviewSummary,
  reviewSummary,
  type ShareOfAll,
  type SummarisedCandidate,
  shareOfAll,
  type TierCounts,
  type VerdictCounts,
} from "./review/review-summary.ts";
export {
  REASON_WORDS,
  REVIEWER_NAME_WORDS,
  STATUS_WORDS,
  SUMMARY_WORDS,
  VERDICT_WORDS,
} from "./review/review-words.ts";
export { REVIEWER_NAME } from "./review/reviewer-name.ts";
export { type Shown, type ShownSummary, shownSummary } from "./review/shown-summary.ts";
export { blindStatusSchema, reviewSummarySchema, shownSummarySchema } from "./review/summary-schema.ts";
export { verdictElsewhere } from "./review/verdict-elsewhere.ts";
export { type Proportion, proportion } from "./score/exact-interval.ts";
export { isKeyOf } from "./score/is-key-of.ts";
export { type Score, type ScoredCandidate, score } from "./score/score.ts";
export { type ScoreTable, scoreTables } from "./score/score-tables.ts";
