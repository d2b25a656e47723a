/**
 * Estimators of the between-study variance tau².
 *
 * `FE` is the common-effect model (tau² is not estimated). `DL` DerSimonian-Laird, `HE` Hedges, `HS` Hunter-Schmidt,
 * `HSk` Hunter-Schmidt with the small-sample correction, `SJ` Sidik-Jonkman, `ML` maximum likelihood, `REML` restricted
 * maximum likelihood, `EB` empirical Bayes, `PM` Paule-Mandel, `PMM` Paule-Mandel by the median of Q.
 */
export const TAU2_METHODS = ["FE", "DL", "HE", "HS", "HSk", "SJ", "ML", "REML", "EB", "PM", "PMM"] as const;
export type Tau2Method = (typeof TAU2_METHODS)[number];

/**
 * How coefficients are tested.
 *
 * `z` normal quantiles, `t` t quantiles with k - p degrees of freedom, `knha` Knapp-Hartung, `adhoc` the modified
 * Knapp-Hartung rule whose variance factor is never below 1.
 */
export const COEFFICIENT_TESTS = ["z", "t", "knha", "adhoc"] as const;
export type CoefficientTest = (typeof COEFFICIENT_TESTS)[number];
