import { ConvergenceError } from "./meta-error.ts";
import type { Tau2Method } from "./methods.ts";
import { type Model, weighWithTraces } from "./model.ts";

/** Where the falling curve Q(tau²) meets a value. */
export type QCrossing = { readonly tau2: number; readonly iterations: number };

const MAX_ITERATIONS = 100;
/** Newton steps square the error: a step of this share leaves an error far below rounding. */
const LAST_STEP = 1e-9;

/**
 * The tau² >= 0 at which the generalised Q statistic y'P(tau²)y equals `target`; 0 when Q is below the target from the
 * start. Q falls in tau², and Q(0) viMin / (viMin + tau²) <= Q <= Q(0) viMax / (viMax + tau²) encloses the root. Newton
 * steps are taken on 1 / Q, which is a straight line when variances are equal, and halved into the enclosure.
 *
 * @param model - weighed with traces at tau² = 0; what its last pass was at afterwards is not said
 * @param target - above 0
 * @throws ConvergenceError naming `method`
 * @see Paule & Mandel (1982), J Res Natl Bur Stand 87:377; DerSimonian & Kacker (2007), Contemp Clin Trials 28:105
 */
export function crossGeneralisedQ(model: Model, target: number, method: Tau2Method): QCrossing {
  const { viMin, viMax } = model;
  if (model.yPy <= target) return { tau2: 0, iterations: 1 };
  let iterations = 1;
  let lower = (model.yPy / target - 1) * viMin;
  let upper = (model.yPy / target - 1) * viMax;
  // The step from 0 often lies within the enclosure, and nearer.
  const first = ((model.yPy / target) * (model.yPy - target)) / model.yPPy;
  let tau2 = first > lower && first < upper ? first : lower;
  for (;;) {
    weighWithTraces(model, tau2);
    const q = model.yPy;
    if (q > target) lower = tau2;
    else upper = tau2;
    const step = ((q / target) * (q - target)) / model.yPPy;
    let next = tau2 + step;
    if (!(next >= lower && next <= upper)) next = (lower + upper) / 2;
    iterations++;
    if (Math.abs(next - tau2) <= LAST_STEP * (next + viMin)) return { tau2: next, iterations };
    if (iterations > MAX_ITERATIONS || next - next !== 0) throw new ConvergenceError(method, iterations);
    tau2 = next;
  }
}
