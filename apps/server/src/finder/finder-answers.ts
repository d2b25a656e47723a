import { type LocalText, localTextSchema } from "@materbone/clinical";
import type { RunHead, StoredData, StoredMapping, TableHead, WrittenCase } from "@materbone/exchange";
import type {
  BlindStatus,
  DefinitionSentences,
  DeliveryExplanation,
  LeftOut,
  ReviewSummary,
  ReviewVerdict,
  Row,
  ShownSummary,
  Worklist,
} from "@materbone/finder";
import {
  blindStatusSchema,
  deliveryExplanationSchema,
  EVENT_KINDS,
  REVIEW_ROLES,
  REVIEW_VERDICTS,
  type ReviewRole,
  reviewSummarySchema,
  shownSummarySchema,
  worklistSchema,
} from "@materbone/finder";
import * as z from "zod";
import type { PlacedDetail } from "../problems/refusal.ts";
import type { JobState } from "./find-jobs.ts";
import type { BegunUpload, Upload } from "./uploads.ts";

/** What the finder's routes answer, by the names of the interface document. */
export type FinderAnswers = {
  readonly FinderDefinitions: {
    readonly definitions: readonly {
      readonly id: string;
      readonly version: string;
      readonly name: string;
      /** Kept here, and can be changed. */
      readonly own: boolean;
      /** Its file was changed by hand and is no definition any more. */
      readonly damaged: boolean;
    }[];
  };
  /** A definition that can be run, with what it says in the language asked for; or every problem with its place. */
  readonly FinderDefinition:
    | {
        readonly kind: "read";
        readonly definition: unknown;
        readonly hash: string;
        readonly said: DefinitionSentences;
        /** Of one that is kept here: the state from which a change may be made. */
        readonly state?: string;
      }
    | {
        readonly kind: "refused";
        readonly problems: readonly PlacedDetail[];
        readonly state?: string;
        /** Of one that is kept here: what its file holds. */
        readonly text?: string;
      };
  readonly FinderDetection:
    | {
        readonly kind: "found";
        readonly format: "omop" | "fhir" | "csv";
        readonly said: string;
        readonly files: number;
        readonly bytes: number;
        readonly counts: Readonly<Record<string, number>>;
        readonly missing: readonly string[];
        readonly ignored: readonly { readonly name: string; readonly said: string }[];
        /** Day of which the data would be read. */
        readonly asOf: string;
        /** What an earlier search converted from the same place. */
        readonly converted?: NonNullable<StoredData["converted"]>;
      }
    | {
        readonly kind: "refused";
        readonly why: string;
        readonly said: string;
        readonly ignored: readonly { readonly name: string; readonly said: string }[];
      };
  readonly FinderUploadBegun: BegunUpload;
  /** `folder`: where all of them lie on this computer. */
  readonly FinderUploads: { readonly folder: string; readonly uploads: readonly Upload[] };
  readonly FinderFilePart: { readonly received: number; readonly isWhole: boolean };
  readonly FinderData: { readonly data: readonly StoredData[] };
  readonly FinderTables:
    | {
        readonly kind: "read";
        readonly isFolder: boolean;
        readonly tables: readonly TableHead[];
        /** The mapping beside the tables, when there is one: what its YAML stands for, or why it is none. */
        readonly mapping?: MappingDocument;
      }
    | { readonly kind: "refused"; readonly why: string; readonly said: string };
  readonly FinderMappings: { readonly mappings: readonly StoredMapping[] };
  readonly FinderMapping: MappingDocument & { readonly state: string };
  readonly FinderMappingFile: { readonly path: string; readonly state: string };
  readonly FinderJob: JobState;
  readonly FinderJobs: { readonly jobs: readonly JobState[] };
  /** `damaged`: ids of runs that can only be deleted. */
  readonly FinderRuns: { readonly runs: readonly RunHead[]; readonly damaged: readonly string[] };
  readonly FinderWorklist: Worklist;
  readonly FinderWoman: {
    readonly rank: number;
    readonly deliveries: readonly DeliveryExplanation[];
    /** All her rows of the contract, by day. */
    readonly events: readonly Row[];
    readonly status: BlindStatus;
    /** What a decision names that is made of this status. */
    readonly state: string;
  };
  readonly FinderStatus: { readonly candidate: number; readonly status: BlindStatus; readonly state: string };
  readonly FinderReview: {
    readonly role: ReviewRole;
    /** Names that this reviewer may know: the other's once both have decided on somebody. */
    readonly reviewers: readonly string[];
    /** By rank, from 1, as the reviewer may see them. */
    readonly statuses: readonly BlindStatus[];
  };
  /** What the file held. */
  readonly FinderMerged: { readonly reviewers: readonly string[]; readonly entries: number };
  readonly FinderSummary: { readonly inside: ReviewSummary; readonly leaving: ShownSummary };
  /** The same woman in other runs over the same data, the newest first. */
  readonly FinderElsewhere: {
    /** Whether she is settled in this run. Before, nothing is told of what was said of her in others. */
    readonly isSettled: boolean;
    readonly runs: readonly {
      readonly name: LocalText;
      readonly definition: RunHead["definition"];
      readonly startedAt: string;
      /** Whether she is listed for the same delivery there. */
      readonly isSameDelivery: boolean;
      readonly told?: {
        readonly run: string;
        readonly rank: number;
        readonly verdict: ReviewVerdict | "open";
        /** Where she was written into a series from there, in order of time. */
        readonly written: readonly { readonly series: string; readonly id: string }[];
      };
    }[];
  };
  /** Confirmed candidates who stand in a series, in order of time. */
  readonly FinderWritten: { readonly written: readonly WrittenCase[] };
  readonly FinderExported: {
    readonly id: string;
    readonly revision: number;
    readonly savedAt: string;
    readonly hash: string;
    /** What is not in the record, and why. */
    readonly leftOut: LeftOut;
  };
  readonly FinderFunnel: {
    readonly candidates: Worklist["funnel"]["stages"][number]["people"];
    /** Shown counts are the nearest multiple of this, so that two questions give no small count as their difference. */
    readonly roundedTo: number;
    readonly funnel: Worklist["funnel"];
  };
};

