import { createTerms, type Lang, type Terms } from "@materbone/clinical";

/** Where a command writes; tests pass their own. */
export type World = {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Results. */
  readonly out: { write(text: string): boolean; once?(event: "drain", resume: () => void): unknown };
  /** Messages and progress. */
  readonly progress: { write(text: string): boolean };
  readonly showsProgress: boolean;
  /** Columns of the terminal; `undefined` when the output is not one. */
  readonly width: number | undefined;
  /** Calls `stop` instead of ending the program when the user interrupts it, until the function it returns is called. */
  readonly onInterrupt?: (stop: () => void) => () => void;
  /** Program of a thread that simulates women; without one they are simulated here, one after the other. */
  readonly populationWorker?: URL;
};

/** What every command gets besides its own options. */
export type Session = { readonly world: World; readonly lang: Lang; readonly terms: Terms };

export function openSession(world: World, lang: Lang): Session {
  return { world, lang, terms: createTerms(lang) };
}

/** Writes and waits while the reader is slower than we are, so that long output stays in constant memory. */
export async function write(world: World, text: string): Promise<void> {
  const { out } = world;
  if (out.write(text) || out.once === undefined) return;
  await new Promise<void>((resume) => out.once?.("drain", resume));
}

/** A line on stderr that counts up while long work is done; silent where nobody watches. */
export function progressLine(
  { progress, showsProgress }: World,
  what: string,
): { readonly step: (done: number, total: number) => void; readonly end: () => void } {
  let isShown = false;
  return {
    step: (done, total) => {
      if (!showsProgress) return;
      isShown = true;
      progress.write(`\r${done} / ${total} ${what}`);
    },
    end: () => {
      if (isShown) progress.write("\n");
      isShown = false;
    },
  };
}

/** Columns to lay text out in. */
export function textWidth(world: World): number {
  return Math.max(60, Math.min(world.width ?? 100, 140));
}

/**
 * Control characters of a file, which could steer the terminal, as their escapes.
 *
 * @param kept - control characters that stay as they are
 */
export function visible(text: string, kept = ""): string {
  return text.replace(/\p{Cc}/gu, (character) =>
    kept.includes(character) ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
