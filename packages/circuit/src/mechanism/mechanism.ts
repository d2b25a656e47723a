import type { Source, Text } from "@materbone/clinical";
import * as z from "zod";
import data from "../../knowledge/mechanism.json" with { type: "json" };

export const SIGNS = ["+", "-"] as const;
export type Sign = (typeof SIGNS)[number];

export const NODE_GROUPS = [
  "brain",
  "ovary",
  "breast",
  "boneCells",
  "bone",
  "mineral",
  "pregnancy",
  "load",
  "drug",
  "outcome",
] as const;
export type NodeGroup = (typeof NODE_GROUPS)[number];

export const CERTAINTIES = [
  "women",
  "model",
  "experiment",
  "paper",
  "assumed",
  "contested",
  "authors",
  "theoretical",
  "definition",
] as const;
/** What an arrow rests on; `Mechanism.certainties` says what each means. */
export type Certainty = (typeof CERTAINTIES)[number];

export type MechanismNode = {
  readonly id: string;
  readonly name: Text;
  readonly group: NodeGroup;
  /** Output of the circuit that stands for the node; absent where no equation has it. */
  readonly quantity?: string;
};

/** What is changed against a run without the change. */
export type Change =
  | { readonly kind: "state"; readonly name: string; readonly factor: number }
  /** `against`: the value in the run without the change, where it is not the one before. */
  | { readonly kind: "input"; readonly name: string; readonly to: number; readonly against?: number }
  | { readonly kind: "parameter"; readonly name: string; readonly factor?: number; readonly to?: number }
  /** In the unit of the depot or state. */
  | { readonly kind: "dose"; readonly into: string; readonly amount: number };

/** How an arrow shows in the equations. */
export type Carried =
  | {
      readonly kind: "simulated";
      readonly change: Change;
      /** Where the change moves the source of the arrow. */
      readonly source: "up" | "down";
      /** Output of the circuit. */
      readonly read: string;
      readonly afterHours: number;
      /** A higher reading is less of the target. */
      readonly inverse?: boolean;
      /** What holds in both runs, for `settleHours` before the change and after it. */
      readonly given?: {
        readonly inputs?: Readonly<Record<string, number>>;
        readonly parameters?: Readonly<Record<string, number>>;
        readonly doses?: Readonly<Record<string, number>>;
        readonly settleHours?: number;
      };
    }
  /** Not in the equations: only the direction is held. */
  | { readonly kind: "stated"; readonly why: Text };

export type MechanismEdge = {
  readonly id: string;
  /** Arrow M1 to M34 of the source paper; absent for an arrow that only the equations have. */
  readonly arrow?: string;
  readonly from: string;
  readonly to: string;
  readonly sign: Sign;
  /** The arrow needs this change of another node too. */
  readonly with?: { readonly node: string; readonly change: "up" | "down" };
  readonly certainty: Certainty;
  /** What is known, and so why the arrow has its class. */
  readonly note: Text;
  readonly sources: readonly { readonly id: string; readonly place?: string }[];
  readonly carried: Carried;
};

export type Mechanism = {
  readonly version: string;
  readonly certainties: readonly { readonly id: Certainty; readonly name: Text; readonly meaning: Text }[];
  readonly groups: readonly { readonly id: NodeGroup; readonly name: Text }[];
  readonly sources: Readonly<Record<string, Source>>;
  readonly nodes: readonly MechanismNode[];
  readonly edges: readonly MechanismEdge[];
  /** What the circuit leaves out, with the reason. */
  readonly notModelled: readonly { readonly id: string; readonly name: Text; readonly why: Text }[];
};

const text = z.strictObject({ en: z.string().min(1), zh: z.string().min(1) });
const numbers = z.record(z.string(), z.number());
const change = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("state"), name: z.string(), factor: z.number().positive() }),
  z.strictObject({ kind: z.literal("input"), name: z.string(), to: z.number(), against: z.number().optional() }),
  z.strictObject({
    kind: z.literal("parameter"),
    name: z.string(),
    factor: z.number().positive().optional(),
    to: z.number().optional(),
  }),
  z.strictObject({ kind: z.literal("dose"), into: z.string(), amount: z.number().positive() }),
]);
const carried = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("simulated"),
    change,
    source: z.enum(["up", "down"]),
    read: z.string(),
    afterHours: z.number().positive(),
    inverse: z.boolean().optional(),
    given: z
      .strictObject({
        inputs: numbers.optional(),
        parameters: numbers.optional(),
        doses: numbers.optional(),
        settleHours: z.number().positive().optional(),
      })
      .optional(),
  }),
  z.strictObject({ kind: z.literal("stated"), why: text }),
]);
const mechanismSchema = z.strictObject({
  version: z.iso.date(),
  certainties: z.array(z.strictObject({ id: z.enum(CERTAINTIES), name: text, meaning: text })),
  groups: z.array(z.strictObject({ id: z.enum(NODE_GROUPS), name: text })),
  sources: z.record(
    z.string(),
    z.strictObject({
      cite: z.string().min(1),
      doi: z.string().optional(),
      status: z.enum(["read", "recalled", "assumed"]),
      checked: z.iso.date(),
      note: text.optional(),
    }),
  ),
  nodes: z.array(
    z.strictObject({ id: z.string(), name: text, group: z.enum(NODE_GROUPS), quantity: z.string().optional() }),
  ),
  edges: z.array(
    z.strictObject({
      id: z.string(),
      arrow: z.string().optional(),
      from: z.string(),
      to: z.string(),
      sign: z.enum(SIGNS),
      with: z.strictObject({ node: z.string(), change: z.enum(["up", "down"]) }).optional(),
      certainty: z.enum(CERTAINTIES),
      note: text,
      sources: z.array(z.strictObject({ id: z.string(), place: z.string().optional() })).min(1),
      carried,
    }),
  ),
  notModelled: z.array(z.strictObject({ id: z.string(), name: text, why: text })),
});

/** The circuit as a graph: what is known of each arrow, and how the equations carry it. */
export const mechanism: Mechanism = readMechanism(data);

/**
 * Reads a graph and follows its references.
 *
 * @throws ZodError when a field is missing or wrong; TypeError when an arrow names a node or source that is not there, or an
 * id is given twice
 */
export function readMechanism(raw: unknown): Mechanism {
  const read = mechanismSchema.parse(raw) as Mechanism;
  const nodes = new Set(read.nodes.map(({ id }) => id));
  if (nodes.size < read.nodes.length) throw new TypeError("a node is given twice");
  if (new Set(read.edges.map(({ id }) => id)).size < read.edges.length) throw new TypeError("an arrow is given twice");
  for (const edge of read.edges) {
    const named = [edge.from, edge.to, ...(edge.with === undefined ? [] : [edge.with.node])];
    const missing = named.find((id) => !nodes.has(id));
    if (missing !== undefined) throw new TypeError(`arrow ${edge.id} names the node ${missing}, which is not there`);
    const uncited = edge.sources.find(({ id }) => !Object.hasOwn(read.sources, id));
    if (uncited !== undefined) throw new TypeError(`arrow ${edge.id} cites ${uncited.id}, which is not there`);
  }
  return read;
}