type MappingDocument = {
  readonly name: string;
  /** Of a file of its own: the state from which a change may be made. */
  readonly state?: string;
} & ({ readonly document: unknown } | { readonly said: string });

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const placed = z.strictObject({ pointer: z.string(), parameter: z.string().optional(), detail: z.string() });
const progress = z.strictObject({
  phase: z.enum(["detect", "read", "sort", "answer", "keep"]),
  done: z.number(),
  total: z.number(),
});
const job = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("running"), id: z.string(), data: z.string(), progress }),
  z.strictObject({
    kind: z.literal("done"),
    id: z.string(),
    run: z.string(),
    data: z.string(),
    candidates: z.int(),
    problems: z.array(z.strictObject({ title: z.string(), places: z.array(z.string()) })),
  }),
  z.strictObject({ kind: z.literal("cancelled"), id: z.string() }),
  z.strictObject({ kind: z.literal("refused"), id: z.string(), why: z.string(), said: z.string() }),
  z.strictObject({ kind: z.literal("failed"), id: z.string(), why: z.string(), said: z.string() }),
]);
const run = z.strictObject({
  schema: z.literal("materbone/find-run-folder/1"),
  id: z.string(),
  hash: z.string(),
  dataName: z.string(),
  persons: z.string().optional(),
  place: z.string().optional(),
  name: localTextSchema,
  definition: z.strictObject({ id: z.string(), version: z.string() }),
  candidates: z.int(),
  asOf: z.string().optional(),
  startedAt: z.string(),
  endedAt: z.string(),
});
const upload = z.strictObject({
  id: z.string(),
  path: z.string(),
  names: z.array(z.string()),
  madeAt: z.string(),
  files: z.int(),
  bytes: z.number(),
  stated: z.strictObject({ files: z.int(), bytes: z.number() }),
  isWhole: z.boolean(),
});
const converted = z.strictObject({
  format: z.enum(["omop", "fhir", "csv"]),
  asOf: z.iso.date(),
  persons: z.int(),
  events: z.int(),
});
const mappingDocument = z.union([
  z.strictObject({ name: z.string(), state: z.string().optional(), document: z.unknown() }),
  z.strictObject({ name: z.string(), state: z.string().optional(), said: z.string() }),
]);
const sentences = z.strictObject({
  title: z.string(),
  about: z.string().optional(),
  copiedFrom: z.string().optional(),
  sections: z.array(
    z.strictObject({
      heading: z.string(),
      lines: z.array(z.strictObject({ text: z.string(), depth: z.int(), at: z.string() })),
    }),
  ),
});
const funnel = worklistSchema.shape.funnel;
/** What the engine read holds itself, which the interface document cannot name; the published format has it in full. */
const manifest = worklistSchema.shape.run.unwrap().extend({ data: z.unknown() });

