import { nearest } from "@materbone/clinical";
import {
  DEFAULT_CHOICES,
  evidenceRows,
  type Literature,
  type ReadingChoices,
  type SdRule,
  type SynthesisChoices,
} from "@materbone/evidence";
import type { Flags } from "../command.ts";
import { InputError } from "../input/input-error.ts";
import { literatureOption } from "../input/read-literature.ts";

/** The literature and the choices that the options of an evidence command ask for. */
export async function synthesisOptions(
  flags: Flags,
): Promise<{ readonly literature: Literature; readonly choices: SynthesisChoices }> {
  const literature = await literatureOption(flags.literature, new Date().toISOString().slice(0, 10));
  return {
    literature,
    choices: {
      ...DEFAULT_CHOICES,
      sd: sdRule(flags.sd),
      readNotStatedAsMean: flags.notStatedAsMean === true,
      countPossibleOnce: flags.countBoth !== true,
      readings: readingChoices(flags.reading, literature),
    },
  };
}

function sdRule(value: Flags[string]): SdRule {
  if (value === undefined || value === "pooled") return { kind: "pooled" };
  const points = Number(value);
  if (points > 0 && points <= LARGEST_SD_POINTS) return { kind: "assumed", points };
  throw new InputError([{ kind: "badSd", value: String(value), largest: LARGEST_SD_POINTS }]);
}

/** Women do not differ by more than the whole of their bone. */
const LARGEST_SD_POINTS = 100;

function readingChoices(value: Flags[string], literature: Literature): ReadingChoices {
  if (typeof value !== "string") return {};
  const rows = evidenceRows(literature);
  return Object.fromEntries(
    value.split(",").map((choice) => {
      const [key = "", number = ""] = choice.trim().split("=");
      const row = rows.find((each) => each.key === key);
      // The first reading is 1, as on the page; inside, positions are counted from 0.
      const position = Number(number) - 1;
      if (row === undefined || number === "" || row.outcome.readings[position] === undefined) {
        const known = rows.filter(({ outcome }) => outcome.readings.length > 1).map((each) => each.key);
        throw new InputError([
          { kind: "badReading", value: choice, nearest: row === undefined ? nearest(key, known) : undefined },
        ]);
      }
      return [key, position];
    }),
  );
}
