import {
  caseFindings,
  type Finding,
  looseCaseFindings,
  openSeries,
  SEVERITIES,
  type Series,
  type SeriesContext,
  type Severity,
  seriesFindings,
} from "@materbone/clinical";
import { EXIT, type Run } from "../command.ts";
import { InputError, type InputProblem } from "../input/input-error.ts";
import { sayInputProblem } from "../input/input-words.ts";
import { isNdjson, readCaseBatches } from "../input/read-lines.ts";
import { readSource } from "../input/read-series.ts";
import { oneOf } from "../options.ts";
import { csvLine } from "../output/csv.ts";
import { FINDING_COLUMNS, findingJson, findingLines, findingRow } from "../output/finding.ts";
import { type Session, textWidth, write } from "../terminal.ts";
import { words } from "../words.ts";
import { pickCases, unknownCase } from "./pick-cases.ts";

const FORMATS = ["text", "json", "csv", "ndjson"] as const;
type Format = (typeof FORMATS)[number];

/** Lists what does not add up. NDJSON input is streamed: its women are read, checked and told one by one. */
export const check: Run = async (session, source, flags) => {
  const format = oneOf("--format", String(flags.format ?? "text"), FORMATS);
  const failOn = flags.failOn === undefined ? undefined : oneOf("--fail-on", String(flags.failOn), SEVERITIES);
  const writer = findingWriter(session, format);
  let worst = -1;
  const tell: Tell = (group, heading) => {
    for (const found of group) if (found.state === "open") worst = Math.max(worst, SEVERITIES.indexOf(found.severity));
    writer.add(group, heading);
  };
  if (isNdjson(source)) {
    const context = typeof flags.series === "string" ? (await readSource(flags.series)).series : {};
    const { read, refused } = await checkLines(session, source, context, flags.case, tell, writer.flush);
    if (read > 0) await writer.end();
    if (refused > 0) return EXIT.badInput;
  } else {
    const { kind, series } = await readSource(source);
    const picked = pickCases(series, flags.case);
    const view = openSeries(series);
    // Women without a series make no claims and state no methods: there is nothing of a series to ask about.
    if (picked === series && kind === "series") tell(seriesFindings(view), session.terms.text(words.ofTheSeries));
    for (const woman of view.cases.filter(({ record }) => picked.cases.includes(record))) {
      tell(caseFindings(woman, series.reviews), woman.record.id);
      await writer.flush();
    }
    await writer.end();
  }
  return reaches(worst, failOn) ? EXIT.findings : EXIT.done;
};

function reaches(worst: number, failOn: Severity | undefined): boolean {
  return failOn !== undefined && worst >= SEVERITIES.indexOf(failOn);
}

/** Ids kept to name the nearest one to a slip. */
const NAMED_IDS = 1000;

/** @returns how many women were read and how many lines refused; a refused line does not keep the others from being checked */
async function checkLines(
  session: Session,
  path: string,
  context: SeriesContext & Pick<Series, "reviews">,
  only: string | boolean | undefined,
  tell: Tell,
  flush: () => Promise<void>,
): Promise<{ readonly read: number; readonly refused: number }> {
  const { world, terms } = session;
  const ids: string[] = [];
  let found = only === undefined;
  let refused = 0;
  let read = 0;
  for await (const batch of readCaseBatches(path)) {
    for (const line of batch) {
      if (line.kind === "refused") {
        refused++;
        tellProblems(session, line.problems);
        continue;
      }
      read++;
      const { id } = line.record;
      if (ids.length < NAMED_IDS) ids.push(id);
      if (only !== undefined && id !== only) continue;
      found = true;
      tell(looseCaseFindings(line.record, context), id);
    }
    // Nothing is begun on stdout while every line so far was refused or is of another woman.
    if (read > 0 && found) await flush();
    if (world.showsProgress) world.progress.write(`\r${read} ${terms.text(words.progress)}`);
  }
  if (world.showsProgress) world.progress.write("\n");
  if (read === 0 && refused === 0) throw new InputError([{ kind: "noCases", file: path }]);
  if (!found && refused === 0) throw new InputError([unknownCase(String(only), ids)]);
  return { read, refused };
}

function tellProblems({ world, terms }: Session, problems: readonly InputProblem[]): void {
  for (const problem of problems) world.progress.write(`${sayInputProblem(problem, terms)}\n`);
}

type Tell = (group: readonly Finding[], heading: string) => void;

type FindingWriter = {
  readonly add: Tell;
  /** Writes what has gathered, and waits while the reader is slower. */
  readonly flush: () => Promise<void>;
  readonly end: () => Promise<void>;
};

function findingWriter({ world, terms }: Session, format: Format): FindingWriter {
  let pending = format === "json" ? '{"findings":[' : format === "csv" ? csvLine(FINDING_COLUMNS) : "";
  let count = 0;
  const width = textWidth(world);
  const one = (found: Finding): string => {
    if (format === "json") return `${count === 0 ? "\n" : ",\n"}${JSON.stringify(findingJson(found, terms))}`;
    if (format === "ndjson") return `${JSON.stringify(findingJson(found, terms))}\n`;
    return format === "csv" ? csvLine(findingRow(found, terms)) : findingLines(found, terms, width);
  };
  const flush = async (): Promise<void> => {
    const full = pending;
    pending = "";
    if (full !== "") await write(world, full);
  };
  return {
    add: (found, heading) => {
      if (found.length > 0 && format === "text") pending += `${count === 0 ? "" : "\n"}${heading}\n`;
      for (const finding of found) {
        pending += one(finding);
        count++;
      }
    },
    flush,
    end: async () => {
      if (format === "json") pending += "\n]}\n";
      if (format === "text")
        pending += count === 0 ? `${terms.text(words.noFindings)}\n` : `\n${terms.text(words.researchUse)}\n`;
      await flush();
    },
  };
}
