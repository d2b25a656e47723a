import { VERTEBRAE } from "@materbone/clinical";
import {
  answer,
  choice,
  type FieldSpec,
  flag,
  type GroupSpec,
  type ListSpec,
  more,
  noted,
  number,
  plain,
  text,
  when,
} from "./field-spec.ts";
import { historyItems } from "./history-items.ts";
import { periodOptions } from "./period-options.ts";

const supplement = (key: string): GroupSpec => ({
  kind: "group",
  key,
  needs: ["taken"],
  fields: [choice("taken", "answer"), text("reason"), ...noted],
});

const MONTH_NAMES = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const samplingMonths = MONTH_NAMES.map((en, position) => ({
  value: String(position + 1),
  text: { en, zh: `${position + 1}月` },
}));

const person: GroupSpec = {
  kind: "group",
  key: "person",
  fields: [
    number("ageYears"),
    choice("ageAt", "ageAt"),
    number("heightCm"),
    number("weightKg"),
    number("bmiKgPerM2"),
    more(text("ethnicity")),
    more(choice("menopause", "menopause")),
    more({ kind: "options", key: "sex", options: [{ value: "female", text: { en: "female", zh: "女" } }] }),
    ...noted,
  ],
};

const lactation: GroupSpec = {
  kind: "group",
  key: "lactation",
  fields: [
    choice("breastfed", "answer"),
    when("weaned"),
    flag("stillBreastfeeding"),
    more(when("start")),
    more(choice("intensity", "lactationIntensity")),
    more(number("feedsPerDay")),
    ...noted,
  ],
};

const pregnancies: ListSpec = {
  kind: "list",
  key: "pregnancies",
  opens: [],
  fields: [
    flag("index"),
    when("deliveredAt"),
    number("parity"),
    choice("deliveryMode", "deliveryMode"),
    lactation,
    supplement("calciumSupplement"),
    supplement("vitaminDSupplement"),
    more(number("gestationalAgeDays")),
    more(number("fetuses")),
    more(choice("conception", "conception")),
    more(number("weightGainKg")),
    more(answer("normalDiet")),
    more(answer("bedRest")),
    ...noted,
  ],
};

const history: GroupSpec = {
  kind: "group",
  key: "history",
  fields: [...historyItems.map((item) => answer(item)), text("familyHistoryScope")],
};

const comorbidities: ListSpec = {
  kind: "list",
  key: "comorbidities",
  opens: ["condition", "name"],
  fields: [
    choice("condition", "condition"),
    text("name"),
    choice("certainty", "conditionCertainty"),
    more(number("durationYearsMoreThan")),
    ...noted,
  ],
};

const symptoms: ListSpec = {
  kind: "list",
  key: "symptoms",
  opens: ["symptom"],
  fields: [choice("symptom", "symptom"), when("onset"), more(when("end")), ...noted],
};

const symptomCourse: ListSpec = {
  kind: "list",
  key: "symptomCourse",
  opens: ["state"],
  fields: [choice("state", "symptomState"), when("at"), ...noted],
};

const scores: ListSpec = {
  kind: "list",
  key: "scores",
  opens: ["instrument", "value"],
  fields: [choice("instrument", "instrument"), number("value"), when("at"), ...noted],
};

const heights: GroupSpec = {
  kind: "group",
  key: "heights",
  isInline: true,
  needs: ["anteriorMm", "middleMm", "posteriorMm"],
  fields: [number("anteriorMm"), number("middleMm"), number("posteriorMm"), number("referenceMm")],
};

const fractures: ListSpec = {
  kind: "list",
  key: "fractures",
  opens: ["site"],
  fields: [
    choice("site", "fractureSite"),
    when("at"),
    choice("mechanism", "mechanism"),
    choice("modality", "modality"),
    { kind: "choice", key: "genantGrade", vocabulary: "genantGrade", isNumber: true },
    number("heightLossPercent"),
    more(heights),
    more(choice("deformity", "deformity")),
    more(choice("place", "place")),
    ...noted,
  ],
};

const imaging: ListSpec = {
  kind: "list",
  key: "imaging",
  opens: ["modality", "region"],
  start: { findings: [] },
  fields: [
    choice("modality", "modality"),
    choice("region", "imagingRegion"),
    when("at"),
    { kind: "several", key: "findings", vocabulary: "imagingFinding" },
    more(choice("place", "place")),
    ...noted,
  ],
};

const events: ListSpec = {
  kind: "list",
  key: "events",
  opens: ["kind"],
  fields: [choice("kind", "event"), when("at"), ...noted],
};

