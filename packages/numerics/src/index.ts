export { betaCdf, betaDensity, betaQuantile } from "./distributions/beta.ts";
export { chiSquareCdf, chiSquareDensity, chiSquareQuantile } from "./distributions/chi-square.ts";
export { fCdf, fDensity, fQuantile } from "./distributions/f.ts";
export { noncentralChiSquareCdf } from "./distributions/noncentral-chi-square.ts";
export { noncentralFCdf } from "./distributions/noncentral-f.ts";
export { noncentralTCdf } from "./distributions/noncentral-t.ts";
export { normalCdf, normalDensity, normalLogCdf, normalQuantile } from "./distributions/normal.ts";
export { tCdf, tDensity, tQuantile } from "./distributions/t.ts";
export type { Tail } from "./distributions/tail.ts";
export { exp } from "./elementary/exp.ts";
export { EXP_TABLE } from "./elementary/exp-table.ts";
export { log } from "./elementary/log.ts";
export { LOG_TABLE } from "./elementary/log-table.ts";
export { POWERS_OF_TWO } from "./elementary/powers-of-two.ts";
export { tanh } from "./elementary/tanh.ts";
export { type Box, commonRegion, type HalfPlane } from "./half-planes.ts";
export {
  choleskyInPlace,
  choleskyLogDeterminant,
  invertCholesky,
  solveCholesky,
  solveLower,
} from "./linear/cholesky.ts";
export { type SymmetricEigen, symmetricEigen } from "./linear/symmetric-eigen.ts";
export { type DependentColumn, type ThinQr, thinQr } from "./linear/thin-qr.ts";
export {
  type LeastSquaresFit,
  type LeastSquaresOptions,
  leastSquares,
  leastSquaresCovariance,
} from "./minimise/least-squares.ts";
export { type Minimise1dOptions, type Minimum1d, minimise1d } from "./minimise/minimise-1d.ts";
export { type Minimum, type NelderMeadOptions, nelderMead } from "./minimise/nelder-mead.ts";
export { normalDeviate, normalScore } from "./normal-deviate.ts";
export { denseSystem } from "./ode/dense-system.ts";
export { type FindRestOptions, findRest, type Rest } from "./ode/find-rest.ts";
export {
  createStiffWorkspace,
  integrateStiff,
  type Sensitivities,
  type StiffMethod,
  type StiffProblem,
  type StiffReport,
  type StiffWorkspace,
} from "./ode/integrate-stiff.ts";
export { IntegrationError, type IntegrationFailure } from "./ode/integration-error.ts";
export type { ParameterSlope } from "./ode/ndf-stepper.ts";
export type { StepCounts, Tolerance } from "./ode/stepper.ts";
export type { StiffSystem, Switches } from "./ode/stiff-system.ts";
export type { SwitchLimit } from "./ode/switch-watch.ts";
export { type Integral, type IntegrateOptions, integrate } from "./quadrature/integrate.ts";
export { createRandom, type RandomSource, randomNormal, shuffle } from "./random.ts";
export { type FindRootOptions, findRoot, type Root } from "./roots/find-root.ts";
export { SolverError } from "./solver-error.ts";
export { digamma, trigamma } from "./special/digamma.ts";
export { erfc } from "./special/erfc.ts";
export { logGamma } from "./special/log-gamma.ts";
export { type WithinGroupSd, withinGroupSd } from "./within-group-sd.ts";
