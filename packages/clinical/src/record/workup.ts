import * as z from "zod";
import { whenSchema } from "../time/when.ts";
import { noted } from "./noted.ts";

/** Tests and questions of the work-up for secondary causes. Why each matters is knowledge (`knowledge/workup.json`). */
export const WORKUP_ITEMS = [
  "calcium",
  "phosphate",
  "alp",
  "creatinine",
  "vitaminD25oh",
  "pth",
  "tsh",
  "cortisol",
  "coeliacSerology",
  "proteinElectrophoresis",
  "bloodCount",
  "esrOrCrp",
  "liverTests",
  "glucose",
  "urineCalcium24h",
  "pregnancyTest",
  "boneMarkers",
  "albumin",
  "magnesium",
  "prolactin",
  "estradiol",
  "fsh",
  "pthrp",
  "vitaminD125oh2",
  "tryptase",
  "ferritin",
  "hiv",
  "genePanel",
  "dentalCheck",
] as const;
export type WorkupItem = (typeof WORKUP_ITEMS)[number];

export const WORKUP_STATUSES = ["normal", "abnormal", "done", "notDone", "notDocumented"] as const;
export type WorkupStatus = (typeof WORKUP_STATUSES)[number];

/** A work-up result in words. A measured value belongs in `laboratory`, and counts for its item by itself. */
export const workupEntrySchema = z.strictObject({
  item: z.enum(WORKUP_ITEMS),
  status: z.enum(WORKUP_STATUSES),
  at: whenSchema.optional(),
  ...noted,
});
export type WorkupEntry = z.infer<typeof workupEntrySchema>;
