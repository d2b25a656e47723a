import type { Text } from "@materbone/clinical";
import { count } from "./checked.ts";

/** Records or reports of one source, or left out for one reason. */
export type PrismaCount = { readonly label: Text; readonly count: number };

/** From the search of databases and registers to the reports assessed. */
export type PrismaDatabases = {
  /** Records by source. */
  readonly identified: readonly PrismaCount[];
  /** Records removed before screening, by reason: duplicates, marked by automation, others. */
  readonly removed: readonly PrismaCount[];
  readonly screened: number;
  readonly excluded: readonly PrismaCount[];
  readonly sought: number;
  readonly notRetrieved: readonly PrismaCount[];
  readonly assessed: number;
  readonly excludedReports: readonly PrismaCount[];
};

/** Found otherwise: by citations, websites, organisations. */
export type PrismaOtherMethods = Pick<
  PrismaDatabases,
  "identified" | "sought" | "notRetrieved" | "assessed" | "excludedReports"
>;

/** Counts of the screening log in the order of the flow diagram. */
export type PrismaData = {
  readonly id: string;
  readonly title: Text;
  readonly databases: PrismaDatabases;
  readonly otherMethods?: PrismaOtherMethods | undefined;
  readonly included: { readonly studies: number; readonly reports: number; readonly women?: number | undefined };
  readonly notes?: readonly Text[] | undefined;
};

/** Boxes of the diagram by the names of the data. */
export type PrismaStep =
  | "identified"
  | "removed"
  | "screened"
  | "excluded"
  | "sought"
  | "notRetrieved"
  | "assessed"
  | "excludedReports"
  | "included";

/** A step whose number does not follow from the numbers before it. */
export type PrismaGap = {
  readonly stream: "databases" | "otherMethods" | "both";
  readonly step: PrismaStep;
  readonly stated: number;
  readonly expected: number;
};

export function totalOf(counts: readonly PrismaCount[]): number {
  return counts.reduce((sum, each) => sum + each.count, 0);
}

/** Every step that does not add up; a diagram says so instead of hiding it. */
export function prismaGaps({ databases, otherMethods, included }: PrismaData): readonly PrismaGap[] {
  const gaps: PrismaGap[] = [];
  const compare = (stream: PrismaGap["stream"], step: PrismaStep, stated: number, expected: number): void => {
    if (stated !== expected) gaps.push({ stream, step, stated, expected });
  };
  const { identified, removed, screened, excluded, sought, notRetrieved, assessed, excludedReports } = databases;
  compare("databases", "screened", screened, totalOf(identified) - totalOf(removed));
  compare("databases", "sought", sought, screened - totalOf(excluded));
  compare("databases", "assessed", assessed, sought - totalOf(notRetrieved));
  let reports = assessed - totalOf(excludedReports);
  if (otherMethods !== undefined) {
    // Of what is found otherwise only what is wanted in full is a report sought.
    if (otherMethods.sought > totalOf(otherMethods.identified)) {
      compare("otherMethods", "sought", otherMethods.sought, totalOf(otherMethods.identified));
    }
    compare(
      "otherMethods",
      "assessed",
      otherMethods.assessed,
      otherMethods.sought - totalOf(otherMethods.notRetrieved),
    );
    reports += otherMethods.assessed - totalOf(otherMethods.excludedReports);
  }
  compare(otherMethods === undefined ? "databases" : "both", "included", included.reports, reports);
  return gaps;
}

/** @throws RangeError for a number that is not a count */
export function checkPrisma({ databases, otherMethods, included }: PrismaData): void {
  for (const [name, value] of [...Object.entries(databases), ...Object.entries(otherMethods ?? {})]) {
    if (typeof value === "number") count(name, value);
    else for (const each of value) count(`${name}, ${each.label.en}`, each.count);
  }
  for (const [name, value] of Object.entries(included)) if (value !== undefined) count(`included ${name}`, value);
}
