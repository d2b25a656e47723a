import type { BoxComponent } from "./covariance-term.ts";

/** Parameters of a `BoxComponent`, within their bounds. */
export type BoxState = { readonly kind: "box"; readonly component: BoxComponent; readonly values: Float64Array };

/** Coordinates of the parameters. */
export function boxCoordinates({ component, values }: BoxState): Float64Array {
  const { map } = component;
  if (map.kind === "identity") return values;
  const m = map.order;
  const out = new Float64Array(component.coordinates);
  let c = 0;
  for (let a = 0; a < m; a++) {
    for (let b = a; b < m; b++) out[c++] = values[a] * values[b] * (a === b ? 1 : values[m]);
  }
  return out;
}

/** Directions of a box: each free parameter that is not pressed against its bound. */
export type BoxDirections = {
  readonly kind: "box";
  readonly state: BoxState;
  readonly columns: readonly Float64Array[];
  readonly release: readonly boolean[];
  /** Parameter of each direction. */
  readonly parameter: readonly number[];
  /** What the second order of the map adds to the information of two directions: -Σ gradient ∂²η. */
  readonly cross: (i: number, j: number) => number;
};

/** @param gradient - by the coordinates of the component */
export function boxDirections(state: BoxState, gradient: Float64Array): BoxDirections {
  const { component, values } = state;
  const columns: Float64Array[] = [];
  const release: boolean[] = [];
  const parameter: number[] = [];
  for (let j = 0; j < values.length; j++) {
    if (!Number.isNaN(component.fixed[j])) continue;
    const column = derivative(state, j);
    let slope = 0;
    for (let c = 0; c < column.length; c++) slope += column[c] * gradient[c];
    const pressed = (values[j] <= component.lower[j] && slope <= 0) || (values[j] >= component.upper[j] && slope >= 0);
    const opening = pressed && slope === 0 ? openingOfZeroSd(state, j, gradient) : undefined;
    if (pressed && opening === undefined) continue;
    columns.push(opening ?? column);
    release.push(opening !== undefined);
    parameter.push(j);
  }
  const cross = (i: number, j: number): number =>
    release[i] || release[j] ? 0 : secondOrder(state, gradient, parameter[i], parameter[j]);
  return { kind: "box", state, columns, release, parameter, cross };
}

/** The state after a step along `boxDirections`, held within the bounds. */
export function movedBox(state: BoxState, { parameter, release }: BoxDirections, step: Float64Array): BoxState {
  const { lower, upper } = state.component;
  const values = state.values.slice();
  for (let i = 0; i < parameter.length; i++) {
    const j = parameter[i];
    // A direction out of a zero standard deviation is a step of the variance.
    const moved = release[i] ? Math.sqrt(Math.max(0, step[i])) : values[j] + step[i];
    values[j] = Math.min(upper[j], Math.max(lower[j], moved));
  }
  return { ...state, values };
}

/** ∂η by parameter j. */
function derivative({ component, values }: BoxState, j: number): Float64Array {
  const out = new Float64Array(component.coordinates);
  const { map } = component;
  if (map.kind === "identity") {
    out[j] = 1;
    return out;
  }
  const m = map.order;
  let c = 0;
  for (let a = 0; a < m; a++) {
    for (let b = a; b < m; b++) {
      if (a === b) out[c] = j === a ? 2 * values[a] : 0;
      else if (j === m) out[c] = values[a] * values[b];
      else out[c] = values[m] * ((j === a ? values[b] : 0) + (j === b ? values[a] : 0));
      c++;
    }
  }
  return out;
}

/** Where a standard deviation is zero its slope may vanish although the likelihood rises with the variance. */
function openingOfZeroSd({ component, values }: BoxState, j: number, gradient: Float64Array): Float64Array | undefined {
  const { map } = component;
  if (map.kind === "identity" || j === map.order || values[j] > 0) return undefined;
  const c = place(j, j, map.order);
  if (!(gradient[c] > 0)) return undefined;
  const out = new Float64Array(component.coordinates);
  out[c] = 1;
  return out;
}

function secondOrder({ component, values }: BoxState, gradient: Float64Array, i: number, j: number): number {
  const { map } = component;
  if (map.kind === "identity") return 0;
  const m = map.order;
  if (i === m && j === m) return 0;
  if (i !== m && j !== m) {
    return i === j ? -2 * gradient[place(i, i, m)] : -values[m] * gradient[place(i, j, m)];
  }
  const sd = i === m ? j : i;
  let sum = 0;
  for (let b = 0; b < m; b++) if (b !== sd) sum -= values[b] * gradient[place(sd, b, m)];
  return sum;
}

/** Coordinate of element (a, b) of an upper triangle by rows. */
function place(a: number, b: number, m: number): number {
  const [low, high] = a < b ? [a, b] : [b, a];
  return low * m - (low * (low - 1)) / 2 + high - low;
}
