import { homedir } from "node:os";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Lang } from "@materbone/clinical";
import { defaultDataFolder } from "@materbone/registry";

/** What the command line asks for. */
export type ProgramOptions = {
  /** Absent: the usual port, or the next free one. */
  readonly port?: number;
  readonly dataFolder: string;
  /** Shall a browser be opened where there is a desktop? */
  readonly opens: boolean;
  readonly lang: Lang;
};

type Environment = Readonly<Record<string, string | undefined>>;

export type ReadOptions =
  | { readonly kind: "run"; readonly options: ProgramOptions }
  | { readonly kind: "help"; readonly lang: Lang }
  | { readonly kind: "refused"; readonly lang: Lang; readonly option: string };

/** Reads the command line; what is not given comes from the environment and the system. */
export function readOptions(args: readonly string[], env: Environment, platform: NodeJS.Platform): ReadOptions {
  const fallback = languageOfTerminal(env);
  let values: ReturnType<typeof parse>;
  try {
    values = parse(args);
  } catch (error) {
    const option = /'([^']+)'/.exec(error instanceof Error ? error.message : "")?.[1] ?? args.join(" ");
    return { kind: "refused", lang: fallback, option };
  }
  const lang = values.lang ?? fallback;
  if (lang !== "zh" && lang !== "en") return { kind: "refused", lang: fallback, option: `--lang ${lang}` };
  if (values.help === true) return { kind: "help", lang };
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(/^\d{1,5}$/.test(values.port ?? "") && port <= 65535)) {
    return { kind: "refused", lang, option: `--port ${values.port}` };
  }
  const dataFolder = resolve(values.data ?? defaultDataFolder(env, platform, homedir()));
  const opens = values["no-open"] !== true;
  return { kind: "run", options: { ...(port === undefined ? {} : { port }), dataFolder, opens, lang } };
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    options: {
      port: { type: "string" },
      data: { type: "string" },
      "no-open": { type: "boolean" },
      lang: { type: "string" },
      help: { type: "boolean", short: "h" },
    },
  }).values;
}

function languageOfTerminal(env: Environment): Lang {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || "";
  return locale.toLowerCase().startsWith("zh") ? "zh" : "en";
}
