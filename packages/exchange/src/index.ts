export { EngineError, type FinderEngine, type Progress } from "./engine.ts";
export { type DuckdbOptions, openDuckdbEngine } from "./engines/duckdb-engine.ts";
export { type MemoryOptions, openMemoryEngine } from "./engines/memory-engine.ts";
export { openPostgresEngine, type PostgresOptions } from "./engines/postgres-engine.ts";
