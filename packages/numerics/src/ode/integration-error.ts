/** Why an integration could not go on. */
export type IntegrationFailure =
  /** The step fell below the rounding of time without meeting the tolerance. */
  | "stepTooSmall"
  /** `maxSteps` are spent. */
  | "tooManySteps"
  /** The right-hand side, or the state, is no longer a finite number. */
  | "notFinite"
  /** The matrix of the implicit equations has no inverse at any step that was tried. */
  | "singular"
  /** A switch turns back and forth: its two branches push against each other. */
  | "tooManySwitches"
  /** The caller asked to stop. */
  | "cancelled";

/** An integration stopped before its end. */
export class IntegrationError extends Error {
  override readonly name = "IntegrationError";
  readonly kind: IntegrationFailure;
  /** Time that was reached. */
  readonly time: number;
  /** Steps taken until then. */
  readonly steps: number;

  constructor(kind: IntegrationFailure, message: string, time: number, steps: number) {
    super(`${message} (at time ${time}, after ${steps} steps)`);
    this.kind = kind;
    this.time = time;
    this.steps = steps;
  }
}
