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
export { type Minimise1dOptions, type Minimum1d, minimise1d } from "./minimise/minimise-1d.ts";
export { type Minimum, type NelderMeadOptions, nelderMead } from "./minimise/nelder-mead.ts";
export { type Integral, type IntegrateOptions, integrate } from "./quadrature/integrate.ts";
export { type FindRootOptions, findRoot, type Root } from "./roots/find-root.ts";
export { SolverError } from "./solver-error.ts";
export { type WithinGroupSd, withinGroupSd } from "./within-group-sd.ts";
