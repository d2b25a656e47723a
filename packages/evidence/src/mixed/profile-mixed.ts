import { chiSquareQuantile, findRoot } from "@materbone/numerics";
import { buildCovarianceModel } from "../covariance-model/covariance-model.ts";
import { evaluatorOf, fitCovariance } from "../covariance-model/fit-covariance.ts";
import { type ProfileBounds, profileBounds } from "../covariance-model/profile.ts";
import { fitMixed } from "./fit-mixed.ts";
import type { MixedFit } from "./mixed-fit.ts";
import { mixedTerms, RESIDUAL } from "./mixed-terms.ts";

/** Profile likelihood interval of one parameter of a mixed model, by maximum likelihood. */
export type MixedProfile =
  | {
      readonly kind: "sd" | "correlation";
      /** Name of the grouping, or `residual`. */
      readonly of: string;
      /** Effects concerned: one for an SD, two for a correlation; groups of rows for a residual. */
      readonly effects: readonly string[];
      readonly estimate: number;
      /** `undefined` for the correlated effects of three or more, which cannot be held one at a time. */
      readonly bounds: ProfileBounds | undefined;
    }
  | {
      readonly kind: "coefficient";
      readonly of: string;
      readonly estimate: number;
      readonly bounds: { readonly lower: number; readonly upper: number };
    };

/**
 * Profile likelihood intervals of SDs, correlations and coefficients. A fit by REML is made anew by ML, whose likelihood alone
 * compares models of different coefficients; so the estimates here are those of ML.
 *
 * @param level - percent; default that of the fit
 * @see Bates and others 2015, J Stat Softw 67(1):1, section 5.1
 */
export function profileMixed(fit: MixedFit, level: number = fit.level): MixedProfile[] {
  if (!(level > 0 && level < 100)) throw new RangeError(`level must be above 0 and below 100 percent, got ${level}`);
  const ml = fit.method === "ML" ? fit : fitMixed(fit.data, { method: "ML", df: "none", level });
  const drop = chiSquareQuantile(1 - level / 100, 1, "upper");
  const profiles: MixedProfile[] = [];
  let component = 0;
  const bounds = (parameter: number) =>
    profileBounds(ml.engine.fit, ml.engine.evaluator, { component, parameter }, drop);
  ml.random.forEach(({ group, effects, sd, correlation }, t) => {
    const together = ml.data.random[t].correlated && effects.length > 1;
    effects.forEach((effect, a) => {
      const own = bounds(together ? a : 0);
      profiles.push({ kind: "sd", of: group, effects: [effect], estimate: sd[a], bounds: own });
      if (!together) component++;
    });
    if (!together) return;
    if (effects.length === 2) {
      profiles.push({ kind: "correlation", of: group, effects, estimate: correlation[1], bounds: bounds(2) });
    }
    component++;
  });
  const { variances, phi } = ml.residual;
  variances.forEach(({ label, variance }) => {
    const effects = label === undefined ? [] : [label];
    profiles.push({ kind: "sd", of: RESIDUAL, effects, estimate: Math.sqrt(variance), bounds: bounds(0) });
    if (phi === undefined) component++;
  });
  for (let j = 0; j < ml.p; j++) profiles.push(coefficientProfile(ml, j, drop));
  return profiles;
}

/** Holds a coefficient at values by taking its column away and its part from y. */
function coefficientProfile(ml: MixedFit, j: number, drop: number): MixedProfile {
  const { data, n, p, coefficients, engine } = ml;
  const { estimate, se, name } = coefficients[j];
  const rest = data.design.names.filter((_, c) => c !== j);
  const x = data.design.x.filter((_, at) => at % p !== j);
  const terms = mixedTerms(data);
  let warm = engine.fit.states;
  const excess = (value: number): number => {
    const y = data.y.map((own, i) => own - value * data.design.x[i * p + j]);
    const model = buildCovarianceModel({ y, x, names: rest, known: new Float64Array(n), terms });
    const found = fitCovariance(evaluatorOf(model), "ML", warm);
    warm = found.states;
    return 2 * (engine.fit.evaluation.logLik - found.evaluation.logLik) - drop;
  };
  const end = (towards: 1 | -1): number => {
    warm = engine.fit.states;
    let inside = estimate;
    let outside = estimate + towards * se * Math.sqrt(drop);
    for (let widening = 0; widening < 60 && !(excess(outside) > 0); widening++) {
      [inside, outside] = [outside, outside + 0.5 * (outside - estimate)];
    }
    const [low, high] = towards < 0 ? [outside, inside] : [inside, outside];
    const root = findRoot(excess, low, high, { absoluteTolerance: 1e-9 * se });
    return root.kind === "root" ? root.x : outside;
  };
  return { kind: "coefficient", of: name, estimate, bounds: { lower: end(-1), upper: end(1) } };
}
