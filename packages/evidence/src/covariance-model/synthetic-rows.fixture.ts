import type { UnitRows } from "./structures.ts";

/** Small generator of test data: uniform in [0, 1), from a seed (Park and Miller 1988). */
export function testRandom(seed: number): () => number {
  let state = ((seed * 7919) % 2147483646) + 1;
  const next = (): number => {
    state = (state * 48271) % 2147483647;
    return (state - 1) / 2147483646;
  };
  // Small seeds begin alike.
  for (let i = 0; i < 10; i++) next();
  return next;
}

/** Roughly normal: the sum of twelve uniforms less six. */
export function testNormal(random: () => number): number {
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += random();
  return sum;
}

/** Units of labels in the order of their first rows. */
export function unitsOf(name: string, labels: readonly (string | number)[]): UnitRows {
  const found = new Map<string | number, number>();
  const unit = Int32Array.from(labels, (label) => {
    if (!found.has(label)) found.set(label, found.size);
    return found.get(label) as number;
  });
  return { name, unit, units: found.size };
}

/** Women in sites in studies with a covariate and known variances; study, site and error SD 2, 1 and 1. */
export function nestedRows(seed: number, studies: number, sites: number, women: number) {
  const random = testRandom(seed);
  const study: string[] = [];
  const site: string[] = [];
  const y: number[] = [];
  const v: number[] = [];
  const x: number[] = [];
  for (let s = 0; s < studies; s++) {
    const studyEffect = 2 * testNormal(random);
    const sitesHere = 1 + Math.floor(random() * sites);
    for (let t = 0; t < sitesHere; t++) {
      const siteEffect = testNormal(random);
      const womenHere = 1 + Math.floor(random() * women);
      for (let w = 0; w < womenHere; w++) {
        const variance = 0.2 + random();
        const months = 12 * random();
        study.push(`S${s}`);
        site.push(`S${s}/${t}`);
        v.push(variance);
        x.push(1, months);
        y.push(5 + 0.3 * months + studyEffect + siteEffect + Math.sqrt(variance) * testNormal(random));
      }
    }
  }
  return { study, site, y: Float64Array.from(y), v: Float64Array.from(v), x: Float64Array.from(x) };
}