/** Schemas of the answers, for the interface document. */
export const finderAnswers: { readonly [K in keyof FinderAnswers]: z.ZodType } = {
  FinderDefinitions: z.strictObject({
    definitions: z.array(
      z.strictObject({
        id: z.string(),
        version: z.string(),
        name: z.string(),
        own: z.boolean(),
        damaged: z.boolean(),
      }),
    ),
  }),
  FinderDefinition: z.discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("read"),
      definition: z.unknown(),
      hash: z.string(),
      said: sentences,
      state: z.string().optional(),
    }),
    z.strictObject({
      kind: z.literal("refused"),
      problems: z.array(placed),
      state: z.string().optional(),
      text: z.string().optional(),
    }),
  ]),
  FinderDetection: z.discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("found"),
      format: z.enum(["omop", "fhir", "csv"]),
      said: z.string(),
      files: z.int(),
      bytes: z.number(),
      counts: z.record(z.string(), z.number()),
      missing: z.array(z.string()),
      ignored: z.array(z.strictObject({ name: z.string(), said: z.string() })),
      asOf: z.iso.date(),
      converted: converted.optional(),
    }),
    z.strictObject({
      kind: z.literal("refused"),
      why: z.string(),
      said: z.string(),
      ignored: z.array(z.strictObject({ name: z.string(), said: z.string() })),
    }),
  ]),
  FinderUploadBegun: z.strictObject({ upload, received: z.array(z.number()) }),
  FinderUploads: z.strictObject({ folder: z.string(), uploads: z.array(upload) }),
  FinderFilePart: z.strictObject({ received: z.number(), isWhole: z.boolean() }),
  FinderData: z.strictObject({
    data: z.array(
      z.strictObject({
        key: z.string(),
        place: z.string().optional(),
        bytes: z.number(),
        converted: converted.optional(),
        isBrokenOff: z.literal(true).optional(),
      }),
    ),
  }),
  FinderTables: z.discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("read"),
      isFolder: z.boolean(),
      tables: z.array(
        z.strictObject({
          name: z.string(),
          bytes: z.number(),
          encoding: z.enum(["utf-8", "gb18030"]),
          delimiter: z.string(),
          columns: z.array(z.string()),
          rows: z.array(z.array(z.string())),
        }),
      ),
      mapping: mappingDocument.optional(),
    }),
    z.strictObject({ kind: z.literal("refused"), why: z.string(), said: z.string() }),
  ]),
  FinderMappings: z.strictObject({
    mappings: z.array(z.strictObject({ name: z.string(), savedAt: z.string(), state: z.string() })),
  }),
  FinderMapping: z.union([
    z.strictObject({ name: z.string(), state: z.string(), document: z.unknown() }),
    z.strictObject({ name: z.string(), state: z.string(), said: z.string() }),
  ]),
  FinderMappingFile: z.strictObject({ path: z.string(), state: z.string() }),
  FinderJob: job,
  FinderJobs: z.strictObject({ jobs: z.array(job) }),
  FinderRuns: z.strictObject({ runs: z.array(run), damaged: z.array(z.string()) }),
  FinderWorklist: worklistSchema.extend({ run: manifest.optional() }),
  FinderWoman: z.strictObject({
    rank: z.int(),
    deliveries: z.array(deliveryExplanationSchema),
    events: z.array(z.record(z.string(), cell)),
    status: blindStatusSchema,
    state: z.string(),
  }),
  FinderStatus: z.strictObject({ candidate: z.int(), status: blindStatusSchema, state: z.string() }),
  FinderReview: z.strictObject({
    role: z.enum(REVIEW_ROLES),
    reviewers: z.array(z.string()),
    statuses: z.array(blindStatusSchema),
  }),
  FinderMerged: z.strictObject({ reviewers: z.array(z.string()), entries: z.int() }),
  FinderSummary: z.strictObject({ inside: reviewSummarySchema, leaving: shownSummarySchema }),
  FinderElsewhere: z.strictObject({
    isSettled: z.boolean(),
    runs: z.array(
      z.strictObject({
        name: localTextSchema,
        definition: z.strictObject({ id: z.string(), version: z.string() }),
        startedAt: z.string(),
        isSameDelivery: z.boolean(),
        told: z
          .strictObject({
            run: z.string(),
            rank: z.int(),
            verdict: z.enum([...REVIEW_VERDICTS, "open"]),
            written: z.array(z.strictObject({ series: z.string(), id: z.string() })),
          })
          .optional(),
      }),
    ),
  }),
  FinderWritten: z.strictObject({
    written: z.array(z.strictObject({ candidate: z.int(), series: z.string(), id: z.string() })),
  }),
  FinderExported: z.strictObject({
    id: z.string(),
    revision: z.int(),
    savedAt: z.string(),
    hash: z.string(),
    leftOut: z.strictObject({
      of: z.int(),
      undated: z.int(),
      tooFar: z.int(),
      unnamed: z.array(z.strictObject({ kind: z.enum(EVENT_KINDS), count: z.int() })),
      values: z.int(),
      ageYears: z.strictObject({ least: z.int(), most: z.int() }).optional(),
    }),
  }),
  FinderFunnel: z.strictObject({ candidates: funnel.shape.stages.element.shape.people, roundedTo: z.int(), funnel }),
};
