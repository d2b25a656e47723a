/**
 * A stiffly accurate Rosenbrock method of s stages, in the form that needs no product with the Jacobian:
 *
 *     (1/(h gamma) I - J) u_i = f(t + c_i h, y + sum_j a_ij u_j) + sum_j (C_ij / h) u_j + h d_i df/dt,   j < i
 *
 * The last row of `a`, with 1 for the last stage, gives the new state; the last stage is the estimated error. Between
 * the ends, with x from 0 to 1,
 *
 *     y(x) = (1 - x) y_0 + x (y_1 + (1 - x) (k_0 + x (k_1 + ...))),   k_m = sum_j dense_mj u_j
 *
 * @see Hairer E, Wanner G (1996) Solving Ordinary Differential Equations II, 2nd ed, Springer, IV.7
 */
export type RosenbrockTableau = {
  readonly order: number;
  /** Order of the embedded method, by which the error is estimated. */
  readonly embeddedOrder: number;
  readonly gamma: number;
  /** Row i has the i coefficients of the earlier stages. */
  readonly a: readonly (readonly number[])[];
  readonly c: readonly (readonly number[])[];
  readonly nodes: readonly number[];
  /** d, the sums of the rows of gamma_ij. */
  readonly timeWeights: readonly number[];
  /** Rows of s coefficients. */
  readonly dense: readonly (readonly number[])[];
};

/**
 * Rodas5P: 8 stages, order 5 (4), L-stable, hardly any loss of order in stiff problems of Prothero and Robinson's kind,
 * dense output of order 4.
 *
 * @see Steinebach G (2023) BIT Numer Math 63:27, table 3
 */
export const RODAS5P: RosenbrockTableau = {
  order: 5,
  embeddedOrder: 4,
  gamma: 0.21193756319429014,
  a: [
    [],
    [3],
    [2.849394379747939, 0.45842242204463923],
    [-6.954028509809101, 2.489845061869568, -10.358996098473584],
    [2.8029986275628964, 0.5072464736228206, -0.3988312541770524, -0.04721187230404641],
    [-7.502846399306121, 2.561846144803919, -11.627539656261098, -0.18268767659942256, 0.030198172008377946],
    [-7.502846399306121, 2.561846144803919, -11.627539656261098, -0.18268767659942256, 0.030198172008377946, 1],
    [-7.502846399306121, 2.561846144803919, -11.627539656261098, -0.18268767659942256, 0.030198172008377946, 1, 1],
  ],
  c: [
    [],
    [-14.155112264123755],
    [-17.97296035885952, -2.859693295451294],
    [147.12150275711716, -1.41221402718213, 71.68940251302358],
    [165.43517024871676, -0.4592823456491126, 42.90938336958603, -5.961986721573306],
    [24.854864614690072, -3.0009227002832186, 47.4931110020768, 5.5814197821558125, -0.6610691825249471],
    [
      30.91273214028599, -3.1208243349937974, 77.79954646070892, 34.28646028294783, -19.097331116725623,
      -28.087943162872662,
    ],
    [
      37.80277123390563, -3.2571969029072276, 112.26918849496327, 66.9347231244047, -40.06618937091002,
      -54.66780262877968, -9.48861652309627,
    ],
  ],
  nodes: [0, 0.6358126895828704, 0.4095798393397535, 0.9769306725060716, 0.4288403609558664, 1, 1, 1],
  timeWeights: [
    0.21193756319429014, -0.42387512638858027, -0.3384627126235924, 1.8046452872882734, 2.325825639765069, 0, 0, 0,
  ],
  dense: [
    [
      25.948786856663858, -2.5579724845846235, 10.433815404888879, -2.3679251022685204, 0.524948541321073,
      1.1241088310450404, 0.4272876194431874, -0.17202221070155493,
    ],
    [
      -9.91568850695171, -0.9689944594115154, 3.0438037242978453, -24.495224566215796, 20.176138334709044,
      15.98066361424651, -6.789040303419874, -6.710236069923372,
    ],
    [
      11.419903575922262, 2.8879645146136994, 72.92137995996029, 80.12511834622643, -52.072871366152654,
      -59.78993625266729, -0.15582684282751913, 4.883087185713722,
    ],
  ],
};
