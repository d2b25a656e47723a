import {
  ARM_TREATMENTS,
  EVIDENCE_METRICS,
  EVIDENCE_SITES,
  EVIDENCE_STATISTICS,
  type Literature,
  type ScreeningRecord,
} from "@materbone/evidence";
import {
  choice,
  type FieldSpec,
  flag,
  type LeafSpec,
  type ListSpec,
  more,
  number,
  plain,
  text,
} from "../../fields/field-spec.ts";
import { literatureFieldWords } from "../../parts/place-words-literature.ts";
import { documentName } from "../studies/provenance.ts";
import { studiesWords } from "../studies/studies-words.ts";

/** Fields of the parts of a literature; a control for every place of the schema that a reader of papers fills in. */

/** Fields of one study but its population and documents. */
export function studyFields(literature: Pick<Literature, "studies">, own: string): readonly FieldSpec[] {
  return [
    plain("label"),
    number("year"),
    worded("design"),
    worded("reached", "studies/reached"),
    plain("cohort"),
    {
      kind: "list",
      key: "overlaps",
      opens: ["cohort", "certainty", "why"],
      fields: [cohortField(literature, own), worded("certainty"), text("why")],
    },
    more(text("diagnosis")),
    more(text("note")),
  ];
}

/** The other cohorts, each by the names of its studies, and the studies of this literature together. */
function cohortField({ studies }: Pick<Literature, "studies">, own: string): Extract<LeafSpec, { kind: "options" }> {
  const labels = new Map<string, readonly string[]>();
  for (const { cohort, label } of studies) labels.set(cohort, [...(labels.get(cohort) ?? []), label]);
  labels.delete(own);
  return {
    kind: "options",
    key: "cohort",
    options: [
      { value: "*", text: studiesWords.thisLiterature },
      ...[...labels].map(([value, names]) => ({ value, text: { en: names.join(", "), zh: names.join("、") } })),
    ],
  };
}

/** An entry of the screening log as it begins. */
export const newRecordSpec: ListSpec = {
  kind: "list",
  key: "records",
  opens: ["report", "found", "decision"],
  fields: [text("report"), worded("found"), worded("decision"), text("note")],
};

/** Fields of one report that was found: where a reason is asked for, or the study that it is a report of, follows from the decision. */
export function recordFields(
  record: ScreeningRecord | undefined,
  studies: Literature["studies"],
): readonly FieldSpec[] {
  const isOut = record?.decision === "excluded" || record?.decision === "notRetrieved";
  const study: LeafSpec = {
    kind: "options",
    key: "study",
    options: studies.map(({ id, label }) => ({ value: id, text: { en: label, zh: label } })),
  };
  return [
    text("report"),
    worded("found"),
    worded("decision"),
    ...(record?.decision === "excluded" || record?.stage !== undefined ? [worded("stage")] : []),
    ...(record?.decision !== "included" || record.reason !== undefined ? [worded("reason")] : []),
    ...(isOut && record?.study === undefined ? [] : [study]),
    text("note"),
  ];
}

const regimens: ListSpec = {
  kind: "list",
  key: "regimens",
  opens: ["agent"],
  fields: [
    choice("agent", "agent"),
    { kind: "amount", key: "durationMonths" },
    number("women"),
    choice("route", "route"),
    more(number("sequence")),
  ],
};

export const armFields: readonly FieldSpec[] = [
  worded("treatment", "treatment", ARM_TREATMENTS),
  number("women"),
  number("meanAgeYears"),
  { kind: "amount", key: "startMonthsSinceDelivery" },
  { kind: "amount", key: "baselineMonthsSinceWeaning" },
  more({ kind: "amount", key: "drugFreeMonths" }),
  text("note"),
  regimens,
];

export const outcomeFields: readonly FieldSpec[] = [
  worded("site", "site", EVIDENCE_SITES),
  worded("metric", "metric", EVIDENCE_METRICS),
  { kind: "amount", key: "months" },
  number("women"),
  more(worded("treatment", "treatment", ARM_TREATMENTS)),
  more(text("siteName")),
  more(worded("reference")),
  more(flag("worded")),
  more(plain("device")),
  more(number("baselineBmdGPerCm2", 3)),
  more(number("baselineSdGPerCm2", 3)),
  more(number("followUpBmdGPerCm2", 3)),
  more(number("baselineZ", 1)),
  more(number("followUpZ", 1)),
  more(text("chosenBecause")),
];

export const documentFields: readonly FieldSpec[] = [
  text("cite"),
  worded("kind", "documents/kind"),
  worded("reached", "documents/reached"),
  plain("doi"),
  plain("pmid"),
  more(text("label")),
];

/** Fields of one reading but its spread, whose parts depend on its kind. */
export function readingFields(literature: Pick<Literature, "documents">): readonly FieldSpec[] {
  return [
    number("value"),
    number("low"),
    number("high"),
    worded("statistic", "statistic", EVIDENCE_STATISTICS),
    documentField(literature),
    plain("place"),
    plain("checkedBy"),
    plain("checked"),
    text("note"),
  ];
}

export function documentField({ documents }: Pick<Literature, "documents">): Extract<LeafSpec, { kind: "options" }> {
  return {
    kind: "options",
    key: "document",
    options: documents.map((each) => ({
      value: each.id,
      text: { en: documentName(each, "en"), zh: documentName(each, "zh") },
    })),
  };
}

/** A choice whose words are those of the places of a literature. */
export function worded(
  key: string,
  place: string = key,
  values?: readonly string[],
): Extract<LeafSpec, { kind: "options" }> {
  const words = literatureFieldWords[place]?.values ?? {};
  return {
    kind: "options",
    key,
    options: (values ?? Object.keys(words)).map((value) => ({ value, text: words[value] ?? { en: value, zh: value } })),
  };
}
