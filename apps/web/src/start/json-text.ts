/** Where a text is not JSON, or says a thing twice. Lines and columns count from 1. */
export type JsonProblem =
  | { readonly kind: "notJson"; readonly line: number; readonly column: number; readonly near: string }
  | { readonly kind: "duplicateKey"; readonly line: number; readonly key: string }
  | { readonly kind: "tooDeep"; readonly line: number };

/** A JSON text read strictly; `lineOf` finds the line of a JSON Pointer, or of its nearest part that exists. */
export type JsonText =
  | { readonly kind: "read"; readonly value: unknown; readonly lineOf: (pointer: string) => number | undefined }
  | { readonly kind: "refused"; readonly problems: readonly JsonProblem[] };

/** Deepest nesting that is read. A series needs about ten levels; far more would exhaust the stack of any reader. */
const DEEPEST = 64;

/** Reads JSON and refuses a key that stands twice, of which `JSON.parse` would silently keep the last. */
export function readJsonText(text: string): JsonText {
  const lines = lineCounter(text);
  const offsets = new Map<string, number>();
  const problems: JsonProblem[] = [];
  try {
    walk(text, {
      onValue: (pointer, offset) => offsets.set(pointer, offset),
      onRepeated: (key, offset) => problems.push({ kind: "duplicateKey", line: lines(offset).line, key }),
    });
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    const { line, column } = lines(error.offset);
    const near = text.slice(error.offset, error.offset + 20).split("\n")[0] ?? "";
    return {
      kind: "refused",
      problems: [error.isDepth ? { kind: "tooDeep", line } : { kind: "notJson", line, column, near }],
    };
  }
  if (problems.length > 0) return { kind: "refused", problems };
  return {
    kind: "read",
    value: JSON.parse(text) as unknown,
    lineOf: (pointer) => {
      for (let place = pointer; ; place = place.slice(0, Math.max(0, place.lastIndexOf("/")))) {
        const offset = offsets.get(place);
        if (offset !== undefined) return lines(offset).line;
        if (place === "") return undefined;
      }
    },
  };
}

class Stop extends Error {
  readonly offset: number;
  readonly isDepth: boolean;
  constructor(offset: number, isDepth: boolean) {
    super("not JSON");
    this.offset = offset;
    this.isDepth = isDepth;
  }
}

type Visitor = {
  readonly onValue: (pointer: string, offset: number) => void;
  readonly onRepeated: (key: string, offset: number) => void;
};

/** Goes through a JSON text by its grammar (RFC 8259). @throws Stop at the first place that does not fit it */
function walk(text: string, visitor: Visitor): void {
  let offset = 0;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = offset;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) offset += found.length;
    return found;
  };
  const expect = (sign: string): void => {
    if (text[offset] !== sign) throw new Stop(offset, false);
    offset++;
  };
  const value = (pointer: string, depth: number): void => {
    take(SPACE);
    if (depth > DEEPEST) throw new Stop(offset, true);
    visitor.onValue(pointer, offset);
    if (text[offset] === "{") object(pointer, depth);
    else if (text[offset] === "[") array(pointer, depth);
    else if ((take(STRING) ?? take(NUMBER) ?? take(WORD)) === undefined) throw new Stop(offset, false);
    take(SPACE);
  };
  const object = (pointer: string, depth: number): void => {
    expect("{");
    take(SPACE);
    const keys = new Set<string>();
    for (let isFirst = true; text[offset] !== "}"; isFirst = false) {
      if (!isFirst) expect(",");
      take(SPACE);
      const at = offset;
      const quoted = take(STRING);
      if (quoted === undefined) throw new Stop(offset, false);
      const key = JSON.parse(quoted) as string;
      if (keys.has(key)) visitor.onRepeated(key, at);
      keys.add(key);
      take(SPACE);
      expect(":");
      value(`${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`, depth + 1);
    }
    expect("}");
  };
  const array = (pointer: string, depth: number): void => {
    expect("[");
    take(SPACE);
    for (let position = 0; text[offset] !== "]"; position++) {
      if (position > 0) expect(",");
      value(`${pointer}/${position}`, depth + 1);
    }
    expect("]");
  };
  value("", 0);
  if (offset < text.length) throw new Stop(offset, false);
}

const SPACE = /[ \t\r\n]*/y;
const STRING = /"(?:[\u0020\u0021\u0023-\u005b\u005d-\u{10ffff}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
const WORD = /true|false|null/y;

/** Lines of offsets; the starts of lines are looked up once. */
function lineCounter(text: string): (offset: number) => { readonly line: number; readonly column: number } {
  let starts: readonly number[] | undefined;
  return (offset) => {
    if (starts === undefined) {
      const found = [0];
      for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) found.push(at + 1);
      starts = found;
    }
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
