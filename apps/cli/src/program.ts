import { nearest, say, type Text } from "@materbone/clinical";
import { StoreError, sayStoreTrouble } from "@materbone/registry";
import { Command, CommanderError, Option } from "commander";
import { EXIT, type Flags, type Run } from "./command.ts";
import { InputError } from "./input/input-error.ts";
import { sayInputProblem } from "./input/input-words.ts";
import { languageOf } from "./options.ts";
import { sayStoppedRun } from "./output/stopped-run.ts";
import { openSession, type Session, visible, type World } from "./terminal.ts";
import { usageWords } from "./usage-words.ts";
import { words } from "./words.ts";

type Entry = {
  /** One word, or the group and the word: `evidence fit`. */
  readonly name: keyof typeof words & string;
  readonly argument?: readonly [usage: string, word: keyof typeof words];
  readonly options: readonly (readonly [flags: string, word: keyof typeof words])[];
  readonly example: string;
  readonly load: () => Promise<Run>;
};

const SOURCE = ["<source>", "source"] as const;
const lang = ["--lang <zh|en>", "optionLang"] as const;
const format = ["--format <format>", "optionFormat"] as const;
const onlyCase = ["--case <id>", "optionCase"] as const;
const data = ["--data <folder>", "optionData"] as const;
const literature = [
  ["--literature <file>", "optionLiterature"],
  ["--reading <list>", "optionReading"],
  ["--sd <points>", "optionSd"],
  ["--not-stated-as-mean", "optionNotStated"],
  ["--count-both", "optionCountBoth"],
] as const;
const lsc = ["--lsc <source>", "optionLsc"] as const;

