/**
 * A stiff system of n ordinary differential equations, with everything that an implicit method needs of it.
 *
 * The Jacobian and the factors are flat arrays in an order of the system's own: a generated system keeps the structural
 * nonzeros alone, a dense one keeps n x n. No method looks inside them.
 */
export type StiffSystem = {
  /** Number of equations n. */
  readonly size: number;
  /** Entries that `linearise` writes. */
  readonly jacobianLength: number;
  /** Entries that `factor` writes. */
  readonly factorsLength: number;
  /** Writes dy/dt at (`time`, `state`) into `out`, length n; may not alias `state`. */
  readonly derivative: (time: number, state: Float64Array, out: Float64Array) => void;
  /** Writes the entries of df/dy into `jacobian` and df/dt at fixed state into `timeDerivative`, length n. */
  readonly linearise: (time: number, state: Float64Array, jacobian: Float64Array, timeDerivative: Float64Array) => void;
  /** Factors `shift` * I - J into `factors`; false when a pivot is zero or not finite. */
  readonly factor: (jacobian: Float64Array, shift: number, factors: Float64Array) => boolean;
  /** Overwrites `rightSide`, length n, with the solution of the factored system. */
  readonly solve: (factors: Float64Array, rightSide: Float64Array) => void;
  /** Where the right-hand side changes its form: a clamp, a kink or a jump. Absent when it is smooth. */
  readonly switches?: Switches;
};

/**
 * Signed quantities whose sign selects a branch of the right-hand side.
 *
 * `derivative` and `linearise` read the branch from `modes`, never from the sign, so that the right-hand side is smooth
 * within a step; the method steps exactly onto a change of sign, then sets the mode.
 */
export type Switches = {
  readonly count: number;
  /** 1 where the quantity is taken as positive, 0 where not; written by the method, read by the system. */
  readonly modes: Int8Array;
  /**
   * 0 where only the slope of the right-hand side changes, so that the step is cut on the interpolation; elsewhere it is taken
   * again up to there. Absent when all are to be.
   */
  readonly jumps?: Int8Array;
  /** Writes the signed quantities at (`time`, `state`) into `out`, length `count`. */
  readonly evaluate: (time: number, state: Float64Array, out: Float64Array) => void;
};
