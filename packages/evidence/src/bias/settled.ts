/**
 * How far numerical steps of this module are run: to full precision, or to the defaults of metafor's own functions (tau² until
 * a step changes it by less than 1e-5; quantiles to 1e-4), which leave differences in the fourth to sixth digit. `metafor`
 * gives the digits that readers see there.
 */
export type Settled = "full" | "metafor";
