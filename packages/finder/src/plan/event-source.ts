import type { ConceptRule } from "../definition/definition-schema.ts";
import { asInteger, col, equal, integer, isNotNull, max, or, when } from "../ir/build-expression.ts";
import { contractTable, distinct, filter, group, join, keep, project, step } from "../ir/build-relation.ts";
import type { Expression } from "../ir/expression.ts";
import type { Query, Relation } from "../ir/relation.ts";
import { isNamed, isOfLaterVisit } from "./concept-match.ts";
import { isTrue } from "./is-true.ts";

type Step = Query["steps"][number];

/** Columns of an event that every step carries. */
export const EVENT_COLUMNS = [
  "person_id",
  "kind",
  "system",
  "code",
  "date_low",
  "date_high",
  "value",
  "unit",
  "site",
  "source_ref",
] as const;

/** The codes that a definition looks for. */
export type WantedCodes = {
  /** Every rule, those that stand for what is below them included. */
  readonly named: readonly ConceptRule[];
  /** The rules that stand for what is below them, with the column of `below` that says so. */
  readonly below: readonly { readonly column: string; readonly rules: readonly ConceptRule[] }[];
  /** Whether it asks of events what other codings of their records say of the visit. */
  readonly asksVisits: boolean;
  /** Whether codes of later visits are wanted themselves, so that the events can be asked again. */
  readonly withLater?: boolean;
};

/** Column of `found`: whether another coding of the event's record is of a later visit. */
export const BESIDE_LATER = "beside_later";

/** Where persons and events are: the flat contract, or tables of a hospital's own that can be read as it. */
export type EventSource = {
  /** Columns of the contract's `person`. */
  readonly person: Relation;
  /** Columns of the contract's `ancestor`. */
  readonly ancestor: Relation;
  readonly events: (wanted: WantedCodes) => {
    readonly steps: readonly Step[];
    /**
     * The codes of the source that are wanted, or more, each once: `system`, `code`, the columns of `WantedCodes.below` (true
     * or false), and `columns` that `found` needs.
     */
    readonly codes: Relation;
    readonly columns: readonly string[];
    /**
     * The events of these codes, with `EVENT_COLUMNS` and what a code carries.
     *
     * @param codes - rows of `codes` with `columns`, `wanted_system`, `wanted_code` and `carried`
     * @param visits - for what events, by columns that they carry, the column `BESIDE_LATER` is asked; false for others. It is
     *   given only where the definition `asksVisits`
     */
    readonly found: (codes: Relation, carried: readonly string[], visits?: Expression) => Relation;
  };
};

/** Converted data: the tables of the contract. */
export const flatContract: EventSource = {
  person: contractTable("person"),
  ancestor: contractTable("ancestor"),
  events: ({ named, below, asksVisits, withLater = false }) => {
    const known = project(contractTable("code"), keep("system", "code"));
    const isWanted = or(isNamed(named), ...(withLater ? [isOfLaterVisit()] : []));
    const codes =
      below.length === 0
        ? filter(known, isWanted)
        : filter(
            withBelow(
              known,
              below.map(({ column }) => column),
            ),
            or(isWanted, ...below.map(({ column }) => col(column))),
          );
    return {
      steps: [
        ...(below.length === 0 ? [] : [{ name: "below", relation: codesBelow(below) }]),
        ...(asksVisits ? [{ name: "later_record", relation: laterRecords() }] : []),
      ],
      codes,
      columns: [],
      found: (wanted, carried, visits) => {
        const events = eventsWith(wanted);
        if (visits === undefined) return project(events, keep(...EVENT_COLUMNS, ...carried));
        // What is not asked has no key, so that only a few events are looked up.
        const asking = project(events, {
          ...keep(...EVENT_COLUMNS, ...carried),
          asked_ref: when(visits, col("source_ref")),
        });
        const beside = join("left", asking, step("later_record"), [
          ["person_id", "later_person"],
          ["kind", "later_kind"],
          ["asked_ref", "later_ref"],
        ]);
        return project(beside, {
          ...keep(...EVENT_COLUMNS, ...carried),
          [BESIDE_LATER]: isNotNull(col("later_ref")),
        });
      },
    };
  },
};

function eventsWith(wanted: Relation): Relation {
  return join("inner", contractTable("event"), wanted, [
    ["code", "wanted_code"],
    ["system", "wanted_system"],
  ]);
}

/** Records with a coding of a later visit, each once. The events of one kind that a row of a table gives are one record. */
function laterRecords(): Relation {
  const codes = project(filter(contractTable("code"), isOfLaterVisit()), {
    wanted_system: col("system"),
    wanted_code: col("code"),
  });
  return distinct(
    project(eventsWith(codes), {
      later_person: col("person_id"),
      later_kind: col("kind"),
      later_ref: col("source_ref"),
    }),
  );
}

/**
 * Codes with a column, true or false, for each rule that they may stand below; the step `below` says which do.
 *
 * @param keys - further columns of `codes` to keep
 */
export function withBelow(codes: Relation, columns: readonly string[], keys: readonly string[] = []): Relation {
  const below = project(step("below"), keep("below_system", "below_code", ...columns));
  const beside = join("left", codes, below, [
    ["system", "below_system"],
    ["code", "below_code"],
  ]);
  return project(beside, {
    ...keep("system", "code", ...keys),
    ...Object.fromEntries(columns.map((column) => [column, isTrue(equal(col(column), integer(1)))])),
  });
}

/** Codes that stand below a rule, once each, with 1 in the columns of the rules. */
function codesBelow(below: WantedCodes["below"]): Relation {
  const ancestor = project(contractTable("ancestor"), {
    below_system: col("system"),
    below_code: col("descendant_code"),
    system: col("system"),
    code: col("ancestor_code"),
  });
  const marked = filter(ancestor, isNamed(below.flatMap(({ rules }) => rules).map(exactly)));
  return group(
    marked,
    ["below_system", "below_code"],
    Object.fromEntries(below.map(({ column, rules }) => [column, max(asInteger(isNamed(rules.map(exactly))))])),
  );
}

/** A rule for the code alone, whatever stands below it. */
export function exactly(rule: ConceptRule): ConceptRule {
  return { ...rule, match: "exact" };
}