const site = (key: string): GroupSpec => ({
  kind: "group",
  key,
  fields: [
    number("bmdGPerCm2", 3),
    number("zScore", 1),
    number("tScore", 1),
    ...(key === "lumbarSpine"
      ? [{ kind: "several", key: "vertebrae", vocabulary: "fractureSite", values: VERTEBRAE } as const]
      : [more({ kind: "several", key: "vertebrae", vocabulary: "fractureSite", values: VERTEBRAE } as const)]),
    choice("side", "scanSide"),
    ...noted,
  ],
});

const scans: ListSpec = {
  kind: "list",
  key: "scans",
  opens: [],
  fields: [
    plain("device", "device"),
    choice("place", "place"),
    { kind: "group", key: "sites", fields: [site("lumbarSpine"), site("femoralNeck"), site("totalHip")] },
    when("at"),
    more(text("label")),
    more(plain("id")),
    more({
      kind: "group",
      key: "report",
      needs: ["basis", "words"],
      fields: [choice("basis", "reportBasis"), text("words")],
    }),
    ...noted,
  ],
};

const laboratory: ListSpec = {
  kind: "list",
  key: "laboratory",
  opens: [],
  start: { results: [] },
  fields: [
    when("at"),
    choice("season", "season"),
    choice("fasting", "answer"),
    choice("state", "state"),
    more(text("occasion")),
    more({ kind: "options", key: "samplingMonth", options: samplingMonths, isNumber: true }),
    more(plain("laboratory")),
    {
      kind: "list",
      key: "results",
      opens: ["analyte", "value", "unit"],
      fields: [
        choice("analyte", "analyte"),
        { kind: "printed", key: "value" },
        plain("unit"),
        {
          kind: "group",
          key: "interval",
          fields: [
            { kind: "printed", key: "low" },
            { kind: "printed", key: "high" },
          ],
        },
        plain("method"),
        ...noted,
      ],
    },
    ...noted,
  ],
};

const treatments: ListSpec = {
  kind: "list",
  key: "treatments",
  opens: ["agent"],
  fields: [
    choice("agent", "agent"),
    {
      kind: "group",
      key: "dose",
      isInline: true,
      needs: ["amount", "unit", "per"],
      fields: [
        { kind: "amount", key: "amount" },
        plain("unit", "doseUnit"),
        { kind: "options", key: "per", options: periodOptions, isOpen: true },
      ],
    },
    choice("route", "route"),
    when("start"),
    when("end"),
    flag("ongoing"),
    more(text("name")),
    more(text("brand")),
    more(text("purpose")),
    more(text("response")),
    more(text("stopReason")),
    more({
      kind: "group",
      key: "declined",
      needs: ["reason"],
      fields: [choice("reason", "declinedReason"), ...noted],
    }),
    ...noted,
  ],
};

const workup: ListSpec = {
  kind: "list",
  key: "workup",
  opens: ["item", "status"],
  fields: [choice("item", "workupItem"), choice("status", "workupStatus"), when("at"), text("note"), plain("source")],
};

const genetics: GroupSpec = {
  kind: "group",
  key: "genetics",
  needs: ["tested"],
  fields: [
    choice("tested", "answer"),
    { kind: "words", key: "genes" },
    {
      kind: "list",
      key: "variants",
      opens: ["gene"],
      start: { classification: "notStated" },
      fields: [plain("gene"), plain("variant"), choice("classification", "variantClass")],
    },
    ...noted,
  ],
};

const adverseEvents: GroupSpec = {
  kind: "group",
  key: "adverseEvents",
  needs: ["recorded"],
  fields: [
    choice("recorded", "adverseEvents"),
    {
      kind: "list",
      key: "events",
      opens: ["what"],
      fields: [text("what"), when("at"), plain("agent"), flag("serious"), ...noted],
    },
  ],
};

const outcomes: GroupSpec = {
  kind: "group",
  key: "outcomes",
  fields: [answer("newFracturesInFollowUp"), number("heightLossCm")],
};

const plan: GroupSpec = {
  kind: "group",
  key: "plan",
  fields: [
    {
      kind: "group",
      key: "nextPregnancy",
      needs: ["plan"],
      fields: [choice("plan", "pregnancyPlan"), when("at"), ...noted],
    },
    {
      kind: "group",
      key: "contraception",
      needs: ["use"],
      fields: [choice("use", "contraception"), text("method"), when("at"), ...noted],
    },
  ],
};

/** Every field of the record that someone can edit. */
export const recordSpec = {
  id: plain("id"),
  label: text("label"),
  origin: choice("origin", "origin"),
  tags: { kind: "words", key: "tags" },
  person,
  pregnancies,
  history,
  comorbidities,
  symptoms,
  symptomCourse,
  scores,
  fractures,
  imaging,
  events,
  scans,
  laboratory,
  treatments,
  workup,
  genetics,
  adverseEvents,
  outcomes,
  plan,
  note: text("note"),
  source: plain("source"),
} as const satisfies Readonly<Record<string, FieldSpec>>;

export type RecordKey = keyof typeof recordSpec;
