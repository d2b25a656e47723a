export type { FinderEngine, Progress } from "./engine.ts";
export { EngineError } from "./engine.ts";
export { type DuckdbOptions, openDuckdbEngine } from "./engines/duckdb-engine.ts";
