import type { ListSpec } from "../fields/field-spec.ts";
import {
  choice,
  type FieldSpec,
  flag,
  type GroupSpec,
  more,
  noted,
  number,
  plain,
  text,
} from "../fields/field-spec.ts";

/** Fields of the head of a series, in the sections of its page; the rest of the head has controls of its own. */

export const publicationFields: readonly FieldSpec[] = [
  text("title"),
  text("disease"),
  text("intervention"),
  choice("design", "design"),
  choice("comparator", "comparator"),
  text("centre"),
  text("department"),
  more(text("summaryClass")),
  more(choice("origin", "origin")),
  ...noted,
];

export const authorList: ListSpec = {
  kind: "list",
  key: "authors",
  opens: ["name"],
  fields: [text("name"), flag("equalContribution"), flag("corresponding")],
};

export const ethicsGroup: GroupSpec = {
  kind: "group",
  key: "ethics",
  needs: ["approval", "consent"],
  fields: [choice("approval", "approval"), choice("consent", "consent"), plain("approvalNumber"), ...noted],
};

export const statedPrecisionList: ListSpec = {
  kind: "list",
  key: "precision",
  opens: ["cvPercent", "bound", "kind"],
  fields: [
    number("cvPercent"),
    choice("bound", "precisionBound"),
    choice("kind", "precisionKind"),
    choice("site", "skeletalSite"),
    plain("source"),
  ],
};

export const densitometerList: ListSpec = {
  kind: "list",
  key: "densitometers",
  opens: ["id", "manufacturer", "model"],
  fields: [plain("id"), plain("manufacturer"), plain("model"), plain("country"), plain("referenceData"), ...noted],
};

export const crossCalibrationList: ListSpec = {
  kind: "list",
  key: "crossCalibrations",
  opens: ["from", "to", "site", "slope", "interceptGPerCm2", "errorGPerCm2"],
  fields: [
    plain("from"),
    plain("to"),
    choice("site", "skeletalSite"),
    number("slope"),
    number("interceptGPerCm2"),
    number("errorGPerCm2"),
    ...noted,
  ],
};

export const fractureRuleFields: readonly FieldSpec[] = [
  choice("vertebralFractureRule", "fractureRule"),
  choice("vertebralFractureModality", "modality"),
];

/** Fields of an assay besides the analytes that it measures. */
export const assayFields: readonly FieldSpec[] = [plain("analyser"), plain("reagents"), ...noted];

export const assayList: ListSpec = {
  kind: "list",
  key: "assays",
  opens: [],
  start: { analytes: [] },
  fields: assayFields,
};
