/** Directions in which the parameters of one component may move. */
export type Directions = {
  /** Change of the component's coordinates by a unit step along each direction. */
  readonly columns: readonly Float64Array[];
  /** What each direction's own second order adds to the information. */
  readonly curvature: readonly number[];
  /** Whether a direction leaves a boundary: it is taken forwards or not at all. */
  readonly release: readonly boolean[];
};
