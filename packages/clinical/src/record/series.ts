import * as z from "zod";
import { ANALYTES } from "../laboratory/vocabulary.ts";
import { localTextSchema } from "../language/text.ts";
import { caseRecordSchema } from "./case-record.ts";
import { claimSchema } from "./claim.ts";
import { referenceIntervalSchema } from "./laboratory.ts";
import { noted } from "./noted.ts";
import { SKELETAL_SITES } from "./scan.ts";
import { screenedOutSchema, studySchema } from "./study.ts";

/** Version of the series format that this program writes; older ones are migrated on reading. */
export const SERIES_SCHEMA = "materbone/series/1";

export const densitometerSchema = z.strictObject({
  id: z.string(),
  manufacturer: z.string(),
  model: z.string(),
  country: z.string().optional(),
  /** Precision as the source states it; `kind` says whether in people or on a phantom. */
  precision: z
    .array(
      z.strictObject({
        site: z.enum(SKELETAL_SITES).optional(),
        cvPercent: z.number().positive().max(20),
        bound: z.enum(["equal", "atMost"]),
        kind: z.enum(["inVivo", "phantom", "notStated"]),
        source: z.string().optional(),
      }),
    )
    .optional(),
  /** Repeated scans of a precision study: one row of BMD values (g/cm²) per person. */
  precisionStudy: z
    .array(
      z.strictObject({
        site: z.enum(SKELETAL_SITES),
        scansGPerCm2: z.array(z.array(z.number().min(0.1).max(2.5)).min(2)).min(2),
        ...noted,
      }),
    )
    .optional(),
  referenceData: z.string().optional(),
  ...noted,
});
export type Densitometer = z.infer<typeof densitometerSchema>;

/** In-vivo cross-calibration of two devices of the centre: BMD on `to` = intercept + slope x BMD on `from`. */
export const crossCalibrationSchema = z.strictObject({
  from: z.string(),
  to: z.string(),
  site: z.enum(SKELETAL_SITES),
  slope: z.number().positive().max(10),
  interceptGPerCm2: z.number().min(-2).max(2),
  /** Standard error of estimate of one converted value, g/cm². */
  errorGPerCm2: z.number().min(0).max(1),
  ...noted,
});
export type CrossCalibration = z.infer<typeof crossCalibrationSchema>;

const year = z.number().int().min(1950).max(2200);

/** What a reader decided about a finding; the finding stays, its state changes. */
export const reviewSchema = z.strictObject({
  rule: z.string(),
  /** Case id; absent for a finding of the series. */
  case: z.string().optional(),
  /** JSON Pointer of one finding; absent = every finding of the rule there. */
  at: z.string().optional(),
  state: z.enum(["explained", "accepted"]),
  note: localTextSchema,
  by: z.string().optional(),
  on: z.string().optional(),
});
export type Review = z.infer<typeof reviewSchema>;

/** Everything of a series but its cases: the file `series.json`. */
export const seriesHeadSchema = z.strictObject({
  schema: z.literal(SERIES_SCHEMA),
  id: z.string().regex(/^[a-zA-Z0-9][a-zA-Z0-9._-]{0,63}$/),
  title: localTextSchema,
  origin: z.enum(["published", "synthetic", "registry"]).optional(),
  disease: localTextSchema.optional(),
  intervention: localTextSchema.optional(),
  design: z
    .enum([
      "retrospectiveCaseSeries",
      "retrospectiveCaseSeriesWithLiteratureReview",
      "prospectiveCaseSeries",
      "caseReport",
      "cohort",
      "registry",
    ])
    .optional(),
  authors: z
    .array(
      z.strictObject({
        name: localTextSchema,
        equalContribution: z.boolean().optional(),
        corresponding: z.boolean().optional(),
      }),
    )
    .optional(),
  centre: localTextSchema.optional(),
  department: localTextSchema.optional(),
  recruitmentYears: z.tuple([year, year]).optional(),
  keywords: z.array(localTextSchema).optional(),
  outcomes: z.array(localTextSchema).optional(),
  summaryClass: localTextSchema.optional(),
  ethics: z
    .strictObject({
      approval: z.enum(["approved", "waived", "notReported"]),
      approvalNumber: z.string().optional(),
      consent: z.enum(["obtained", "waived", "notReported"]),
      ...noted,
    })
    .optional(),
  methods: z
    .strictObject({
      densitometers: z.array(densitometerSchema).optional(),
      crossCalibrations: z.array(crossCalibrationSchema).optional(),
      vertebralFractureRule: z.enum(["genant", "moreThan20Percent"]).optional(),
      /** Modality that the fracture rule is stated for. */
      vertebralFractureModality: z.enum(["radiograph", "vfa", "ct", "mri", "notStated"]).optional(),
      assays: z
        .array(
          z.strictObject({
            analytes: z.array(z.enum(ANALYTES)),
            analyser: z.string().optional(),
            reagents: z.string().optional(),
            ...noted,
          }),
        )
        .optional(),
    })
    .optional(),
  laboratory: z
    .strictObject({
      /** Column order of the series' laboratory table. */
      panel: z.array(z.enum(ANALYTES)).optional(),
      intervals: z.array(referenceIntervalSchema).optional(),
    })
    .optional(),
  /** Is there an untreated comparison group? */
  comparator: z.enum(["none", "untreated", "otherTreatment"]).optional(),
  claims: z.array(claimSchema).optional(),
  literature: z.array(studySchema).optional(),
  screenedOut: z.array(screenedOutSchema).optional(),
  reviews: z.array(reviewSchema).optional(),
  ...noted,
});
export type SeriesHead = z.infer<typeof seriesHeadSchema>;

/** A whole series in one value or one JSON file. */
export const seriesSchema = z.strictObject({ ...seriesHeadSchema.shape, cases: z.array(caseRecordSchema) });
export type Series = z.infer<typeof seriesSchema>;
