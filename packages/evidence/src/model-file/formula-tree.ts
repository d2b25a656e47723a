/** A formula or a part of it, as R reads it. */
export type Expression =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "truth"; readonly value: boolean }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "parenthesis"; readonly inner: Expression }
  | { readonly kind: "unary"; readonly operator: UnaryOperator; readonly operand: Expression }
  | {
      readonly kind: "binary";
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: "call"; readonly name: string; readonly arguments: readonly Argument[] };

export type Argument = { readonly name: string | undefined; readonly value: Expression };

export type UnaryOperator = "-" | "+" | "!" | "~";

export type BinaryOperator = (typeof PRECEDENCE)[number][number];

/** From the weakest to the strongest; those of one row bind alike. */
export const PRECEDENCE = [
  ["~"],
  ["||", "|"],
  ["&&", "&"],
  ["==", "!=", "<=", ">=", "<", ">"],
  ["+", "-"],
  ["*", "/"],
  ["%in%", "%%", "%/%"],
  [":"],
  ["^"],
] as const;

/** The precedence of a unary operator is that of the row it stands above: `!` above `&`, `-` above `:`. */
export const UNARY_ABOVE: Readonly<Record<UnaryOperator, number>> = { "~": 0, "!": 3, "-": 8, "+": 8 };

const TIGHT: ReadonlySet<BinaryOperator> = new Set([":", "/", "^", "%%", "%/%"]);

/** The expression as R prints it: blanks about `+ - * ~ < |`, none about `: / ^ %% %/%`, numbers with up to 15 digits. */
export function expressionText(expression: Expression): string {
  switch (expression.kind) {
    case "number":
      return numberText(expression.value);
    case "text":
      return JSON.stringify(expression.value);
    case "truth":
      return expression.value ? "TRUE" : "FALSE";
    case "name":
      return nameText(expression.name);
    case "parenthesis":
      return `(${expressionText(expression.inner)})`;
    case "unary":
      return `${expression.operator}${expressionText(expression.operand)}`;
    case "binary": {
      const { operator, left, right } = expression;
      const isTight = TIGHT.has(operator);
      return `${expressionText(left)}${isTight ? operator : ` ${operator} `}${expressionText(right)}`;
    }
    case "call":
      return `${nameText(expression.name)}(${expression.arguments
        .map(({ name, value }) => (name === undefined ? "" : `${nameText(name)} = `) + expressionText(value))
        .join(", ")})`;
  }
}

/** A name as R writes it: in backticks where it is no plain word. */
export function nameText(name: string): string {
  const isPlain = /^(?:[\p{L}]|\.(?!\d))[\p{L}\p{N}._]*$/u.test(name) && !R_RESERVED.has(name);
  return isPlain ? name : `\`${name}\``;
}

/** Words that are no names in R. */
export const R_RESERVED: ReadonlySet<string> = new Set(
  "if else repeat while function for next break TRUE FALSE NULL Inf NaN NA NA_integer_ NA_real_ NA_character_ ...".split(
    " ",
  ),
);

/** A number as R writes it: 15 significant digits, and with an exponent where that is shorter. */
export function numberText(value: number): string {
  // Not by way of a number: the largest ones round to more than there is.
  const [mantissa = "0", exponent = "0"] = value.toExponential(14).split("e");
  const digits = mantissa.replace(/\.?0+$/, "");
  const power = Number(exponent);
  const sign = power < 0 ? "-" : "+";
  const scientific = `${digits}e${sign}${String(Math.abs(power)).padStart(2, "0")}`;
  const decimals = Math.max(0, digits.replace("-", "").replace(".", "").length - 1 - power);
  if (power > 20 || decimals > 100) return scientific;
  const plain = Number(value.toPrecision(15)).toFixed(decimals);
  return plain.length <= scientific.length ? plain : scientific;
}

/** Names of the columns that an expression reads, each once. */
export function namesIn(expression: Expression): readonly string[] {
  const found = new Set<string>();
  const visit = (part: Expression): void => {
    if (part.kind === "name") found.add(part.name);
    else if (part.kind === "parenthesis") visit(part.inner);
    else if (part.kind === "unary") visit(part.operand);
    else if (part.kind === "binary") {
      visit(part.left);
      visit(part.right);
    } else if (part.kind === "call") for (const { value } of part.arguments) visit(value);
  };
  visit(expression);
  return [...found];
}
