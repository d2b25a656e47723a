export { ConversionError, type ConversionTrouble } from "./convert/conversion-error.ts";
export { type Conversion, type ConversionProgress, type ConvertOptions, convert } from "./convert/convert.ts";
export { type Manifest, readManifest, tableFile } from "./convert/manifest.ts";
export type { ConversionProblem, ConversionProblemKind, ProblemReport } from "./convert/problem.ts";
export { type SaidProblems, sayConversionTrouble, sayProblemKinds, sayProblems } from "./convert/problem-words.ts";
export { writeWhole } from "./convert/whole-file.ts";
export {
  deleteOwnDefinition,
  listOwnDefinitions,
  type OwnDefinition,
  readOwnDefinition,
  saveOwnDefinition,
} from "./definitions/own-definitions.ts";
export { detect } from "./detect/detect.ts";
export { sayFormat, sayIgnored, sayMissing, sayRefusal } from "./detect/detect-words.ts";
export type { Detection, Found, Ignored, Missing, Refusal } from "./detect/found.ts";
export { sourceFile } from "./detect/list-files.ts";
export { type TableHead, type TableHeads, tableHeads } from "./detect/table-heads.ts";
export { EngineError, type FinderEngine, type Progress } from "./engine.ts";
export { type DuckdbOptions, openDuckdbEngine } from "./engines/duckdb-engine.ts";
export { type MemoryOptions, openMemoryEngine } from "./engines/memory-engine.ts";
export { openPostgresEngine, type PostgresOptions } from "./engines/postgres-engine.ts";
export { openTrinoEngine, type TrinoOptions } from "./engines/trino-engine.ts";
export {
  HOSPITAL_FORMATS,
  HospitalError,
  type HospitalFormat,
  type WriteHospitalOptions,
  type WrittenHospital,
  writeHospital,
} from "./hospital/write-hospital.ts";
export { localDay } from "./local-day.ts";
export { isDeviceName } from "./run/device-names.ts";
export {
  dataNameOf,
  type FindInFilesOptions,
  type FindProgress,
  type FoundInFiles,
  finderFolders,
  findInFiles,
  hasData,
} from "./run/find-in-files.ts";
export { inTurn } from "./run/in-turn.ts";
export { type ChangedOwn, changeKept, stateOf } from "./run/kept-text.ts";
export { type MakeRunOptions, makeRun } from "./run/make-run.ts";
export { listDamagedRuns, listRuns, openRun, RunError, type RunHead, type StoredRun } from "./run/open-run.ts";
export type { SameWoman } from "./run/other-runs.ts";
export { removeAside } from "./run/passing-folder.ts";
export { personTables } from "./run/person-tables.ts";
export { type RemovedRun, removeRun } from "./run/remove-run.ts";
export { runData } from "./run/run-data.ts";
export { dayOfFiles, openSnapshot } from "./run/snapshot.ts";
export { keepPlace, listData, readData, removeData, type StoredData } from "./run/stored-data.ts";
export { isMappingName, type StoredMapping, type StoredMappings, storedMappings } from "./run/stored-mappings.ts";
export type { WriteOutcome, WrittenCase } from "./run/written-cases.ts";
export { mappingText, yamlValue } from "./sources/csv/load-mapping.ts";
