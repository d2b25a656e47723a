import { described, type Text } from "@materbone/clinical";
import * as z from "zod";
import { REVIEWER_NAME } from "./reviewer-name.ts";

export const REVIEW_SCHEMA = "materbone/find-review/1";

/** What a reviewer says of a candidate. */
export const REVIEW_VERDICTS = ["plo", "not_plo", "cannot_tell"] as const;
export type ReviewVerdict = (typeof REVIEW_VERDICTS)[number];

/** Why, by verdict; `other` goes with each and is told in the note. */
export const REVIEW_REASONS = {
  plo: ["fracture_on_images", "low_z_score", "other_causes_excluded", "diagnosis_documented", "other"],
  not_plo: [
    "no_fracture",
    "high_energy_injury",
    "other_cause",
    "known_before_pregnancy",
    "other_time",
    "no_delivery",
    "value_wrong",
    "code_wrong",
    "other",
  ],
  cannot_tell: ["images_missing", "density_missing", "mechanism_unknown", "workup_missing", "records_missing", "other"],
} as const satisfies Readonly<Record<ReviewVerdict, readonly string[]>>;
export type ReviewReason = (typeof REVIEW_REASONS)[ReviewVerdict][number];

const REASONS = [...new Set(Object.values(REVIEW_REASONS).flat())];

const about = (en: string, zh: string): Text => ({ en, zh });

const reviewerSchema = described(
  z.string().regex(REVIEWER_NAME),
  about("Name or initials of a reviewer, up to 40 letters.", "核查者姓名或缩写，至多 40 字。"),
);

/** What every entry says, but for its time. */
export const saidSchemas: {
  readonly candidate: z.ZodType<number>;
  readonly verdict: z.ZodType<ReviewVerdict>;
  readonly reasons: z.ZodType<readonly ReviewReason[]>;
  readonly note: z.ZodOptional<z.ZodType<string, string>>;
} = {
  candidate: described(
    z.int().min(1),
    about("The candidate's place in the worklist of the run, from 1.", "候选者在该次运行工作清单中的序号，从 1 起。"),
  ),
  verdict: z.enum(REVIEW_VERDICTS),
  reasons: described(
    z.array(z.enum(REASONS)).max(REASONS.length),
    about(
      "Why: at least one, but none in a file that left the hospital.",
      "理由：至少一项；对外提供的文件中不含理由。",
    ),
  ),
  note: described(
    z.string().min(1).max(2000),
    about("In the reviewer's own words. It never leaves with an export.", "核查者的自由备注，绝不随导出离院。"),
  ).optional(),
};
const { candidate, ...what } = saidSchemas;
const said = {
  candidate,
  at: described(
    z.iso.datetime(),
    about(
      "When it was said, in UTC; in a file that left the hospital one time for all entries.",
      "作出时间（UTC）；对外提供的文件中各条目时间一律相同。",
    ),
  ),
  ...what,
};

export const reviewEntrySchema: z.ZodType<ReviewEntry> = z.discriminatedUnion("kind", [
  described(
    z.strictObject({ kind: z.literal("decision"), reviewer: reviewerSchema, ...said }),
    about(
      "What one reviewer says. A changed mind is a further entry; the last one counts.",
      "一名核查者的判断。改变意见时另加一条，以最后一条为准。",
    ),
  ),
  described(
    z.strictObject({
      kind: z.literal("adjudication"),
      by: z.discriminatedUnion("kind", [
        z.strictObject({ kind: z.literal("third"), adjudicator: reviewerSchema }),
        z.strictObject({ kind: z.literal("together") }),
      ]),
      ...said,
    }),
    about(
      "What settles a disagreement: said by a third person, or by both reviewers together.",
      "对分歧的仲裁：由第三人作出，或由两名核查者共同作出。",
    ),
  ),
]);

/** JSON of a review, as `materbone/find-review/1` lays it down. */
export const reviewSchema: z.ZodType<Review> = z.strictObject({
  schema: z.literal(REVIEW_SCHEMA),
  run: z.strictObject({
    hash: described(
      z.string().regex(/^sha256:[0-9a-f]{64}$/),
      about(
        "Of the worklist under review; only reviews of one run can be put together.",
        "所核查工作清单的哈希；仅同一次运行的核查可合并。",
      ),
    ),
    definition: z.strictObject({ id: z.string(), version: z.string() }),
    candidates: described(z.int().min(0), about("How many the worklist has.", "工作清单的候选者数。")),
  }),
  entries: described(
    z.array(reviewEntrySchema),
    about("In order of time; only ever added to.", "按时间排列，只增不改。"),
  ),
});

type Said = {
  /** `rank` of the candidate in the worklist of the run: a review names no woman. */
  readonly candidate: number;
  /** Date and time in UTC, ISO. */
  readonly at: string;
  readonly verdict: ReviewVerdict;
  readonly reasons: readonly ReviewReason[];
  readonly note?: string | undefined;
};

export type Decision = Said & { readonly kind: "decision"; readonly reviewer: string };
/** Who settled it. */
export type AdjudicatedBy = { readonly kind: "third"; readonly adjudicator: string } | { readonly kind: "together" };
export type Adjudication = Said & { readonly kind: "adjudication"; readonly by: AdjudicatedBy };
export type ReviewEntry = Decision | Adjudication;

/** A review of one run by two reviewers. It is only ever added to, and holds no data of a woman but what a note says. */
export type Review = {
  readonly schema: typeof REVIEW_SCHEMA;
  readonly run: ReviewedRun;
  readonly entries: readonly ReviewEntry[];
};

export type ReviewedRun = {
  readonly hash: string;
  readonly definition: { readonly id: string; readonly version: string };
  readonly candidates: number;
};