/** Every command, as the help and the reference page print it. */
export const entries: readonly Entry[] = [
  {
    name: "check",
    argument: SOURCE,
    options: [format, lang, onlyCase, ["--fail-on <severity>", "optionFailOn"], ["--series <source>", "optionSeries"]],
    example: "materbone check examples/qingdao-2016-2019 --fail-on major",
    load: async () => (await import("./commands/check.ts")).check,
  },
  {
    name: "assess",
    argument: SOURCE,
    options: [format, lang, onlyCase, ["--definition <ids>", "optionDefinition"]],
    example: "materbone assess examples/qingdao-2016-2019 --case case-2 --format json",
    load: async () => (await import("./commands/assess.ts")).assessCommand,
  },
  {
    name: "response",
    argument: SOURCE,
    options: [format, lang, onlyCase, lsc],
    example: "materbone response examples/qingdao-2016-2019 --lsc minimum",
    load: async () => (await import("./commands/response.ts")).response,
  },
  {
    name: "therapy",
    argument: SOURCE,
    options: [format, lang, onlyCase, ["--agent <id>", "optionAgent"], ["--as-of <months>", "optionAsOf"]],
    example: "materbone therapy examples/qingdao-2016-2019 --case case-3 --agent zoledronicAcid",
    load: async () => (await import("./commands/therapy.ts")).therapy,
  },
  {
    name: "tables",
    argument: SOURCE,
    options: [["--table <number>", "optionTable"], format, lang],
    example: "materbone tables examples/qingdao-2016-2019 --table 2 --lang zh --format csv",
    load: async () => (await import("./commands/tables.ts")).tables,
  },
  {
    name: "report",
    argument: SOURCE,
    options: [["--out <folder>", "optionOut"], lang, lsc, ["--as-of <months>", "optionAsOf"]],
    example: "materbone report examples/qingdao-2016-2019 --out report",
    load: async () => (await import("./commands/report.ts")).report,
  },
  {
    name: "evidence fit",
    options: [["--data <file>", "optionEvidenceData"], ["--model <file>", "optionEvidenceModel"], format, lang],
    example: "materbone evidence fit --data examples/evidence/bcg.csv --model examples/evidence/bcg.json --format json",
    load: async () => (await import("./commands/evidence-fit.ts")).evidenceFit,
  },
  {
    name: "evidence table",
    options: [...literature, format, lang],
    example: "materbone evidence table --lang zh --format csv",
    load: async () => (await import("./commands/evidence-table.ts")).evidenceTableCommand,
  },
  {
    name: "evidence forest",
    options: [...literature, ["--out <folder>", "optionForestOut"], format, lang],
    example: "materbone evidence forest --reading osullivan-2006/bp/lumbarSpine@24=1 --out forest",
    load: async () => (await import("./commands/evidence-forest.ts")).evidenceForestCommand,
  },
  {
    name: "evidence benchmark",
    options: [literature[0], literature[1], ["--out <folder>", "optionBenchmarkOut"], format, lang],
    example: "materbone evidence benchmark --out benchmark --lang en",
    load: async () => (await import("./commands/evidence-benchmark.ts")).evidenceBenchmarkCommand,
  },
  {
    name: "simulate",
    options: [
      ["--scenario <file>", "optionScenario"],
      ["--series <source>", "optionCaseSeries"],
      onlyCase,
      ["--weaned <month>", "optionWeaned"],
      lsc,
      ["--population <women>", "optionPopulation"],
      ["--seed <number>", "optionSeed"],
      ["--workers <number>", "optionWorkers"],
      ["--compare <files>", "optionCompare"],
      ["--list [model]", "optionList"],
      format,
      ["--out <file>", "optionSimulationOut"],
      lang,
    ],
    example: "materbone simulate --scenario examples/simulate/p03-denosumab.json --format csv > denosumab.csv",
    load: async () => (await import("./commands/simulate.ts")).simulate,
  },
  {
    name: "find",
    argument: ["[data]", "findData"],
    options: [
      ["--definition <name>", "optionFindDefinition"],
      ["--definitions", "optionDefinitions"],
      ["--engine <name>", "optionEngine"],
      ["--connection <url>", "optionConnection"],
      ["--schema <name>", "optionSchema"],
      ["--omop", "optionOmop"],
      format,
      ["--lines", "optionLines"],
      ["--output <file>", "optionFindOutput"],
      ["--overwrite", "optionOverwrite"],
      ["--mapping <file>", "optionMapping"],
      ["--cache <folder>", "optionCache"],
      ["--as-of <date>", "optionAsOfDay"],
      ["--person <id>", "optionPerson"],
      ["--explain", "optionExplain"],
      ["--dry-run", "optionDryRun"],
      ["--strict", "optionStrict"],
      ["--small-cells <number>", "optionSmallCells"],
      ["--full-counts", "optionFullCounts"],
      lang,
    ],
    example: "materbone find hospital/data --definition paper --output worklist.html",
    load: async () => (await import("./commands/find.ts")).find,
  },
  {
    name: "find score",
    argument: ["<worklist>", "findWorklist"],
    options: [["--key <file>", "optionKey"], format, lang],
    example: "materbone find score worklist.json --key hospital/answer-key.jsonl",
    load: async () => (await import("./commands/find-score.ts")).findScore,
  },
  {
    name: "find hospital",
    options: [
      ["--persons <number>", "optionPersons"],
      ["--seed <number>", "optionHospitalSeed"],
      ["--format <format>", "optionHospitalFormat"],
      ["--output <folder>", "optionHospitalOutput"],
      lang,
    ],
    example: "materbone find hospital --persons 1000 --seed 7 --format omop --output hospital",
    load: async () => (await import("./commands/find-hospital.ts")).findHospital,
  },
  {
    name: "init",
    argument: ["<folder>", "argumentFolder"],
    options: [lang],
    example: "materbone init my-series",
    load: async () => (await import("./commands/init.ts")).init,
  },
  {
    name: "schema",
    argument: ["[name]", "argumentFormat"],
    options: [lang],
    example: "materbone schema case > case.schema.json",
    load: async () => (await import("./commands/schema.ts")).schema,
  },
  {
    name: "serve",
    options: [data, ["--port <number>", "optionPort"], ["--no-open", "optionNoOpen"], lang],
    example: "materbone serve --data my-registry",
    load: async () => (await import("./commands/serve.ts")).serve,
  },
  {
    name: "verify",
    options: [data, format, lang],
    example: "materbone verify --data my-registry",
    load: async () => (await import("./commands/verify.ts")).verify,
  },
  {
    name: "rebuild",
    options: [data, lang],
    example: "materbone rebuild --data my-registry",
    load: async () => (await import("./commands/rebuild.ts")).rebuild,
  },
  {
    name: "backup",
    argument: ["<file>", "argumentBackup"],
    options: [data, lang],
    example: "materbone backup backup-2026-01-31.sqlite --data my-registry",
    load: async () => (await import("./commands/backup.ts")).backup,
  },
  {
    name: "restore",
    argument: ["<file>", "argumentRestore"],
    options: [data, lang],
    example: "materbone restore backup-2026-01-31.sqlite --data restored",
    load: async () => (await import("./commands/restore.ts")).restore,
  },
];

