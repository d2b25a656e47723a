import type { Span } from "./syntax.ts";

/** A mistake in a model description: where it stands, and what it is. */
export class ModelError extends Error {
  override readonly name = "ModelError";
  /** What was being read: `rate of PTH`, `constant T66`. */
  readonly equation: string;
  readonly problem: string;
  /** First character of the mistake in the text of the equation, from 0; absent when it is of no one place. */
  readonly position: number | undefined;

  constructor(equation: string, problem: string, text?: string, span?: Span) {
    const place = span === undefined ? "" : ` at character ${span.start + 1}`;
    const excerpt = text === undefined || span === undefined ? "" : `\n  ${text}\n  ${underline(span)}`;
    super(`${equation}${place}: ${problem}${excerpt}`);
    this.equation = equation;
    this.problem = problem;
    this.position = span?.start;
  }
}

function underline({ start, end }: Span): string {
  return " ".repeat(start) + "^".repeat(Math.max(1, end - start));
}
