// Seeded women in the shape of the published ones, for benchmarks: every value varies, none is a person's.
/** Mulberry32: small, seeded, the same on every machine. */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const VERTEBRAE = ["T6", "T8", "T9", "T10", "T11", "T12", "L1", "L2", "L3", "L4"];

export function generateCase(number, next) {
  const between = (low, high, digits) => Number((low + next() * (high - low)).toFixed(digits));
  const start = between(2, 14, 0);
  const scan = (id, months, gain) => ({
    id,
    at: { months },
    sites: {
      lumbarSpine: {
        bmdGPerCm2: between(0.6 + gain, 0.8 + gain, 3),
        zScore: between(-4, -1, 1),
        vertebrae: ["L1", "L2", "L3", "L4"],
      },
      femoralNeck: { bmdGPerCm2: between(0.6, 0.8, 3), zScore: between(-3, -1, 1) },
      totalHip: { bmdGPerCm2: between(0.65, 0.85, 3), zScore: between(-3, -1, 1) },
    },
  });
  const result = (analyte, low, high, digits, unit, interval) => ({
    analyte,
    value: (low + next() * (high - low)).toFixed(digits),
    unit,
    interval,
  });
  return {
    schema: "materbone/case/1",
    id: `woman-${number}`,
    origin: "synthetic",
    person: {
      ageYears: between(22, 40, 0),
      ageAt: "diagnosis",
      ...(next() < 0.5 ? { bmiKgPerM2: between(17, 28, 2) } : {}),
    },
    pregnancies: [
      {
        index: true,
        parity: 1,
        deliveryMode: next() < 0.5 ? "vaginal" : "caesarean",
        lactation: { breastfed: "yes", weaned: { months: start, basis: "derived" } },
      },
    ],
    history: { smoking: "no", alcohol: "no", fractureBeforePregnancy: "no", familyHistory: "no" },
    symptoms: [{ symptom: "lowBackPain", onset: { months: between(0, start, 1) } }],
    fractures: VERTEBRAE.filter(() => next() < 0.25).map((site) => ({
      site,
      at: { months: start, basis: "stated" },
      mechanism: "spontaneous",
      modality: next() < 0.5 ? "radiograph" : "mri",
    })),
    events: [{ kind: "diagnosis", at: { months: start } }],
    scans: [scan("baseline", start, 0), scan("follow_up_1", start + 12, 0.08)],
    laboratory: [
      {
        at: { months: start },
        results: [
          result("calcium", 2.0, 2.6, 2, "mmol/L", { low: "2.11", high: "2.52" }),
          result("phosphate", 0.8, 1.6, 2, "mmol/L", { low: "0.85", high: "1.51" }),
          result("alp", 30, 130, 0, "U/L", { low: "35", high: "100" }),
          result("pth", 10, 70, 2, "pg/mL", { low: "15", high: "65" }),
          result("vitaminD25oh", 8, 50, 2, "ng/mL", { low: "15.7", high: "60.3" }),
          result("totalP1np", 5, 90, 2, "ng/mL", { low: "8.53", high: "64.32" }),
        ],
      },
    ],
    treatments: [
      {
        agent: "zoledronicAcid",
        dose: { amount: 5, unit: "mg", per: "once" },
        route: "intravenousInfusion",
        start: { months: start },
      },
      {
        agent: "calcium",
        dose: { amount: [0.6, 1.2], unit: "g", per: "day" },
        route: "oral",
        start: { months: start },
      },
      { agent: "calcitriol", dose: { amount: 0.5, unit: "ug", per: "day" }, route: "oral", start: { months: start } },
    ],
  };
}
