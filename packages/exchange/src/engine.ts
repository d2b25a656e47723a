import type { Query, Row } from "@materbone/finder";

/** Progress of a long piece of work: what is done of how much, in the unit that the task names. */
export type Progress = (done: number, total: number) => void;

/**
 * A place that answers a query of the finder: DuckDB over converted files, PostgreSQL, Trino, or the evaluator in memory.
 * All pass one contract suite and give the same rows, in any order.
 */
export type FinderEngine = {
  readonly name: "duckdb" | "postgres" | "trino" | "memory";
  /** Its version, for the manifest of a run. */
  readonly version: () => Promise<string>;
  /** The statement as it would be sent. */
  readonly explain: (query: Query) => string;
  /**
   * All rows. Rejects with `EngineError` when the engine fails, and with the reason of `signal` when that was aborted: the
   * statement is then cancelled in the engine.
   */
  readonly run: (query: Query, signal?: AbortSignal) => Promise<readonly Row[]>;
  readonly close: () => Promise<void>;
};

/** The engine could not answer: lost connection, missing table, out of memory. Never holds a person's data. */
export class EngineError extends Error {
  override readonly name = "EngineError";
  readonly engine: FinderEngine["name"];
  /** The statement needs more memory than the engine may take. */
  readonly isOutOfMemory: boolean;

  constructor(engine: FinderEngine["name"], message: string, cause?: unknown, isOutOfMemory = false) {
    super(message, { cause });
    this.engine = engine;
    this.isOutOfMemory = isOutOfMemory;
  }
}
