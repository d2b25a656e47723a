import { CASE_SCHEMA, type CaseRecord, type Person, readCase } from "@materbone/clinical";
import type { Candidate } from "../answer/answer.ts";
import type { IntegerRange } from "../answer/day-range.ts";
import type { DeliveryExplanation } from "../answer/explain-woman.ts";
import type { PersonTables } from "../evaluate/compile-relation.ts";
import {
  COURSE_FROM_MONTHS,
  caseComorbidities,
  caseEvents,
  caseImaging,
  caseSymptoms,
  caseTreatments,
} from "./case-course.ts";
import { caseFractures } from "./case-fractures.ts";
import { caseLaboratory } from "./case-laboratory.ts";
import { casePregnancies } from "./case-pregnancies.ts";
import { caseScans } from "./case-scans.ts";
import { codedEvents, type LeftOutEvents, monthsTo } from "./coded-event.ts";

export type LeftOut = LeftOutEvents & {
  /** All events of the woman. */
  readonly of: number;
  /** Values whose unit is not known for them. */
  readonly values: number;
  /** Completed years at the delivery where the dates leave more than one open: they stand in a note. */
  readonly ageYears?: IntegerRange;
};

export type ExportedCase =
  | {
      readonly kind: "exported";
      readonly record: CaseRecord;
      readonly leftOut: LeftOut;
    }
  /** The pseudonym is not one, or holds the woman's identifier in the source. */
  | { readonly kind: "badPseudonym" };

/**
 * A confirmed woman as a case record without a date, an identifier or a word of the source: times are months from the index
 * delivery, her age is that at delivery, and notes name the codes of the concept library. What the source does not say is absent.
 *
 * @param candidate - as she stands in the worklist; her delivery is the index
 * @param deliveries - all of hers, as the definition that found her counts them
 * @param tables - her rows of the contract, and no other person's
 * @param pseudonym - new id in the registry
 * @throws TypeError when the tables hold another person's rows, or the index is none of the deliveries
 */
export function exportCase(
  candidate: Pick<Candidate, "personId" | "sourceId" | "reference" | "delivery" | "ageYears">,
  deliveries: readonly Pick<DeliveryExplanation, "number" | "when">[],
  tables: Pick<PersonTables, "person" | "event" | "ancestor">,
  pseudonym: string,
): ExportedCase {
  const { personId, sourceId, delivery, ageYears } = candidate;
  if ([...tables.person, ...tables.event].some((row) => row.person_id !== personId)) {
    throw new TypeError("the rows of a case are of one person");
  }
  if (!isPseudonym(pseudonym, sourceId)) return { kind: "badPseudonym" };
  const { coded, undated, leftOut } = codedEvents(tables.event, tables.ancestor, delivery.when);
  const { scans, unused } = caseScans(coded);
  const laboratory = caseLaboratory(coded);
  const courses = deliveries.map(({ when }) => monthsTo(delivery.when, when.low) + COURSE_FROM_MONTHS);
  // Until this day there certainly is a record of her.
  const firstDay = tables.event.reduce((first, row) => {
    const day = typeof row.date_high === "string" ? row.date_high : first;
    return day < first ? day : first;
  }, delivery.when.low);
  const person: Person = {
    ...(tables.person.some(({ sex }) => sex === "female") ? { sex: "female" as const } : {}),
    ...(ageYears === undefined ? {} : personAge(ageYears)),
  };
  const isAgeOpen = ageYears !== undefined && ageYears.least !== ageYears.most;
  const record: CaseRecord = {
    schema: CASE_SCHEMA,
    id: pseudonym,
    origin: "registry",
    ...(Object.keys(person).length === 0 ? {} : { person }),
    pregnancies: [...casePregnancies(coded, deliveries, delivery, monthsTo(delivery.when, firstDay))],
    ...listed("comorbidities", caseComorbidities(coded)),
    ...listed("symptoms", caseSymptoms(coded)),
    ...listed("fractures", caseFractures(coded, undated, courses)),
    ...listed("imaging", caseImaging(coded)),
    ...listed("events", caseEvents(coded)),
    ...listed("scans", scans),
    ...listed("laboratory", laboratory.panels),
    ...listed("treatments", caseTreatments(coded)),
  };
  const read = readCase(record);
  if (read.kind === "refused") {
    throw new TypeError(
      `an exported case breaks the record's format at ${read.problems.map(({ at }) => at).join(", ")}`,
    );
  }
  return {
    kind: "exported",
    record: read.value,
    leftOut: {
      of: tables.event.length,
      ...leftOut,
      values: unused + laboratory.unused,
      ...(isAgeOpen ? { ageYears } : {}),
    },
  };
}

/** A record has one age; where the dates leave several open, a note says which. */
function personAge({ least, most }: IntegerRange): Person {
  if (least === most) return least >= 12 && least <= 60 ? { ageYears: least, ageAt: "delivery" } : {};
  return {
    note: {
      en: `${least} to ${most} years at the delivery: the dates say no more.`,
      zh: `分娩时 ${least}～${most} 周岁，日期精度不足以确定。`,
    },
  };
}

/** Short identifiers stand in any text: they must only not be the pseudonym. */
function isPseudonym(pseudonym: string, sourceId: string): boolean {
  if (!/^[a-zA-Z0-9][a-zA-Z0-9._-]{0,63}$/.test(pseudonym)) return false;
  const [own, source] = [pseudonym.toLowerCase(), sourceId.toLowerCase()];
  return own !== source && !(source.length >= 4 && own.includes(source));
}

/** A list that is absent when nothing is in it. */
function listed<K extends string, T>(key: K, list: readonly T[]): { readonly [key in K]?: T[] } {
  return list.length === 0 ? {} : ({ [key]: [...list] } as { readonly [key in K]: T[] });
}
