import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { rename, rm, writeFile } from "node:fs/promises";
import { dirname, extname, resolve } from "node:path";
import {
  type Answer,
  type CellTable,
  candidateTable,
  evidenceTable,
  makeWorklist,
  type ResolvedDefinition,
  type RunManifest,
  type ShownFunnel,
  worklistJson,
  worklistNdjson,
  worklistText,
} from "@materbone/finder";
import { BYTE_ORDER_MARK, worklistCsv, worklistHtml } from "@materbone/report";
import type { Flags } from "../command.ts";
import { InputError } from "../input/input-error.ts";
import { oneOf } from "../options.ts";
import { makeFolder } from "../output/make-folder.ts";
import { type Session, visible, write } from "../terminal.ts";
import { words } from "../words.ts";
import { findWords } from "./find-words.ts";

const FORMATS = ["text", "csv", "json", "ndjson", "html"] as const;
export type FindFormat = (typeof FORMATS)[number];

/**
 * As asked, else by the ending of the file to write; SQL of `--explain` may have any.
 *
 * @throws InputError where `--lines` goes with another form than CSV, or the ending names a form that is not written
 */
export function formatOf(flags: Flags): FindFormat {
  const format = namedFormat(flags);
  if (flags.lines === true && format !== "csv") throw new InputError([{ kind: "linesOfCsv", format }]);
  return format;
}

function namedFormat({ format, output, explain }: Flags): FindFormat {
  if (format !== undefined) return oneOf("--format", String(format), FORMATS);
  if (typeof output !== "string") return "text";
  const ending = extname(output).slice(1).toLowerCase();
  const named = FORMATS.find((one) => one === ending);
  if (named !== undefined || ending === "" || ending === "txt" || explain === true) return named ?? "text";
  throw new InputError([{ kind: "endingNotWritten", file: output }]);
}

export type Found = {
  readonly answer: Answer;
  readonly funnel: ShownFunnel;
  readonly definition: ResolvedDefinition;
  readonly run: RunManifest;
};

/** The worklist in one form; `--lines` gives a CSV of the evidence. */
export function formed(
  { answer, funnel, definition, run }: Found,
  format: FindFormat,
  session: Session,
  flags: Flags,
): string {
  const { terms, lang } = session;
  switch (format) {
    case "csv":
      return csvText((flags.lines === true ? evidenceTable : candidateTable)(answer, definition, terms), flags);
    case "json":
      return worklistJson(makeWorklist(answer, funnel, definition, run));
    case "ndjson":
      return worklistNdjson(makeWorklist(answer, funnel, definition, run));
    case "html":
      return worklistHtml({ answer, funnel, definition, run }, lang);
    case "text":
      return `${visible(worklistText(answer, funnel, definition, terms), "\n")}${terms.text(words.researchUse)}\n`;
  }
}

/** @throws InputError where `--output` names what must not be replaced, before the work begins */
export function checkOutput({ output, overwrite }: Flags, source: string): void {
  if (typeof output !== "string") return;
  if (resolve(output) === resolve(source))
    throw new InputError([{ kind: "ownInput", option: "--output", file: output }]);
  if (existsSync(output) && overwrite !== true) throw new InputError([{ kind: "fileExists", file: output }]);
}

/** To the file of `--output`, which appears whole or not at all, else to the terminal. */
export async function deliver(text: string, session: Session, flags: Flags, source: string): Promise<void> {
  const { output } = flags;
  if (typeof output !== "string") return write(session.world, text);
  const file = resolve(output);
  await makeFolder(dirname(file));
  const part = `${file}.${randomBytes(6).toString("hex")}.part`;
  try {
    // Only this user may read it: it names women.
    await writeFile(part, text, { mode: 0o600, flag: "wx" });
    // Somebody may have put a file there meanwhile.
    checkOutput(flags, source);
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  session.world.progress.write(`${session.terms.text(findWords.written)}${visible(output)}\n`);
}

/** A file is opened in a spreadsheet and says that it is UTF-8; what goes on to another program does not. */
function csvText(table: CellTable, { output }: Flags): string {
  return (typeof output === "string" ? BYTE_ORDER_MARK : "") + visible(worklistCsv(table), "\r\n\t");
}
