/** A unit of dose: a mass, or an activity that no general factor turns into one. */
export type DoseUnit =
  | { readonly kind: "mass"; readonly milligrams: number }
  | { readonly kind: "activity"; readonly internationalUnits: number };

const MASS_MG: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ng: 1e-6,
    纳克: 1e-6,
    μg: 1e-3,
    ug: 1e-3,
    mcg: 1e-3,
    微克: 1e-3,
    mg: 1,
    毫克: 1,
    g: 1e3,
    克: 1e3,
  }),
);

const ACTIVITY_IU: ReadonlyMap<string, number> = new Map(
  Object.entries({
    iu: 1,
    u: 1,
    unit: 1,
    units: 1,
    单位: 1,
    国际单位: 1,
    万iu: 1e4,
    万u: 1e4,
    万单位: 1e4,
    万国际单位: 1e4,
  }),
);

/**
 * Reads a unit of dose: `ug`, `µg`, `mcg`, `mg`, `g`, `IU`, `U` and their Chinese and full-width forms.
 *
 * @returns `undefined` for anything else, such as `tablet`
 */
export function parseDoseUnit(text: string): DoseUnit | undefined {
  const known = readings.get(text);
  if (known !== undefined || readings.has(text)) return known;
  if (readings.size >= MEMORY_LIMIT) readings.clear();
  const unit = readDoseUnit(text);
  readings.set(text, unit);
  return unit;
}

/** Distinct spellings kept; a file of damaged units must not grow the memory. */
const MEMORY_LIMIT = 200;
const readings = new Map<string, DoseUnit | undefined>();

function readDoseUnit(text: string): DoseUnit | undefined {
  // Compatibility normalisation makes the two micro signs one and full-width letters plain.
  const key = text.normalize("NFKC").replace(/\s+/g, "").toLowerCase();
  const milligrams = MASS_MG.get(key);
  if (milligrams !== undefined) return { kind: "mass", milligrams };
  const internationalUnits = ACTIVITY_IU.get(key);
  return internationalUnits === undefined ? undefined : { kind: "activity", internationalUnits };
}

/**
 * The factor that turns an amount in `from` into one in `to`.
 *
 * @returns `undefined` between a mass and an activity, and when either unit cannot be read
 */
export function doseFactor(from: string, to: string): number | undefined {
  const a = parseDoseUnit(from);
  const b = parseDoseUnit(to);
  if (a?.kind === "mass" && b?.kind === "mass") return a.milligrams / b.milligrams;
  if (a?.kind === "activity" && b?.kind === "activity") return a.internationalUnits / b.internationalUnits;
  return undefined;
}