/**
 * Runs one command line.
 *
 * @param args - the words after the program's name
 * @returns the exit code; nothing is thrown
 */
export async function runMaterbone(args: readonly string[], world: World): Promise<number> {
  let session = openSession(world, languageOf(undefined, world.env));
  let exit: number = EXIT.done;
  try {
    session = openSession(world, languageOf(languageArgument(args), world.env));
    const program = build(session, async (entry, argument, flags) => {
      exit = await (await entry.load())(session, argument, flags);
    });
    if (args.length === 0) program.outputHelp();
    else await program.parseAsync([...args], { from: "user" });
    return exit;
  } catch (error) {
    return tell(error, session, args);
  }
}

function build(session: Session, run: (entry: Entry, argument: string, flags: Flags) => Promise<void>): Command {
  const { terms, world } = session;
  const program = localised(new Command("materbone"), terms)
    .description(`${terms.text(words.program)}\n${terms.text(words.researchUse)}`)
    .exitOverride()
    // Options that follow the name of a command are that command's own: `find score --format` is none of `find`.
    .enablePositionalOptions()
    .showSuggestionAfterError(false)
    .configureOutput({ writeOut: (text) => void world.out.write(text), writeErr: () => undefined })
    .helpCommand(false);
  const [langFlags, langWord] = lang;
  program.addOption(new Option(langFlags, terms.text(words[langWord])));
  for (const entry of entries) {
    const command = localised(commandOf(entry, program, session), terms).description(terms.text(words[entry.name]));
    command.enablePositionalOptions();
    if (entry.argument !== undefined) command.argument(entry.argument[0], terms.text(words[entry.argument[1]]));
    for (const [flags, word] of entry.options) command.addOption(new Option(flags, terms.text(words[word])));
    command.addHelpText("after", `\n${terms.text(words.example)}\n  ${entry.example}\n`);
    command.action(async () => run(entry, command.args[0] ?? "", command.opts()));
  }
  const examples = entries.map((entry) => `  ${entry.example}`).join("\n");
  return program.addHelpText("after", `\n${terms.text(words.example)}\n${examples}\n`);
}

/** The command of an entry; a group of commands is made with the first of them. */
function commandOf({ name }: Entry, program: Command, { terms }: Session): Command {
  const [first = "", second] = name.split(" ");
  if (second === undefined) return program.command(first);
  const known = program.commands.find((command) => command.name() === first);
  if (known !== undefined) return known.command(second);
  const group = localised(program.command(first), terms)
    .description(terms.text(words[first as GroupName]))
    .helpCommand(false)
    .allowExcessArguments(true)
    .addOption(new Option(lang[0], terms.text(words[lang[1]])));
  group.action(() => {
    const [given] = group.args;
    if (given !== undefined) {
      throw new CommanderError(EXIT.badInput, "commander.unknownCommand", `error: unknown command '${given}'`);
    }
    group.outputHelp();
  });
  const examples = entries.filter((entry) => entry.name.startsWith(`${first} `)).map(({ example }) => `  ${example}`);
  group.addHelpText("after", `\n${terms.text(words.example)}\n${examples.join("\n")}\n`);
  return group.command(second);
}

/** Groups of commands, by the first word of their names. */
type GroupName = Entry["name"] extends infer N
  ? N extends `${infer G} ${string}`
    ? G & keyof typeof words
    : never
  : never;

