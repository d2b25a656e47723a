import * as z from "zod";
import { whenSchema } from "../time/when.ts";
import { noted } from "./noted.ts";

export const VERTEBRAE = [
  "T4",
  "T5",
  "T6",
  "T7",
  "T8",
  "T9",
  "T10",
  "T11",
  "T12",
  "L1",
  "L2",
  "L3",
  "L4",
  "L5",
] as const;
export type Vertebra = (typeof VERTEBRAE)[number];

/** `vertebra` is one whose level is not stated, as nearly all diagnosis codes have it. */
export const FRACTURE_SITES = [...VERTEBRAE, "vertebra", "hip", "sacrum", "pelvis", "rib", "forearm", "other"] as const;
export type FractureSite = (typeof FRACTURE_SITES)[number];

export const MODALITIES = ["radiograph", "vfa", "ct", "mri", "boneScan", "notStated"] as const;
export type Modality = (typeof MODALITIES)[number];

export const GENANT_GRADES = [0, 0.5, 1, 2, 3] as const;
export type GenantGrade = (typeof GENANT_GRADES)[number];

/** Vertebral heights on the lateral view, mm; `reference` is the posterior height of the nearest normal vertebra. */
export const heightsSchema = z.strictObject({
  anteriorMm: z.number().positive().max(60),
  middleMm: z.number().positive().max(60),
  posteriorMm: z.number().positive().max(60),
  referenceMm: z.number().positive().max(60).optional(),
});
export type VertebralHeights = z.infer<typeof heightsSchema>;

export const fractureSchema = z.strictObject({
  site: z.enum(FRACTURE_SITES),
  at: whenSchema.optional(),
  /**
   * `lowEnergy`: a fall from standing height or less, bending, lifting; `spontaneous`: no event;
   * `noTraumaReported`: the source mentions none; `highEnergy`: not a fragility fracture.
   */
  mechanism: z.enum(["lowEnergy", "spontaneous", "noTraumaReported", "highEnergy", "notStated"]).optional(),
  modality: z.enum(MODALITIES).optional(),
  place: z.enum(["thisCentre", "outsideHospital", "notStated"]).optional(),
  genantGrade: z.literal(GENANT_GRADES).optional(),
  heightLossPercent: z.number().min(0).max(100).optional(),
  deformity: z.enum(["wedge", "biconcave", "crush"]).optional(),
  heights: heightsSchema.optional(),
  ...noted,
});
export type Fracture = z.infer<typeof fractureSchema>;

/** A vertebra of any level, stated or not. */
export function isVertebra(site: FractureSite): site is Vertebra | "vertebra" {
  return site === "vertebra" || isLevel(site);
}

/** A vertebra whose level is stated. */
export function isLevel(site: FractureSite): site is Vertebra {
  return (VERTEBRAE as readonly string[]).includes(site);
}

export const imagingSchema = z.strictObject({
  at: whenSchema.optional(),
  modality: z.enum(MODALITIES),
  region: z.enum(["thoracicSpine", "lumbarSpine", "wholeSpine", "hip", "sacrum", "pelvis", "other"]),
  findings: z.array(z.enum(["fracture", "noFracture", "marrowOedema", "noMarrowOedema", "other"])),
  place: z.enum(["thisCentre", "outsideHospital", "notStated"]).optional(),
  ...noted,
});
export type Imaging = z.infer<typeof imagingSchema>;
