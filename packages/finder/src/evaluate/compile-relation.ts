import { CONTRACT } from "../contract.ts";
import { columnsOf, joinScope } from "../ir/check-query.ts";
import type { Columns } from "../ir/expression-type.ts";
import type { Cell, OrderBy, Relation, Row } from "../ir/relation.ts";
import { compileAggregate } from "./compile-aggregate.ts";
import { compileExpression, type Layout } from "./compile-expression.ts";
import { at, compareValues, keyOf, type Tuple, toTuples, type Value } from "./tuple.ts";

/** The rows of one person, and the code hierarchies that all share. */
export type PersonTables = {
  readonly person: readonly Row[];
  readonly event: readonly Row[];
  /** The codes of these events; told from them when absent. */
  readonly code?: readonly Row[];
  /** The same array for every person, so that what depends on it alone is worked out once. */
  readonly ancestor: readonly Row[];
  readonly source?: Readonly<Record<string, readonly Row[]>>;
};

/** One run over one person: what has been worked out so far. */
export type Run = {
  readonly tables: PersonTables;
  readonly steps: Map<string, readonly Tuple[]>;
  readonly contract: Map<string, readonly Tuple[]>;
};

export type CompiledRelation = {
  readonly columns: Columns;
  readonly rows: (run: Run) => readonly Tuple[];
  /** True when it depends on nothing of a person: literal rows and hierarchies. */
  readonly isShared: boolean;
};

/** A function over a run that gives the rows of a checked relation. */
export function compileRelation(relation: Relation, steps: ReadonlyMap<string, CompiledRelation>): CompiledRelation {
  const compiled = compileOnce(relation, steps);
  return compiled.isShared ? { ...compiled, rows: oncePerHierarchy(compiled.rows) } : compiled;
}

function compileOnce(relation: Relation, steps: ReadonlyMap<string, CompiledRelation>): CompiledRelation {
  const columns = columnsOf(relation, new Map([...steps].map(([name, step]) => [name, step.columns])));
  switch (relation.kind) {
    case "contract": {
      const { table } = relation;
      const tuples = (run: Run): readonly Tuple[] =>
        toTuples(table === "code" ? codesOf(run.tables) : run.tables[table], new Map(Object.entries(CONTRACT[table])));
      return { columns, isShared: table === "ancestor", rows: (run) => kept(run.contract, table, () => tuples(run)) };
    }
    case "source":
      return {
        columns,
        isShared: false,
        rows: (run) => toTuples(run.tables.source?.[relation.table] ?? [], columns),
      };
    case "step": {
      const { name } = relation;
      const step = steps.get(name);
      return {
        columns,
        isShared: step?.isShared ?? false,
        rows: (run) => kept(run.steps, name, () => step?.rows(run) ?? []),
      };
    }
    case "filter": {
      const from = compileRelation(relation.from, steps);
      const where = compileExpression(relation.where, layoutOf(from.columns));
      return { ...from, columns, rows: (run) => from.rows(run).filter((tuple) => where(tuple) === true) };
    }
    case "project": {
      const from = compileRelation(relation.from, steps);
      const layout = layoutOf(from.columns);
      const values = Object.values(relation.columns).map((value) => compileExpression(value, layout));
      return { ...from, columns, rows: (run) => from.rows(run).map((tuple) => values.map((value) => value(tuple))) };
    }
    case "join":
      return compileJoin(relation, columns, steps);
    case "group":
      return compileGroup(relation, columns, steps);
    case "union": {
      const parts = relation.of.map((part) => compileRelation(part, steps));
      return {
        columns,
        isShared: parts.every((part) => part.isShared),
        rows: (run) => parts.flatMap((part) => part.rows(run)),
      };
    }
    case "distinct": {
      const from = compileRelation(relation.from, steps);
      const places = [...columns.keys()].map((_, place) => place);
      return {
        ...from,
        rows: (run) => [...new Map(from.rows(run).map((tuple) => [keyOf(tuple, places), tuple])).values()],
      };
    }
    case "window":
      return compileWindow(relation, columns, steps);
    case "values": {
      const rows = relation.rows.map((row) => row.map((cell) => compileExpression(cell, layoutOf(new Map()))([])));
      return { columns, isShared: true, rows: () => rows };
    }
  }
}

function compileJoin(
  join: Extract<Relation, { kind: "join" }>,
  columns: Columns,
  steps: ReadonlyMap<string, CompiledRelation>,
): CompiledRelation {
  const left = compileRelation(join.left, steps);
  const right = compileRelation(join.right, steps);
  const leftPlaces = placesOf(
    join.on.map(([name]) => name),
    left.columns,
  );
  const rightPlaces = placesOf(
    join.on.map(([, name]) => name),
    right.columns,
  );
  const where =
    join.where === undefined ? undefined : compileExpression(join.where, bothLayout(left.columns, right.columns));
  const buildIndex = (run: Run): ReadonlyMap<Value, readonly Tuple[]> =>
    groupBy(
      right.rows(run).filter((tuple) => rightPlaces.every((place) => at(tuple, place) !== null)),
      rightPlaces,
    );
  const index = right.isShared ? oncePerHierarchy(buildIndex) : buildIndex;
  const nothing: Tuple = [...right.columns.keys()].map(() => null);
  return {
    columns,
    isShared: left.isShared && right.isShared,
    rows: (run) => {
      const rightOf = index(run);
      const candidates = (tuple: Tuple): readonly Tuple[] =>
        leftPlaces.some((place) => at(tuple, place) === null) ? [] : (rightOf.get(keyOf(tuple, leftPlaces)) ?? []);
      if (join.how === "semi" || join.how === "anti") {
        const isWanted = join.how === "semi";
        const hasMatch = (tuple: Tuple): boolean =>
          candidates(tuple).some((other) => where === undefined || where(tuple.concat(other)) === true);
        return left.rows(run).filter((tuple) => hasMatch(tuple) === isWanted);
      }
      const joined: Tuple[] = [];
      for (const tuple of left.rows(run)) {
        const before = joined.length;
        for (const other of candidates(tuple)) {
          const both = tuple.concat(other);
          if (where === undefined || where(both) === true) {
            joined.push(both);
          }
        }
        if (join.how === "left" && joined.length === before) {
          joined.push(tuple.concat(nothing));
        }
      }
      return joined;
    },
  };
}

