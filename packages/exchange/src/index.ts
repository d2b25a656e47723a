export { EngineError, type FinderEngine, type Progress } from "./engine.ts";
export { type DuckdbOptions, openDuckdbEngine } from "./engines/duckdb-engine.ts";