const HELP_TITLES: Readonly<Record<string, Text>> = {
  "Usage:": words.helpUsage,
  "Commands:": words.helpCommands,
  "Arguments:": words.helpArguments,
  "Options:": words.helpOptions,
};

/** Help in the language of `terms`: the headings and the line about help are the library's, in English. */
function localised(command: Command, terms: Session["terms"]): Command {
  const styleTitle = (title: string): string => terms.text(HELP_TITLES[title] ?? { en: title, zh: title });
  return command.configureHelp({ styleTitle }).helpOption("-h, --help", terms.text(words.optionHelp));
}

/** Most problems of one run that are printed; nobody mends more before the next run. */
const LISTED = 1000;

/** One place turns every error into words on stderr and an exit code. */
function tell(error: unknown, session: Session, args: readonly string[]): number {
  const { terms, world } = session;
  if (error instanceof InputError) {
    for (const problem of error.problems.slice(0, LISTED)) world.progress.write(`${sayInputProblem(problem, terms)}\n`);
    if (error.problems.length > LISTED) world.progress.write(`${terms.text(words.moreProblems)}\n`);
    return EXIT.badInput;
  }
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return EXIT.done;
    world.progress.write(`${visible(sayUsage(error, session, args))}\n`);
    return EXIT.badInput;
  }
  const stopped = sayStoppedRun(error, terms);
  if (stopped !== undefined) {
    world.progress.write(`${stopped}\n`);
    return EXIT.worldFailed;
  }
  if (error instanceof StoreError) {
    world.progress.write(`${visible(sayStoreTrouble(error, terms))}\n`);
    return isOfWhatWasGiven(error) ? EXIT.badInput : EXIT.worldFailed;
  }
  world.progress.write(`${terms.text(words.worldFailed)}${visible(causeOf(error, session))}\n`);
  return EXIT.worldFailed;
}

/** Another file or folder has to be named; everything else is a matter of the disk or of other programs. */
function isOfWhatWasGiven({ trouble }: StoreError): boolean {
  return trouble === "notARegistry" || trouble === "notEmpty";
}

/** Path and code for a failure of the file system; the message of anything else. */
function causeOf(error: unknown, { lang }: Session): string {
  if (!(error instanceof Error)) return String(error);
  if (!("path" in error && "code" in error)) return error.message;
  return lang === "zh" ? `${error.path}（${error.code}）` : `${error.path} (${error.code})`;
}

function sayUsage(error: CommanderError, { terms }: Session, args: readonly string[]): string {
  const given = /'([^']+)'/.exec(error.message)?.[1] ?? "";
  switch (error.code) {
    case "commander.unknownCommand": {
      const group = `${args.find((word) => !word.startsWith("-")) ?? ""} `;
      const inGroup = entries.filter((entry) => entry.name.startsWith(group));
      const known =
        inGroup.length > 0
          ? inGroup.map((entry) => entry.name.slice(group.length))
          : entries.map((entry) => entry.name.split(" ")[0] ?? "");
      return say(usageWords.unknownCommand, { given, near: nearest(given, known) }, terms);
    }
    case "commander.unknownOption": {
      const entry = entries.find((candidate) => candidate.name.split(" ").every((word) => args.includes(word)));
      const known = (entry?.options ?? [lang]).map(([flags]) => flags.split(" ")[0] ?? "");
      return say(usageWords.unknownOption, { given, near: nearest(given, [...known, "--help"]) }, terms);
    }
    case "commander.missingArgument":
    case "commander.optionMissingArgument":
      return say(usageWords.missingArgument, { given, near: undefined }, terms);
    default:
      return say(usageWords.unreadable, { given: args.join(" "), near: undefined }, terms);
  }
}

/** The language has to be known before the options are read, because their errors are said in it. */
function languageArgument(args: readonly string[]): string | undefined {
  const position = args.indexOf("--lang");
  if (position >= 0) return args[position + 1];
  return args.find((argument) => argument.startsWith("--lang="))?.slice("--lang=".length);
}
