import {
  type Columns,
  type ColumnType,
  columnsOf,
  type Expression,
  type Query,
  type Relation,
} from "@materbone/finder";

type Random = () => number;

/**
 * A small query over the contract's tables that passes `checkQuery`, the same for the same seed. Orders of windows are total,
 * and numbers stay small, so that every engine must give the same rows.
 */
export function randomQuery(seed: number): Query {
  return new Maker(seed).query();
}

const TYPES: readonly ColumnType[] = ["integer", "double", "text", "date", "boolean"];
const TEXTS = ["", "a", "B", "é", "中", "M80", "M80.08", "腰痛", "😀", "！", "O'Neil\\", "condition", "local", "%_"];
const DATES = ["1990-02-28", "2000-02-29", "2019-12-31", "2020-02-29", "2020-08-31", "2021-01-31", "2022-12-31"];
const INTEGERS = [-7, -1, 0, 1, 2, 3, 12, 18];
const DOUBLES = [-2.5, -2, -1.95, -0.05, 0, 0.25, 0.845, 1.005, 100];

class Maker {
  private readonly random: Random;
  private names = 0;
  /** Joins that may multiply rows. */
  private products = 2;
  private readonly steps: { readonly name: string; readonly relation: Relation }[] = [];
  private readonly columns = new Map<string, Columns>();

  constructor(seed: number) {
    this.random = mulberry32(seed);
  }

  query(): Query {
    const count = 1 + this.below(5);
    for (let i = 0; i < count; i += 1) {
      const relation = this.relation(2);
      const name = `step_${i}`;
      this.columns.set(name, columnsOf(relation, this.columns));
      this.steps.push({ name, relation });
    }
    return { steps: this.steps, result: this.relation(1) };
  }

  private relation(depth: number): Relation {
    if (depth === 0) {
      return this.leaf();
    }
    const from = this.relation(depth - 1);
    const columns = this.columnsOf(from);
    const names = [...columns.keys()];
    switch (this.below(9)) {
      case 0:
      case 1:
        return { kind: "filter", from, where: this.expression("boolean", columns, 3) };
      case 2:
      case 3:
        return this.project(from, columns);
      case 4:
        return this.join(from, depth);
      case 5: {
        const by = names.filter(() => this.random() < 0.3);
        return { kind: "group", from, by, aggregates: this.aggregates(columns) };
      }
      case 6: {
        const other: Relation = { kind: "filter", from, where: this.expression("boolean", columns, 1) };
        return { kind: "union", of: [from, other] };
      }
      case 7:
        return { kind: "distinct", from: this.project(from, columns) };
      default:
        return this.window(from, columns);
    }
  }

  private leaf(): Relation {
    const step = this.steps.length > 0 && this.random() < 0.7 ? this.pick(this.steps) : undefined;
    return step === undefined
      ? { kind: "contract", table: this.pick(["person", "event", "event", "ancestor"] as const) }
      : { kind: "step", name: step.name };
  }

  private project(from: Relation, columns: Columns): Relation {
    const entries = Array.from({ length: 1 + this.below(4) }, () => [
      this.name(),
      this.expression(this.pick(TYPES), columns, 3),
    ]);
    return { kind: "project", from, columns: Object.fromEntries(entries) };
  }

  private join(left: Relation, depth: number): Relation {
    const source = this.relation(depth - 1);
    const renamed = [...this.columnsOf(source).keys()].map((name) => [this.name(), { kind: "column", name }] as const);
    const right: Relation = { kind: "project", from: source, columns: Object.fromEntries(renamed) };
    const leftColumns = this.columnsOf(left);
    const rightColumns = this.columnsOf(right);
    const pairs = [...leftColumns].flatMap(([name, type]) =>
      [...rightColumns].filter(([, other]) => other === type).map(([other]) => [name, other] as const),
    );
    const on = pairs.length === 0 ? [] : [this.pick(pairs)];
    const both = new Map([...leftColumns, ...rightColumns]);
    const where = this.random() < 0.5 ? { where: this.expression("boolean", both, 2) } : {};
    const multiplies = this.products > 0 && this.random() < 0.6;
    this.products -= multiplies ? 1 : 0;
    const how = multiplies ? this.pick(["inner", "left"] as const) : this.pick(["semi", "anti"] as const);
    return { kind: "join", how, left, right, on, ...where };
  }

  private aggregates(columns: Columns): Extract<Relation, { kind: "group" }>["aggregates"] {
    const one = () => {
      switch (this.below(4)) {
        case 0:
          return { kind: "countRows" } as const;
        case 1:
          return { kind: "countDistinct", of: this.expression(this.pick(TYPES), columns, 2) } as const;
        case 2:
          return { kind: "sum", of: this.expression("integer", columns, 2) } as const;
        default:
          return {
            kind: this.pick(["min", "max"] as const),
            of: this.expression(this.pick(TYPES), columns, 2),
          };
      }
    };
    return Object.fromEntries(Array.from({ length: 1 + this.below(3) }, () => [this.name(), one()]));
  }

