import type { Session } from "./terminal.ts";

/** Exit codes: done, findings at or above `--fail-on`, bad input or usage, the world failed. */
export const EXIT = { done: 0, findings: 1, badInput: 2, worldFailed: 3 } as const;

/** Options as given, by their camel-case names. */
export type Flags = Readonly<Record<string, string | boolean | undefined>>;

/** Runs one command and gives its exit code. */
export type Run = (session: Session, argument: string, flags: Flags) => Promise<number>;
