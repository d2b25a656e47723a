import { DEFAULT_CHOICES, evidenceRows, type Literature, shippedLiterature } from "@materbone/evidence";
import { describe, expect, it } from "vitest";
import { evidenceSearch } from "./evidence-search.ts";
import { choicesOf, hasChoices, withoutReading, withReading } from "./reader-choices.ts";

const OSULLIVAN = "osullivan-2006/bp/lumbarSpine@24";
const LAROCHE = "laroche-2017/bp/lumbarSpine@12";
const row = (key: string, of: Literature = shippedLiterature) => {
  const found = evidenceRows(of).find((each) => each.key === key);
  if (found === undefined) throw new TypeError(`no row ${key}`);
  return found;
};

describe("the address of the evidence page", () => {
  it("keeps what it knows and drops what it does not", () => {
    expect(evidenceSearch({ show: "forest", sd: "7", overlaps: "each", stratum: "a/b", open: 3 })).toEqual({
      show: "forest",
      sd: 7,
      overlaps: "each",
      stratum: "a/b",
      open: "3",
    });
    expect(evidenceSearch({ show: "nothing", sd: 6, notStated: true, overlaps: "once", conflict: "yes" })).toEqual({});
  });

  it("without choices asks for what the workbench takes for granted", () => {
    expect(choicesOf({}, shippedLiterature)).toEqual(DEFAULT_CHOICES);
    expect(hasChoices(evidenceSearch({ show: "studies", find: "x" }))).toBe(false);
    expect(hasChoices(evidenceSearch({ overlaps: "each" }))).toBe(true);
  });

  it("names readings as the command line does, and loses those that the literature does not have", () => {
    const { readings } = choicesOf(
      { readings: `${OSULLIVAN}=0,${LAROCHE}=9,nobody/bp/x=0,${LAROCHE}=-1` },
      shippedLiterature,
    );
    expect(readings).toEqual({ [OSULLIVAN]: 0 });
  });
});

describe("a chosen reading", () => {
  it("stands in the address unless it is the one of the literature", () => {
    const other = withReading(undefined, row(OSULLIVAN), 0);
    expect(other).toBe(`${OSULLIVAN}=0`);
    const both = withReading(other, row(LAROCHE), 1);
    expect(both).toBe(`${OSULLIVAN}=0,${LAROCHE}=1`);
    expect(withReading(both, row(OSULLIVAN), 1)).toBe(`${LAROCHE}=1`);
    expect(withReading(other, row(OSULLIVAN), 1)).toBeUndefined();
    expect(withoutReading(both, LAROCHE)).toBe(other);
    expect(withoutReading(other, OSULLIVAN)).toBeUndefined();
  });

  it("keeps names that hold the marks of the address apart", () => {
    const [study] = shippedLiterature.studies;
    if (study === undefined) throw new TypeError("no study");
    const odd: Literature = { ...shippedLiterature, studies: [{ ...study, id: "50%2C a,b=1" }] };
    const [first] = evidenceRows(odd);
    if (first === undefined) throw new TypeError("no row");
    const twice: Literature = {
      ...odd,
      studies: odd.studies.map((each) => ({
        ...each,
        arms: each.arms.map((arm) => ({
          ...arm,
          outcomes: arm.outcomes.map((outcome) => ({
            ...outcome,
            readings: [...outcome.readings, ...outcome.readings],
          })),
        })),
      })),
    };
    const text = withReading(undefined, first, 1);
    expect(choicesOf(text === undefined ? {} : { readings: text }, twice).readings).toEqual({ [first.key]: 1 });
  });
});