function compileGroup(
  group: Extract<Relation, { kind: "group" }>,
  columns: Columns,
  steps: ReadonlyMap<string, CompiledRelation>,
): CompiledRelation {
  const from = compileRelation(group.from, steps);
  const layout = layoutOf(from.columns);
  const places = placesOf(group.by, from.columns);
  const aggregates = Object.values(group.aggregates).map((aggregate) => compileAggregate(aggregate, layout));
  return {
    ...from,
    columns,
    rows: (run) => {
      const tuples = from.rows(run);
      const groups = places.length === 0 ? [tuples] : [...groupBy(tuples, places).values()];
      return groups.map((members) => [
        ...places.map((place) => at(members[0] ?? [], place)),
        ...aggregates.map((aggregate) => aggregate(members)),
      ]);
    },
  };
}

function compileWindow(
  window: Extract<Relation, { kind: "window" }>,
  columns: Columns,
  steps: ReadonlyMap<string, CompiledRelation>,
): CompiledRelation {
  const from = compileRelation(window.from, steps);
  const layout = layoutOf(from.columns);
  const places = placesOf(window.partitionBy, from.columns);
  const byOrder = compileOrder(window.orderBy, layout);
  const { value } = window;
  const of = value.kind === "rowNumber" ? () => 1 : compileExpression(value.of, layout);
  const combine = value.kind === "runningMin" ? Math.min : (sum: number, one: number) => sum + one;
  const addColumn = (tuples: readonly Tuple[]): readonly Tuple[] => {
    let before: Value = null;
    return tuples.toSorted(byOrder).map((tuple) => {
      const now = of(tuple);
      if (value.kind === "previous") {
        const previous = before;
        before = now;
        return tuple.concat(previous);
      }
      if (typeof now === "number") {
        before = typeof before === "number" ? combine(before, now) : now;
      }
      return tuple.concat(before);
    });
  };
  return {
    ...from,
    columns,
    rows: (run) => [...groupBy(from.rows(run), places).values()].flatMap(addColumn),
  };
}

function compileOrder(orderBy: readonly OrderBy[], layout: Layout): (a: Tuple, b: Tuple) => number {
  const keys = orderBy.map((order) => ({
    of: compileExpression(order.of, layout),
    sign: order.descending === true ? -1 : 1,
    nullSign: order.nulls === "first" ? -1 : 1,
  }));
  return (a, b) => {
    for (const { of, sign, nullSign } of keys) {
      const x = of(a);
      const y = of(b);
      const order =
        x === null || y === null ? (x === y ? 0 : x === null ? nullSign : -nullSign) : sign * compareValues(x, y);
      if (order !== 0) {
        return order;
      }
    }
    return 0;
  };
}

function groupBy(tuples: readonly Tuple[], places: readonly number[]): ReadonlyMap<Value, readonly Tuple[]> {
  const groups = new Map<Value, Tuple[]>();
  for (const tuple of tuples) {
    const key = keyOf(tuple, places);
    const members = groups.get(key);
    if (members === undefined) {
      groups.set(key, [tuple]);
    } else {
      members.push(tuple);
    }
  }
  return groups;
}

function codesOf({ code, event }: PersonTables): readonly Row[] {
  if (code !== undefined) return code;
  const counts = new Map<string, { readonly system: Cell; readonly code: Cell; readonly events: number }>();
  for (const row of event) {
    const { system = null, code: own = null } = row;
    const key = JSON.stringify([system, own]);
    counts.set(key, { system, code: own, events: (counts.get(key)?.events ?? 0) + 1 });
  }
  return [...counts.values()];
}

/** Worked out again only when the hierarchies are others than the last time. */
function oncePerHierarchy<T>(make: (run: Run) => T): (run: Run) => T {
  let last: { readonly of: readonly Row[]; readonly made: T } | undefined;
  return (run) => {
    if (last === undefined || last.of !== run.tables.ancestor) {
      last = { of: run.tables.ancestor, made: make(run) };
    }
    return last.made;
  };
}

function kept(of: Map<string, readonly Tuple[]>, name: string, make: () => readonly Tuple[]): readonly Tuple[] {
  const made = of.get(name) ?? make();
  of.set(name, made);
  return made;
}

function layoutOf(columns: Columns): Layout {
  return { columns, places: new Map([...columns.keys()].map((name, place) => [name, place])) };
}

function bothLayout(left: Columns, right: Columns): Layout {
  const names = [...left.keys(), ...right.keys()];
  return { columns: joinScope(left, right), places: new Map(names.map((name, place) => [name, place])) };
}

function placesOf(names: readonly string[], columns: Columns): readonly number[] {
  const { places } = layoutOf(columns);
  return names.map((name) => places.get(name) ?? 0);
}
