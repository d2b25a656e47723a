import * as z from "zod";
import { localTextSchema } from "../language/text.ts";
import { whenSchema } from "../time/when.ts";
import { VERTEBRAE } from "./fracture.ts";
import { noted } from "./noted.ts";

export const SKELETAL_SITES = ["lumbarSpine", "femoralNeck", "totalHip"] as const;
export type SkeletalSite = (typeof SKELETAL_SITES)[number];

/** One site of one scan as printed. BMD beyond 2.5 g/cm² is most likely mg/cm²: it is refused, not converted. */
export const siteReadingSchema = z.strictObject({
  bmdGPerCm2: z.number().min(0.1).max(2.5).optional(),
  zScore: z.number().min(-10).max(10).optional(),
  tScore: z.number().min(-10).max(10).optional(),
  /** Spine only: the vertebrae measured, e.g. L1 to L4. */
  vertebrae: z.array(z.enum(VERTEBRAE)).min(1).optional(),
  side: z.enum(["left", "right", "mean"]).optional(),
  ...noted,
});
export type SiteReading = z.infer<typeof siteReadingSchema>;

/** One DXA visit on one device, or the report of one. */
export const scanSchema = z.strictObject({
  id: z.string().min(1).max(64),
  label: localTextSchema.optional(),
  at: whenSchema.optional(),
  /** Id of a densitometer in the series' `methods.densitometers`; absent = not recorded. */
  device: z.string().optional(),
  place: z.enum(["thisCentre", "outsideHospital", "notStated"]).optional(),
  sites: z.strictObject({
    lumbarSpine: siteReadingSchema.optional(),
    femoralNeck: siteReadingSchema.optional(),
    totalHip: siteReadingSchema.optional(),
  }),
  /** What a report said where it printed a class and no numbers. */
  report: z
    .strictObject({
      basis: z.enum(["tScore", "zScore", "notStated"]),
      words: localTextSchema,
    })
    .optional(),
  ...noted,
});
export type Scan = z.infer<typeof scanSchema>;

/** Does the scan carry a BMD or a score at any site, or only the words of a report? */
export function hasReadings(scan: Scan): boolean {
  return SKELETAL_SITES.some((site) => scan.sites[site] !== undefined);
}
