import { jsonPointer, nearest, type Problem, type ReadResult, readDocument } from "@materbone/clinical";
import {
  LITERATURE_SCHEMA,
  type Literature,
  literatureSchema,
  type Outcome,
  type Reading,
  type Spread,
} from "./literature-record.ts";
import { spreadFault } from "./literature-spread.ts";

/**
 * Reads a literature from parsed JSON, or names every problem with its place. Beyond the schema: ids once each, every
 * document and study that is named is there, the reading in use exists, no range runs backwards or has no breadth, and a value lies in
 * its own spread. `null` is read as
 * "not recorded".
 */
export function readLiterature(document: unknown): ReadResult<Literature> {
  return readDocument(document, LITERATURE_SCHEMA, literatureSchema, literatureReferences);
}

type Path = readonly (string | number)[];

/** What is wrong with a literature that follows its schema. */
function literatureReferences(literature: Literature): readonly Problem[] {
  const { documents, studies, screening } = literature;
  const knownDocuments = idsOf(documents);
  const knownStudies = idsOf(studies);
  return [
    ...duplicates(documents, ["documents"], "document"),
    ...duplicates(studies, ["studies"], "study"),
    ...studies.flatMap((study, position): readonly Problem[] => {
      const at = ["studies", position];
      return [
        ...study.documents.flatMap((id, place) => unknown(id, knownDocuments, [...at, "documents", place], "document")),
        ...duplicates(study.arms, [...at, "arms"], "arm"),
        ...study.arms.flatMap((arm, place) => armProblems(arm, [...at, "arms", place], knownDocuments)),
      ];
    }),
    ...screening.records.flatMap(({ study }, position) =>
      unknown(study, knownStudies, ["screening", "records", position, "study"], "study"),
    ),
  ];
}

type Arm = Literature["studies"][number]["arms"][number];

function armProblems(arm: Arm, at: Path, known: ReadonlySet<string>): readonly Problem[] {
  return [
    ...backwards(arm.startMonthsSinceDelivery, [...at, "startMonthsSinceDelivery"]),
    ...backwards(arm.drugFreeMonths, [...at, "drugFreeMonths"]),
    ...backwards(arm.baselineMonthsSinceWeaning, [...at, "baselineMonthsSinceWeaning"]),
    ...arm.regimens.flatMap(({ durationMonths }, position) =>
      backwards(durationMonths, [...at, "regimens", position, "durationMonths"]),
    ),
    ...duplicates(arm.outcomes, [...at, "outcomes"], "outcome"),
    ...arm.outcomes.flatMap((outcome, position) => outcomeProblems(outcome, [...at, "outcomes", position], known)),
  ];
}

function outcomeProblems(outcome: Outcome, at: Path, known: ReadonlySet<string>): readonly Problem[] {
  return [
    ...backwards(outcome.months, [...at, "months"]),
    ...outcome.readings.flatMap((reading, position) => readingProblems(reading, [...at, "readings", position], known)),
    ...chosenProblems(outcome, at),
  ];
}

function readingProblems(reading: Reading, at: Path, known: ReadonlySet<string>): readonly Problem[] {
  const { document, low, high, spread } = reading;
  return [
    ...unknown(document, known, [...at, "document"], "document"),
    ...(low === undefined || high === undefined ? [] : disordered([low, high], at)),
    ...(spread === undefined ? [] : spreadProblems(spread, reading, [...at, "spread"])),
  ];
}

function spreadProblems(spread: Spread, reading: Reading, at: Path): readonly Problem[] {
  const fault = spreadFault(spread, reading);
  switch (fault?.kind) {
    case undefined:
      return [];
    case "backwards":
      return [rangeOrder([fault.lower, fault.upper], at)];
    case "noBreadth":
      return [{ at: jsonPointer(at), kind: "noBreadth", value: JSON.stringify([fault.lower, fault.upper]) }];
    case "outside": {
      const { value, lower: low, upper: high } = fault;
      return [{ at: jsonPointer(at), kind: "outsideSpread", value: String(value), low, high }];
    }
  }
}

/** The reading in use is one of those that are there. */
function chosenProblems({ chosen, readings }: Outcome, at: Path): readonly Problem[] {
  if (chosen === undefined || chosen < readings.length) return [];
  if (readings.length === 0) return [{ at: jsonPointer([...at, "readings"]), kind: "tooFew", minimum: chosen + 1 }];
  const high = readings.length - 1;
  return [
    { at: jsonPointer([...at, "chosen"]), kind: "outOfRange", key: "chosen", value: `${chosen}`, low: undefined, high },
  ];
}

/** A time of two ends, the earliest first. */
function backwards(time: number | readonly [number, number] | undefined, at: Path): readonly Problem[] {
  if (time === undefined || typeof time === "number" || time[0] <= time[1]) return [];
  return [{ at: jsonPointer(at), kind: "timeOrder", value: JSON.stringify(time) }];
}

function disordered(range: readonly [number, number], at: Path): readonly Problem[] {
  return range[0] <= range[1] ? [] : [rangeOrder(range, at)];
}

function rangeOrder(values: readonly number[], at: Path): Problem {
  return { at: jsonPointer(at), kind: "rangeOrder", value: JSON.stringify(values) };
}

function unknown(
  id: string | undefined,
  known: ReadonlySet<string>,
  at: Path,
  what: "document" | "study",
): readonly Problem[] {
  if (id === undefined || known.has(id)) return [];
  return [{ at: jsonPointer(at), kind: "unknownReference", what, id, nearest: nearest(id, known) }];
}

function duplicates(
  entries: readonly { readonly id: string }[],
  at: Path,
  what: "document" | "study" | "arm" | "outcome",
): readonly Problem[] {
  const seen = new Set<string>();
  return entries.flatMap(({ id }, position): readonly Problem[] => {
    const isTwice = seen.has(id);
    seen.add(id);
    return isTwice ? [{ at: jsonPointer([...at, position, "id"]), kind: "duplicateId", what, id }] : [];
  });
}

function idsOf(entries: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(entries.map(({ id }) => id));
}
