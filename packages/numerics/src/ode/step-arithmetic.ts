/**
 * Root of a positive number by additions, multiplications and divisions alone: these give the same bits on every
 * machine, `**` need not.
 *
 * @param x - clamped to 1e-40 ... 1e40; a step controller asks for no more
 * @param degree - whole, 1 to 8
 */
export function wholeRoot(x: number, degree: number): number {
  const clamped = x > 1e40 ? 1e40 : x > 1e-40 ? x : 1e-40;
  if (degree === 1) return clamped;
  if (degree === 2) return Math.sqrt(clamped);
  if (degree === 4) return Math.sqrt(Math.sqrt(clamped));
  // From above Newton's steps fall until rounding stops them.
  let root = clamped > 1 ? (degree > 4 ? Math.sqrt(Math.sqrt(clamped)) : Math.sqrt(clamped)) : 1;
  for (let i = 0; i < 200; i++) {
    let power = root;
    for (let k = 2; k < degree; k++) power *= root;
    const next = ((degree - 1) * root + clamped / power) / degree;
    if (!(next < root)) return root;
    root = next;
  }
  return root;
}

/** Root mean square of `error` over the tolerance at the larger of two states; not finite when any entry is not. */
export function errorNorm(
  size: number,
  error: Float64Array,
  state: Float64Array,
  other: Float64Array,
  relative: number,
  absolute: Float64Array,
): number {
  let sum = 0;
  for (let i = 0; i < size; i++) {
    const a = Math.abs(state[i]);
    const b = Math.abs(other[i]);
    const ratio = error[i] / (absolute[i] + relative * (a > b ? a : b));
    sum += ratio * ratio;
  }
  return Math.sqrt(sum / size);
}

/**
 * out = base + w_0 x_0 + ... + w_(count-1) x_(count-1), in one pass.
 *
 * `out` may be `base` or one of the x.
 *
 * @param x - the vectors one after the other, each of length `size`: a single array is read twice as fast as eight
 */
export function combine(
  size: number,
  out: Float64Array,
  base: Float64Array,
  count: number,
  w: Float64Array,
  x: Float64Array,
): void {
  switch (count) {
    case 0:
      if (out !== base) for (let i = 0; i < size; i++) out[i] = base[i];
      return;
    case 1: {
      const w0 = w[0];
      for (let i = 0; i < size; i++) out[i] = base[i] + w0 * x[i];
      return;
    }
    case 2: {
      const w0 = w[0];
      const w1 = w[1];
      for (let i = 0; i < size; i++) out[i] = base[i] + w0 * x[i] + w1 * x[i + size];
      return;
    }
    case 3: {
      const w0 = w[0];
      const w1 = w[1];
      const w2 = w[2];
      const at2 = 2 * size;
      for (let i = 0; i < size; i++) out[i] = base[i] + w0 * x[i] + w1 * x[i + size] + w2 * x[i + at2];
      return;
    }
    case 4: {
      const w0 = w[0];
      const w1 = w[1];
      const w2 = w[2];
      const w3 = w[3];
      const at2 = 2 * size;
      const at3 = 3 * size;
      for (let i = 0; i < size; i++)
        out[i] = base[i] + w0 * x[i] + w1 * x[i + size] + w2 * x[i + at2] + w3 * x[i + at3];
      return;
    }
    case 5: {
      const w0 = w[0];
      const w1 = w[1];
      const w2 = w[2];
      const w3 = w[3];
      const w4 = w[4];
      const at2 = 2 * size;
      const at3 = 3 * size;
      const at4 = 4 * size;
      for (let i = 0; i < size; i++)
        out[i] = base[i] + w0 * x[i] + w1 * x[i + size] + w2 * x[i + at2] + w3 * x[i + at3] + w4 * x[i + at4];
      return;
    }
    case 6: {
      const w0 = w[0];
      const w1 = w[1];
      const w2 = w[2];
      const w3 = w[3];
      const w4 = w[4];
      const w5 = w[5];
      const at2 = 2 * size;
      const at3 = 3 * size;
      const at4 = 4 * size;
      const at5 = 5 * size;
      for (let i = 0; i < size; i++)
        out[i] =
          base[i] +
          w0 * x[i] +
          w1 * x[i + size] +
          w2 * x[i + at2] +
          w3 * x[i + at3] +
          w4 * x[i + at4] +
          w5 * x[i + at5];
      return;
    }
    case 7: {
      const w0 = w[0];
      const w1 = w[1];
      const w2 = w[2];
      const w3 = w[3];
      const w4 = w[4];
      const w5 = w[5];
      const w6 = w[6];
      const at2 = 2 * size;
      const at3 = 3 * size;
      const at4 = 4 * size;
      const at5 = 5 * size;
      const at6 = 6 * size;
      for (let i = 0; i < size; i++)
        out[i] =
          base[i] +
          w0 * x[i] +
          w1 * x[i + size] +
          w2 * x[i + at2] +
          w3 * x[i + at3] +
          w4 * x[i + at4] +
          w5 * x[i + at5] +
          w6 * x[i + at6];
      return;
    }
    default: {
      combine(size, out, base, 7, w, x);
      for (let j = 7; j < count; j++) {
        const wj = w[j];
        const at = j * size;
        for (let i = 0; i < size; i++) out[i] += wj * x[i + at];
      }
    }
  }
}
