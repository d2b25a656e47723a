export type { CodeSystem, ContractTable, EventKind, Sex } from "./contract.ts";
export { CODE_SYSTEMS, CONTRACT, EVENT_KINDS, SEXES } from "./contract.ts";
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
export { COHORT_SCHEMA, definitionSchema, MAX_DEPTH, SETTLERS } from "./definition/definition-schema.ts";
export type { Dialect, DialectName, TableName } from "./dialects/dialect.ts";
export { duckdbDialect } from "./dialects/duckdb.ts";
export { printQuery, type TableNames } from "./dialects/print-query.ts";
export { checkQuery, columnsOf, type QueryColumns } from "./ir/check-query.ts";
export { isoOfDay } from "./ir/day-number.ts";
export type { Aggregate, ColumnType, Expression } from "./ir/expression.ts";
export type { Columns } from "./ir/expression-type.ts";
export { cellProblem, isIsoDate } from "./ir/literals.ts";
export type { Cell, OrderBy, Query, Relation, Row } from "./ir/relation.ts";
export type { ResultPart } from "./plan/result.ts";
export { RESULT_COLUMNS } from "./plan/result.ts";
