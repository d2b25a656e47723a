import type { Terms } from "@materbone/clinical";
import type { EvidenceStudy, Literature } from "@materbone/evidence";
import { headed, TREATMENT_WORDS } from "@materbone/report";
import { choice, type LeafSpec, number, plain, text } from "../../fields/field-spec.ts";
import { labelOf } from "../../fields/label-of.ts";
import { editWords as words } from "./edit-words.ts";
import { NEW_ARM, NEW_DOCUMENT } from "./edits.ts";
import type { FormField, FormPart, FormSpec } from "./FormDialog.tsx";
import { documentField, worded } from "./literature-spec.ts";

/** What has been answered so far. */
type Texts = Readonly<Record<string, string>>;

/** The questions about one value and the document that it was read in. */
export function readingPart(literature: Literature, texts: Texts, t: Terms): FormPart {
  const at = "/studies/0/arms/0/outcomes/0/readings/0";
  const of = documentField(literature);
  const another = { value: NEW_DOCUMENT, text: words.newDocument };
  return {
    title: t.text(words.partReading),
    fields: [
      asked(number("value"), at, t, { under: t.text(words.valueOrRange) }),
      asked(number("low"), at, t),
      asked(number("high"), at, t),
      asked({ kind: "spread", key: "spread", at: `${at}/spread` }, at, t),
      asked(worded("statistic"), at, t, { isNeeded: true }),
      asked({ ...of, options: [...of.options, another] }, at, t, { isNeeded: true }),
      ...(texts.document === NEW_DOCUMENT ? documentQuestions(t) : []),
      asked(plain("place"), at, t),
      asked(plain("checkedBy"), at, t, { isNeeded: true }),
      asked(plain("checked"), at, t, { isNeeded: true }),
      asked(text("note"), at, t),
    ],
  };
}

/** The questions about what was measured. */
export function outcomePart(t: Terms): FormPart {
  const at = "/studies/0/arms/0/outcomes/0";
  return {
    title: t.text(words.partOutcome),
    fields: [
      asked(worded("site"), at, t, { isNeeded: true }),
      asked(worded("metric"), at, t, { isNeeded: true }),
      asked({ kind: "amount", key: "months" }, at, t, { under: t.text(words.months) }),
    ],
  };
}

/** The questions about the women: those of a group of the study, or of another one. */
export function armPart(study: EvidenceStudy, texts: Texts, t: Terms): FormPart {
  const arms: LeafSpec = {
    kind: "options",
    key: "arm",
    options: [
      ...study.arms.map(({ id, treatment, women }) => ({ value: id, text: armName(treatment, women) })),
      { value: NEW_ARM, text: words.newArm },
    ],
  };
  return {
    title: t.text(words.partArm),
    fields: [
      { spec: arms, label: t.text(words.partArm), isNeeded: true },
      ...(texts.arm === NEW_ARM ? womenQuestions(t) : []),
    ],
  };
}

export function newArmPart(t: Terms): FormPart {
  return { title: t.text(words.partArm), fields: womenQuestions(t) };
}

/** The questions about a document that is added by itself. */
export function newDocumentPart(t: Terms): FormPart {
  return { title: t.text(words.partDocument), fields: documentQuestions(t) };
}

/** The questions about a study. */
export function studyPart(texts: Texts, t: Terms): FormPart {
  const at = "/studies/0";
  const kind = worded("population", "population/kind");
  return {
    title: t.text(words.partStudy),
    fields: [
      asked(plain("label"), at, t, { isNeeded: true }),
      asked(number("year"), at, t),
      asked(worded("design"), at, t, { isNeeded: true }),
      asked(worded("reached", "studies/reached"), at, t, { isNeeded: true }),
      { spec: kind, label: labelOf(`${at}/population/kind`, t, "literature"), isNeeded: true },
      ...(texts.population === "other" ? [asked(text("disease"), `${at}/population`, t, { isNeeded: true })] : []),
    ],
  };
}

function documentQuestions(t: Terms): readonly FormField[] {
  const at = "/documents/0";
  const kind = worded("documentKind", "documents/kind");
  const reached = worded("documentReached", "documents/reached");
  return [
    asked(plain("cite"), at, t, { isNeeded: true }),
    { spec: kind, label: labelOf(`${at}/kind`, t, "literature"), isNeeded: true },
    { spec: reached, label: labelOf(`${at}/reached`, t, "literature"), isNeeded: true },
    asked(plain("doi"), at, t),
    asked(plain("pmid"), at, t),
  ];
}

function womenQuestions(t: Terms): readonly FormField[] {
  const at = "/studies/0/arms/0";
  return [
    asked(worded("treatment"), at, t, { isNeeded: true }),
    { spec: choice("agent", "agent"), label: t.text(words.agent) },
    asked(number("women"), at, t),
  ];
}

function asked(spec: FormSpec, at: string, t: Terms, more: Pick<FormField, "isNeeded" | "under"> = {}): FormField {
  return { spec, label: labelOf(`${at}/${spec.key}`, t, "literature"), ...more };
}

function armName(treatment: keyof typeof TREATMENT_WORDS, women: number | undefined) {
  const { en, zh } = TREATMENT_WORDS[treatment];
  return women === undefined
    ? { en: headed(en), zh }
    : { en: `${headed(en)} (n = ${women})`, zh: `${zh}（${women}例）` };
}