  private window(from: Relation, columns: Columns): Relation {
    const names = [...columns.keys()];
    const orderBy = names.map((name) => ({
      of: { kind: "column", name } as const,
      descending: this.random() < 0.5,
      nulls: this.pick(["first", "last"] as const),
    }));
    const value = this.pick([
      { kind: "rowNumber" } as const,
      { kind: "previous", of: this.expression(this.pick(TYPES), columns, 1) } as const,
      { kind: "runningSum", of: this.expression("integer", columns, 1) } as const,
      {
        kind: "runningMin",
        of: this.expression(this.pick(["integer", "double", "date"] as const), columns, 1),
      } as const,
    ]);
    return {
      kind: "window",
      from,
      as: this.name(),
      value,
      partitionBy: names.filter(() => this.random() < 0.3),
      orderBy,
    };
  }

  private expression(type: ColumnType, columns: Columns, depth: number): Expression {
    const own = [...columns].filter(([, other]) => other === type).map(([name]) => name);
    if (own.length > 0 && this.random() < (depth === 0 ? 0.8 : 0.3)) {
      return { kind: "column", name: this.pick(own) };
    }
    if (depth === 0 || this.random() < 0.1) {
      return this.literal(type);
    }
    const of = (inner: ColumnType): Expression => this.expression(inner, columns, depth - 1);
    if (this.random() < 0.2) {
      return this.pick([
        { kind: "case", when: [branch(of("boolean"), of(type))], otherwise: of(type) },
        { kind: "case", when: [branch(of("boolean"), of(type))] },
        { kind: "coalesce", of: [of(type), of(type)] },
        type === "boolean"
          ? { kind: "not", of: of(type) }
          : { kind: this.pick(["least", "greatest"] as const), of: [of(type), of(type), of(type)] },
      ] satisfies Expression[]);
    }
    switch (type) {
      case "integer":
        return this.pick([
          { kind: "add", left: of("integer"), right: of("integer") },
          { kind: "subtract", left: of("integer"), right: of("integer") },
          { kind: "multiply", left: of("integer"), right: this.literal("integer") },
          { kind: "daysBetween", from: of("date"), to: of("date") },
          { kind: "completedMonths", from: of("date"), to: of("date") },
          { kind: "completedYears", from: of("date"), to: of("date") },
          { kind: "printed", of: of("double"), decimals: this.pick([0, 1, 2, 3] as const) },
          { kind: "asInteger", of: of("boolean") },
        ] satisfies Expression[]);
      case "double":
        return this.pick([
          { kind: "add", left: of("double"), right: of("double") },
          { kind: "subtract", left: of("double"), right: of("double") },
          { kind: "multiply", left: of("double"), right: of("double") },
          { kind: "asDouble", of: of("integer") },
        ] satisfies Expression[]);
      case "text":
        return this.pick([
          { kind: "asText", of: of(this.pick(["integer", "date"] as const)) },
          { kind: "part", of: of("text"), start: 1 + this.below(3), length: 1 + this.below(3) },
          { kind: "trimmed", of: of("text") },
          { kind: "concat", of: [of("text"), this.literal("text"), of("text")].slice(this.below(3)) },
        ] satisfies Expression[]);
      case "date":
        return this.pick([
          { kind: "addMonths", date: of("date"), months: this.below(240) - 120 },
          { kind: "addDays", date: of("date"), days: this.below(2000) - 1000 },
          {
            kind: "makeDate",
            year: { kind: "add", left: this.literal("integer"), right: { kind: "integer", value: 2000 } },
            month: of("integer"),
            day: of("integer"),
          },
        ] satisfies Expression[]);
      case "boolean":
        return this.boolean(of);
    }
  }

  private boolean(of: (type: ColumnType) => Expression): Expression {
    const type = this.pick(TYPES);
    return this.pick([
      { kind: "compare", op: this.pick(["=", "<>", "<", "<=", ">", ">="] as const), left: of(type), right: of(type) },
      {
        kind: this.pick(["and", "or"] as const),
        of: [of("boolean"), of("boolean"), of("boolean")].slice(this.below(4)),
      },
      { kind: "isNull", of: of(type) },
      { kind: "isIn", of: of("text"), values: TEXTS.filter(() => this.random() < 0.3) },
      { kind: "isIn", of: of("integer"), values: INTEGERS.filter(() => this.random() < 0.3) },
      { kind: "isIn", of: of("date"), values: DATES.filter(() => this.random() < 0.3) },
      { kind: "startsWith", of: of("text"), prefix: this.pick(TEXTS.slice(1)) },
    ] satisfies Expression[]);
  }

  private literal(type: ColumnType): Expression {
    if (this.random() < 0.15) {
      return { kind: "null", type };
    }
    switch (type) {
      case "integer":
        return { kind: type, value: this.pick(INTEGERS) };
      case "double":
        return { kind: type, value: this.pick(DOUBLES) };
      case "text":
        return { kind: type, value: this.pick(TEXTS) };
      case "date":
        return { kind: type, value: this.pick(DATES) };
      case "boolean":
        return { kind: type, value: this.random() < 0.5 };
    }
  }

  private columnsOf(relation: Relation): Columns {
    return columnsOf(relation, this.columns);
  }

  private name(): string {
    this.names += 1;
    return `c${this.names}`;
  }

  private below(limit: number): number {
    return Math.floor(this.random() * limit);
  }

  private pick<T>(from: readonly [T, ...T[]] | readonly T[]): T {
    const found = from[this.below(from.length)];
    if (found === undefined) {
      throw new RangeError("nothing to pick from");
    }
    return found;
  }
}

function branch(condition: Expression, then: Expression): { readonly if: Expression; readonly then: Expression } {
  return { if: condition, then };
}

/** T. Ettinger's mulberry32, public domain: 32 bits of state. */
function mulberry32(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
