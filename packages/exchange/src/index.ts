export type { FinderEngine, Progress } from "./engine.ts";
export { EngineError } from "./engine.ts";
