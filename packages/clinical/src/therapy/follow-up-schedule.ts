import * as z from "zod";
import schedule from "../../knowledge/follow-up.json" with { type: "json" };
import { ANALYTES } from "../laboratory/vocabulary.ts";
import { imagingSchema } from "../record/fracture.ts";
import { WORKUP_ITEMS } from "../record/workup.ts";
import { AGENTS } from "./vocabulary.ts";

const text = z.strictObject({ en: z.string().min(1), zh: z.string().min(1) });
const months = z.number().min(-24).max(240);

/** What is looked for in the record. */
export const followUpTaskSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("scan") }),
  /** One value of any of the analytes. */
  z.strictObject({ kind: z.literal("laboratory"), anyOf: z.array(z.enum(ANALYTES)).min(1) }),
  z.strictObject({ kind: z.literal("workup"), item: z.enum(WORKUP_ITEMS) }),
  z.strictObject({ kind: z.literal("imaging"), regions: z.array(imagingSchema.shape.region).min(1) }),
  /** A pain, disability or quality-of-life score. */
  z.strictObject({ kind: z.literal("score") }),
  z.strictObject({ kind: z.literal("visit") }),
  z.strictObject({ kind: z.literal("weaning") }),
  z.strictObject({ kind: z.literal("heightLoss") }),
  z.strictObject({ kind: z.literal("newFracture") }),
  z.strictObject({ kind: z.literal("pregnancyWish") }),
]);
export type FollowUpTask = z.infer<typeof followUpTaskSchema>;

export const FOLLOW_UP_ANCHORS = ["diagnosis", "weaning", "firstDose", "delivery", "nextDelivery"] as const;

/** A time of the schedule, months from its anchor, with what belongs to it. */
export const followUpEntrySchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    anchor: z.enum(FOLLOW_UP_ANCHORS),
    fromMonths: months,
    toMonths: months,
    /** How far outside `[fromMonths, toMonths]` a datum still counts. */
    toleranceMonths: z.number().min(0).max(24),
    name: text,
    tasks: z.array(followUpTaskSchema).min(1),
    /** `firstDose` only: the agents whose first dose is meant; absent = the first antiresorptive or anabolic drug. */
    agents: z.array(z.enum(AGENTS)).min(1).optional(),
    /** Only what was known before the first antiresorptive or anabolic dose answers it. */
    beforeFirstDose: z.boolean().optional(),
    /** Some centres stop before it. */
    optional: z.boolean().optional(),
    source: z.strictObject({
      cite: z.string().min(1),
      doi: z.string().optional(),
      status: z.enum(["read", "recalled", "assumed"]),
      checked: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
      note: z.string().optional(),
    }),
  })
  .refine((entry) => entry.fromMonths <= entry.toMonths, { message: "timeOrder" });
export type FollowUpEntry = z.infer<typeof followUpEntrySchema>;

/** A schedule that a centre may edit; validate an edited one with this schema. */
export const followUpScheduleSchema = z.strictObject({
  version: z.string(),
  /** What the schedule is, shown with every plan. */
  statement: text,
  entries: z.array(followUpEntrySchema),
});
export type FollowUpSchedule = z.infer<typeof followUpScheduleSchema>;

/** The schedule that comes with Materbone: a synthesis, since no consensus exists. */
export const defaultSchedule: FollowUpSchedule = schedule as FollowUpSchedule;
