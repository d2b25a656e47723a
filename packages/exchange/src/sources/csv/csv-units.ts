import { isOfTable, type MappedEvent, type Mapping, type MappingTable } from "@materbone/finder";
import { countFaults } from "../../convert/count-faults.ts";
import { copyTo } from "../../convert/parquet-file.ts";
import { joinReports, LISTED_PER_KIND, NO_PROBLEMS, type ProblemReport, reportOf } from "../../convert/problem.ts";
import type { Unit, UnitContext } from "../../convert/staging.ts";
import type { TableFile } from "../../detect/found.ts";
import { csvScan, forgetRejected, rejectedLines } from "./csv-scan.ts";
import { csvEvents, csvPersons } from "./csv-sql.ts";
import { writeUtf8 } from "./in-utf8.ts";

type Job = { readonly file: TableFile; readonly table: MappingTable; readonly event: MappedEvent | undefined };

/** A unit per file and kind of row that a mapping reads from it, persons first. */
export function csvUnits(files: readonly TableFile[], mapping: Mapping): readonly Unit[] {
  const jobs = mapping.tables.flatMap((table) =>
    files
      .filter(({ name }) => isOfTable(table, name))
      .flatMap((file): readonly Job[] => [
        ...(table.person === undefined ? [] : [{ file, table, event: undefined }]),
        ...(table.events ?? []).map((event) => ({ file, table, event })),
      ]),
  );
  const ordered = [
    ...jobs.filter(({ event }) => event === undefined),
    ...jobs.filter(({ event }) => event !== undefined),
  ];
  return ordered.map(({ file, table, event }, index) => ({
    id: `${String(index).padStart(4, "0")}-${event?.kind ?? "person"}`,
    inputs: [file],
    writes: event === undefined ? "person" : "event",
    settings: JSON.stringify([
      mapping.encoding,
      mapping.dates,
      mapping.sexes,
      table,
      event,
      file.columns,
      file.delimiter,
    ]),
    // A file is told of once, though several units may read it.
    run: (context) => runUnit({ file, table, event }, mapping, context, firstOf(ordered, file) === index),
    // The reference of a row ends with its line.
    locate: (_, refs) => Promise.resolve(refs.map((ref) => Number(/:(\d+)$/u.exec(ref)?.[1])).filter(Number.isInteger)),
  }));
}

function firstOf(jobs: readonly Job[], file: TableFile): number {
  return jobs.findIndex((job) => job.file === file);
}

async function runUnit(job: Job, mapping: Mapping, context: UnitContext, isFirst: boolean): Promise<ProblemReport> {
  const { file, table, event } = job;
  const { connection, output, signal, asOf } = context;
  const encoding = table.encoding ?? mapping.encoding ?? "utf-8";
  const text = context.scratch("utf8.csv");
  const [path = file.path] = context.paths;
  const written = await writeUtf8(path, encoding, text, signal);
  if (written.kind === "wrong") {
    const { seems } = written;
    const problem = {
      kind: "wrongEncoding",
      file: file.name,
      encoding,
      ...(seems === undefined ? {} : { seems }),
    } as const;
    return isFirst ? reportOf([problem]) : NO_PROBLEMS;
  }
  const delimiter = table.delimiter ?? file.delimiter;
  const select = (leftOut: number, keep: "rejects" | "nothing"): string => {
    const from = csvScan(text, file.columns, delimiter, keep);
    const input = { from, mapping, table, name: file.name, columns: file.columns, leftOut, asOf };
    return event === undefined ? csvPersons(input) : csvEvents(input, event);
  };
  // Lines are numbered by the order of the file.
  await connection.run("SET preserve_insertion_order = true");
  try {
    await copyTo(connection, `SELECT * EXCLUDE (line) FROM (${select(0, "rejects")})`, output);
    const rejected = await rejectedLines(connection, text, file.name);
    if (rejected.count > 0) {
      await copyTo(connection, `SELECT * EXCLUDE (line) FROM (${select(rejected.count, "nothing")})`, output);
    }
    const locate = (bit: number): string =>
      `SELECT line FROM (${select(rejected.count, "nothing")}) WHERE fault & ${bit} <> 0 ORDER BY line LIMIT ${LISTED_PER_KIND}`;
    const faults = await countFaults(connection, output, file.name, locate);
    return joinReports([isFirst ? rejected.report : NO_PROBLEMS, faults]);
  } finally {
    await forgetRejected(connection);
    await connection.run("SET preserve_insertion_order = false");
  }
}
