import { HOSPITAL_FORMATS, HospitalError, writeHospital } from "@materbone/exchange";
import { LARGEST_SEED, MOST_PERSONS } from "@materbone/finder";
import { EXIT, type Flags, type Run } from "../command.ts";
import { findWords } from "../find/find-words.ts";
import { InputError } from "../input/input-error.ts";
import { oneOf } from "../options.ts";
import { progressLine, visible } from "../terminal.ts";

/** Writes a synthetic hospital with its answer key; every woman is invented. */
export const findHospital: Run = async ({ world, terms }, _argument, flags) => {
  const { output } = flags;
  if (typeof output !== "string") throw new InputError([{ kind: "missingOption", option: "--output" }]);
  const format = oneOf("--format", String(flags.format ?? "fhir"), HOSPITAL_FORMATS);
  const persons = whole(flags, "persons", 1000, 1, MOST_PERSONS);
  const seed = whole(flags, "seed", 1, 0, LARGEST_SEED);
  const controller = new AbortController();
  const forget = world.onInterrupt?.(() => controller.abort());
  const progress = progressLine(world, terms.text(findWords.personsWritten));
  try {
    await writeHospital(output, { persons, seed, format, onProgress: progress.step, signal: controller.signal });
  } catch (error) {
    if (error instanceof HospitalError && error.kind === "exists") {
      throw new InputError([{ kind: "exists", file: output }]);
    }
    throw error instanceof HospitalError && error.cause instanceof Error ? error.cause : error;
  } finally {
    progress.end();
    forget?.();
  }
  world.progress.write(`${terms.text(findWords.hospitalWritten)}${visible(output)}\n`);
  return EXIT.done;
};

function whole(flags: Flags, name: string, otherwise: number, least: number, most: number): number {
  const given = flags[name];
  if (given === undefined) return otherwise;
  const value = Number(given);
  if (String(given).trim() !== "" && Number.isSafeInteger(value) && value >= least && value <= most) return value;
  throw new InputError([{ kind: "notWhole", option: `--${name}`, value: String(given), least, most }]);
}
