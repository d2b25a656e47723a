/** A small definition as a file holds it, fresh at each call, so that a test may change it. */
export function smallDefinition(): Record<string, unknown> {
  const source = { cite: "A test", status: "assumed", checked: "2026-11-26" };
  return {
    schema: "materbone/cohort/1",
    id: "small",
    version: "1",
    name: { en: "Small", zh: "小" },
    sources: [source],
    concepts: {
      local_pain: {
        name: "Local pain",
        include: [
          { system: "local", code: "腰背痛", match: "exact" },
          { system: "http://snomed.info/sct", code: "279039007", match: "descendants" },
        ],
      },
    },
    streams: {
      delivery: { name: "Delivery", concepts: ["delivery"] },
      fracture: { name: "Fracture", concepts: ["vertebral_fracture"] },
      pain: { name: "Pain", concepts: ["local_pain", "back_pain"] },
      low_z: {
        name: "Low Z",
        concepts: ["zscore_lumbar_spine"],
        units: [
          { unit: "1", factor: 1 },
          { unit: "", factor: 1, none: true },
        ],
        plausible: { from: -10, to: 10 },
        value: { op: "<=", number: -2, decimals: 1 },
      },
    },
    windows: { near: { name: "Near", from: { months: -3 }, to: { months: 18 } } },
    population: { sexes: ["female"], ageYears: { from: 15, to: 49 } },
    episodes: { delivery: "delivery", spacingDays: 168, source },
    exclusions: [{ id: "pain", name: "Pain", when: { event: "pain", window: "near" }, effect: "flag" }],
    tiers: [
      {
        id: "both",
        name: "Both",
        when: {
          all: [
            { event: "fracture", window: "near" },
            { event: "low_z", window: "near" },
          ],
        },
        settle: ["fracture_mechanism"],
      },
      { id: "pain", name: "Pain", when: { event: "pain", window: "near", atLeastDays: 3, spanDays: 42 }, settle: [] },
    ],
    clock: { pain: "pain", imaging: "fracture", density: "low_z", drug: "fracture", window: "near" },
  };
}

/** The small definition with one place set to a value, or removed when the value is `undefined`; the pointer's last step may be new. */
export function changed(pointer: string, value: unknown): Record<string, unknown> {
  const definition = smallDefinition();
  const steps = pointer.slice(1).split("/");
  const last = steps.pop() ?? "";
  let place: Record<string, unknown> = definition;
  for (const step of steps) place = place[step] as Record<string, unknown>;
  if (value === undefined) delete place[last];
  else place[last] = value;
  return definition;
}
