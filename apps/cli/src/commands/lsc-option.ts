import {
  centreLscSource,
  jsonPointer,
  LSC_KINDS,
  type LscSource,
  nearest,
  type SeriesContext,
  type SitePrecision,
  SKELETAL_SITES,
  type SkeletalSite,
} from "@materbone/clinical";
import { readText } from "../input/files.ts";
import { InputError, type InputProblem } from "../input/input-error.ts";
import { linesOf, readJsonText } from "../input/json-text.ts";

/**
 * The least significant change that `--lsc` names: a preset, the centre's own study in the series, or a file
 * `{ "lumbarSpine": { "rmsSdGPerCm2": 0.009 }, "totalHip": { "cvPercent": 1.2 },
 * "femoralNeck": { "scansGPerCm2": [[0.71, 0.72], [0.83, 0.82]] } }` with one row of repeated scans per person.
 *
 * @throws InputError when it is neither
 */
export async function lscOption(value: string | boolean | undefined, context: SeriesContext): Promise<LscSource> {
  if (typeof value !== "string" || value === "paper") return { kind: "paper" };
  if (value === "minimum") return { kind: "minimum" };
  if (value === "centre") {
    const centre = centreLscSource(context);
    if (centre === undefined) throw new InputError([{ kind: "noCentreStudy" }]);
    return centre;
  }
  if (value.endsWith(".json")) return { kind: "centre", name: value, sites: await readPrecisionFile(value) };
  const allowed = [...LSC_KINDS, "FILE.json"];
  throw new InputError([{ kind: "badOption", option: "--lsc", value, allowed, nearest: nearest(value, LSC_KINDS) }]);
}

async function readPrecisionFile(file: string): Promise<Partial<Record<SkeletalSite, SitePrecision>>> {
  const text = await readText(file);
  const json = readJsonText(text, file);
  if (json.kind === "refused") throw new InputError(json.problems);
  const entries = isObject(json.value) ? Object.entries(json.value) : [];
  const sites: Partial<Record<SkeletalSite, SitePrecision>> = {};
  const wrong: string[] = [];
  for (const [key, entry] of entries) {
    const site = SKELETAL_SITES.find((candidate) => candidate === key);
    const precision = sitePrecision(entry);
    if (site === undefined || precision === undefined) wrong.push(key);
    else sites[site] = precision;
  }
  if (entries.length > 0 && wrong.length === 0) return sites;
  const pointers = entries.length === 0 ? [""] : wrong.map((key) => jsonPointer([key]));
  const lineOf = linesOf(text, pointers);
  throw new InputError(
    pointers.map((at, position): InputProblem => {
      const key = wrong[position];
      const isSite = SKELETAL_SITES.some((site) => site === key);
      const value = key === undefined ? json.value : isSite ? Object.fromEntries(entries)[key] : key;
      return { kind: "precisionFile", file, line: lineOf(at), at, value: shortened(value), sites: SKELETAL_SITES };
    }),
  );
}

/** Limits of what can be a precision error: the schema's largest CV, and that share of the largest BMD in g/cm². */
const LARGEST_CV_PERCENT = 20;
const LARGEST_RMS_SD_G_PER_CM2 = 0.5;
const SMALLEST_BMD_G_PER_CM2 = 0.1;
const LARGEST_BMD_G_PER_CM2 = 2.5;

function sitePrecision(value: unknown): SitePrecision | undefined {
  if (!isObject(value) || Object.keys(value).length !== 1) return undefined;
  const { rmsSdGPerCm2, cvPercent, scansGPerCm2 } = value;
  if (isBetween(rmsSdGPerCm2, 0, LARGEST_RMS_SD_G_PER_CM2)) return { kind: "rmsSd", rmsSdGPerCm2 };
  if (isBetween(cvPercent, 0, LARGEST_CV_PERCENT)) return { kind: "cv", cvPercent };
  return isRepeats(scansGPerCm2) ? { kind: "repeats", scansGPerCm2 } : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Above `low`, and `high` at most. */
function isBetween(value: unknown, low: number, high: number): value is number {
  return typeof value === "number" && value > low && value <= high;
}

function isBmd(value: unknown): value is number {
  return value === SMALLEST_BMD_G_PER_CM2 || isBetween(value, SMALLEST_BMD_G_PER_CM2, LARGEST_BMD_G_PER_CM2);
}

/** At least two people with two scans, and some spread: identical repeats give no precision error. */
function isRepeats(value: unknown): value is number[][] {
  return (
    Array.isArray(value) &&
    value.length >= 2 &&
    value.every((scans) => Array.isArray(scans) && scans.length >= 2 && scans.every(isBmd)) &&
    value.some((scans: number[]) => scans.some((scan) => scan !== scans[0]))
  );
}

const SHOWN = 60;

function shortened(value: unknown): string {
  const text = JSON.stringify(value) ?? "undefined";
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
