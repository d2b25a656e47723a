import type { Registry } from "@materbone/registry";
import type { LaunchKeys } from "./security/launch-keys.ts";

/** What the server is made of; a test brings its own parts. */
export type AppOptions = {
  readonly registry: Registry;
  readonly keys: LaunchKeys;
  /** Port that the socket listens on; part of the allowed hosts, of the own origin and of the name of the cookie. */
  readonly port: number;
  readonly program: { readonly name: string; readonly version: string };
  /** Where the database lies, as the settings page shows it. */
  readonly dataFolder: string;
  /** What the check of the database at start found; `ok` when nothing. */
  readonly integrity: string;
  /** The built web application. */
  readonly webFolder: string;
  /** The examples that ship with the program. */
  readonly examplesFolder: string;
  /** Aborted when the program stops: work in the background ends. */
  readonly ending?: AbortSignal;
  readonly now: () => Date;
  /** One line for the operator; it never holds a woman's data. */
  readonly log: (line: string) => void;
};
