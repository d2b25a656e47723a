import * as z from "zod";
import { localTextSchema } from "../language/text.ts";
import {
  adverseEventsSchema,
  eventSchema,
  geneticsSchema,
  outcomesSchema,
  scoreSchema,
  symptomCourseSchema,
  symptomSchema,
} from "./course.ts";
import { fractureSchema, imagingSchema } from "./fracture.ts";
import { comorbiditySchema, historySchema } from "./history.ts";
import { laboratoryPanelSchema } from "./laboratory.ts";
import { noted } from "./noted.ts";
import { personSchema } from "./person.ts";
import { pregnancySchema, reproductivePlanSchema } from "./pregnancy.ts";
import { scanSchema } from "./scan.ts";
import { treatmentSchema } from "./treatment.ts";
import { workupEntrySchema } from "./workup.ts";

/** Version of the case format that this program writes; older ones are migrated on reading. */
export const CASE_SCHEMA = "materbone/case/1";

/** One woman. Everything but `id` may be absent, which means not recorded. */
export const caseRecordSchema = z.strictObject({
  schema: z.literal(CASE_SCHEMA),
  /** Pseudonym; never a name or a hospital number. */
  id: z.string().regex(/^[a-zA-Z0-9][a-zA-Z0-9._-]{0,63}$/),
  label: localTextSchema.optional(),
  /** `synthetic` records are invented and say so everywhere. */
  origin: z.enum(["published", "synthetic", "registry"]).optional(),
  /** Words to find and group her by, such as a site or a question; never a name. */
  tags: z.array(z.string().min(1).max(40)).max(50).optional(),
  person: personSchema.optional(),
  pregnancies: z.array(pregnancySchema).max(20).optional(),
  history: historySchema.optional(),
  comorbidities: z.array(comorbiditySchema).optional(),
  symptoms: z.array(symptomSchema).optional(),
  fractures: z.array(fractureSchema).optional(),
  imaging: z.array(imagingSchema).optional(),
  events: z.array(eventSchema).optional(),
  scans: z.array(scanSchema).optional(),
  laboratory: z.array(laboratoryPanelSchema).optional(),
  treatments: z.array(treatmentSchema).optional(),
  symptomCourse: z.array(symptomCourseSchema).optional(),
  scores: z.array(scoreSchema).optional(),
  adverseEvents: adverseEventsSchema.optional(),
  outcomes: outcomesSchema.optional(),
  genetics: geneticsSchema.optional(),
  plan: reproductivePlanSchema.optional(),
  workup: z.array(workupEntrySchema).optional(),
  ...noted,
});
export type CaseRecord = z.infer<typeof caseRecordSchema>;
