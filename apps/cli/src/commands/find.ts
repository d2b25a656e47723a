import { localText, say } from "@materbone/clinical";
import { personTables } from "@materbone/exchange";
import {
  explanationText,
  type Funnel,
  funnelOf,
  planDefinition,
  presetDefinitions,
  readAnswer,
  runManifest,
  type ShownFunnel,
  suppressed,
  unsuppressed,
  womanExplainer,
} from "@materbone/finder";
import { EXIT, type Flags, type Run } from "../command.ts";
import { findData, sayDetection } from "../find/find-data.ts";
import { engineName, eventSource, explained, type OpenedEngine, openDatabase, openFiles } from "../find/find-engine.ts";
import { asFindError } from "../find/find-error.ts";
import { checkOutput, deliver, formatOf, formed } from "../find/find-output.ts";
import { findPhrases, findWords } from "../find/find-words.ts";
import { type ChosenDefinition, chosenDefinition } from "../find/read-definition-option.ts";
import { InputError } from "../input/input-error.ts";
import { oneOf } from "../options.ts";
import { jsonText } from "../output/json.ts";
import { type Session, visible, write } from "../terminal.ts";
import { MATERBONE_VERSION } from "../version.ts";
import { words } from "../words.ts";

/** Puts up women for review: the worklist of a definition over files or a database. */
export const find: Run = async (session, source, flags) => {
  if (flags.definitions === true) return listDefinitions(session, flags);
  const controller = new AbortController();
  const forget = session.world.onInterrupt?.(() => controller.abort());
  try {
    return await run(session, source, flags, controller.signal);
  } catch (error) {
    throw asFindError(error, source, session.terms, controller.signal);
  } finally {
    forget?.();
  }
};

async function run(session: Session, source: string, flags: Flags, signal: AbortSignal): Promise<number> {
  formatOf(flags);
  checkOutput(flags, source);
  const shows = funnelRule(session, flags);
  const name = engineName(flags);
  const chosen = await chosenDefinition(session, flags);
  if (flags.explain === true) {
    await deliver(
      explained(name, planDefinition(chosen.definition, eventSource(flags)), flags),
      session,
      flags,
      source,
    );
    return EXIT.done;
  }
  if (flags.omop === true && name === "duckdb") throw new InputError([{ kind: "omopOfDatabase" }]);
  if (name === "duckdb" && source === "") throw new InputError([{ kind: "missingOption", option: "<data>" }]);
  if (flags.dryRun === true) {
    await write(session.world, await sayDetection(session, source, flags));
    return EXIT.done;
  }
  const opened =
    name === "duckdb"
      ? await openFiles(await findData(session, source, flags, signal))
      : await openDatabase(name, session, flags);
  try {
    const task = { session, opened, chosen, flags, signal };
    const text =
      typeof flags.person === "string" ? await explainedPerson(task, flags.person) : await foundWomen(task, shows);
    await deliver(text, session, flags, source);
    return EXIT.done;
  } finally {
    await opened.engine.close();
  }
}

type Task = {
  readonly session: Session;
  readonly opened: OpenedEngine;
  readonly chosen: ChosenDefinition;
  readonly flags: Flags;
  readonly signal: AbortSignal;
};

async function foundWomen({ session, opened, chosen, flags, signal }: Task, shows: FunnelRule): Promise<string> {
  const { engine, data, asOf } = opened;
  const { definition, hash } = chosen;
  const startedAt = new Date().toISOString();
  const rows = await engine.run(planDefinition(definition, eventSource(flags)), signal);
  const answer = readAnswer(definition, rows);
  const funnel = shows(funnelOf(rows, definition));
  const run = runManifest(definition, funnel, {
    materbone: MATERBONE_VERSION,
    definitionHash: hash,
    engine: { name: engine.name, version: await engine.version() },
    data,
    ...(asOf === undefined ? {} : { asOf }),
    startedAt,
    endedAt: new Date().toISOString(),
  });
  return formed({ answer, funnel, definition, run }, formatOf(flags), session, flags);
}

/** Why a woman is listed, or why not. */
async function explainedPerson({ session, opened, chosen, flags, signal }: Task, id: string): Promise<string> {
  const format = oneOf("--format", formatOf(flags), ["text", "json"]);
  const asked = { definition: chosen.definition, source: eventSource(flags) };
  const tables = await personTables(opened.engine, { sourceId: id }, signal, asked);
  if (tables.person.length === 0) throw new InputError([{ kind: "unknownPerson", id }]);
  const explanation = womanExplainer(chosen.definition)(tables);
  if (format === "json") return jsonText(explanation);
  const { terms } = session;
  return `${visible(explanationText(explanation, chosen.definition, terms), "\n")}${terms.text(words.researchUse)}\n`;
}

type FunnelRule = (funnel: Funnel) => ShownFunnel;

/** Small counts are hidden below `--small-cells`; `--full-counts` shows all, and says so. */
function funnelRule({ world, terms }: Session, { smallCells, fullCounts }: Flags): FunnelRule {
  if (fullCounts === true) {
    world.progress.write(`${terms.text(findWords.fullCounts)}\n`);
    return unsuppressed;
  }
  if (smallCells === undefined) return (funnel) => suppressed(funnel);
  const threshold = Number(smallCells);
  if (Number.isSafeInteger(threshold) && threshold >= 3 && threshold <= 1000) {
    return (funnel) => suppressed(funnel, threshold);
  }
  throw new InputError([
    { kind: "notWhole", option: "--small-cells", value: String(smallCells), least: 3, most: 1000 },
  ]);
}

async function listDefinitions({ world, terms, lang }: Session, flags: Flags): Promise<number> {
  const format = oneOf("--format", String(flags.format ?? "text"), ["text", "json"]);
  if (format === "json") {
    await write(
      world,
      jsonText(
        presetDefinitions.map(({ id, version, name, about, sources }) => ({ id, version, name, about, sources })),
      ),
    );
    return EXIT.done;
  }
  const lines = presetDefinitions.flatMap(({ id, version, name, about, sources }) => [
    `${id} ${version}${lang === "zh" ? "：" : ": "}${localText(name, lang)}`,
    ...(about === undefined ? [] : [`  ${localText(about, lang)}`]),
    ...sources.map(({ cite, doi }) =>
      say(findPhrases.source, { cite: doi === undefined ? cite : `${cite} https://doi.org/${doi}` }, terms),
    ),
  ]);
  await write(world, lines.map((line) => `${line}\n`).join(""));
  return EXIT.done;
}
