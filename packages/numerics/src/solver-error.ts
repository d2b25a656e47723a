/** A numerical method could not go on: it ran out of iterations, or met a value that is not a number. */
export class SolverError extends Error {
  override readonly name = "SolverError";
  /** Steps taken before it stopped. */
  readonly iterations: number;

  constructor(message: string, iterations: number, options?: ErrorOptions) {
    super(`${message} (after ${iterations} iterations)`, options);
    this.iterations = iterations;
  }
}
