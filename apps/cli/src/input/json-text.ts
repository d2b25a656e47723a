import { jsonPointer, pointerSteps } from "@materbone/clinical";
import { type ParseError, parse, printParseErrorCode, visit } from "jsonc-parser";
import type { InputProblem } from "./input-error.ts";

/** A JSON text read strictly, or every place where it is not JSON. */
export type JsonText =
  | { readonly kind: "read"; readonly value: unknown }
  | { readonly kind: "refused"; readonly problems: readonly InputProblem[] };

/** Most places of a broken file that are reported; one slip makes many followers. */
const REPORTED = 5;

/** Deepest nesting that is read. A series needs about ten levels; far more would exhaust the stack of any reader. */
const DEEPEST = 64;

/** Reads JSON and refuses a key that stands twice, of which `JSON.parse` would silently keep the last. */
export function readJsonText(text: string, file: string): JsonText {
  const tooDeep = firstTooDeep(text);
  if (tooDeep !== undefined) {
    const { line, column } = lineAndColumn(text, tooDeep);
    return { kind: "refused", problems: [{ kind: "tooDeep", file, line, column, limit: DEEPEST }] };
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: "refused", problems: syntaxProblems(text, file) };
  }
  const repeated = repeatedKeys(text, file);
  return repeated.length > 0 ? { kind: "refused", problems: repeated } : { kind: "read", value };
}

/** Lines, counted from 1, of JSON Pointers into a text; of the nearest existing parent for a missing place. */
export function linesOf(text: string, pointers: readonly string[]): (pointer: string) => number | undefined {
  const wanted = new Map<string, number | undefined>();
  for (const pointer of pointers) for (const place of withParents(pointer)) wanted.set(place, undefined);
  const note = (line: number, path: readonly PropertyKey[]): void => {
    const pointer = jsonPointer(path);
    if (wanted.has(pointer)) wanted.set(pointer, line + 1);
  };
  visit(text, {
    onObjectBegin: (_offset, _length, line, _column, path) => note(line, path()),
    onArrayBegin: (_offset, _length, line, _column, path) => note(line, path()),
    onLiteralValue: (_value, _offset, _length, line, _column, path) => note(line, path()),
  });
  return (pointer) => {
    for (const place of withParents(pointer)) {
      const line = wanted.get(place);
      if (line !== undefined) return line;
    }
    return undefined;
  };
}

/** The pointer itself, then its parents up to the whole document. */
function withParents(pointer: string): readonly string[] {
  const steps = pointerSteps(pointer);
  return Array.from({ length: steps.length + 1 }, (_, dropped) => jsonPointer(steps.slice(0, steps.length - dropped)));
}

function syntaxProblems(text: string, file: string): readonly InputProblem[] {
  const errors: ParseError[] = [];
  parse(text, errors, { disallowComments: true, allowTrailingComma: false });
  if (errors.length === 0) return [{ kind: "notJson", file, ...lineAndColumn(text, text.length), what: "", near: "" }];
  return errors.slice(0, REPORTED).map(({ error, offset }) => ({
    kind: "notJson",
    file,
    ...lineAndColumn(text, offset),
    what: printParseErrorCode(error),
    near: text.slice(offset, offset + 20).split("\n")[0] ?? "",
  }));
}

/** Most repeated keys that are told of; a file with more was made by a faulty program. */
const MOST_REPEATED = 2000;

function repeatedKeys(text: string, file: string): readonly InputProblem[] {
  const problems: InputProblem[] = [];
  const open: Set<string>[] = [];
  visit(text, {
    onObjectBegin: () => {
      open.push(new Set());
    },
    onObjectEnd: () => {
      open.pop();
    },
    onObjectProperty: (key, _offset, _length, line) => {
      const keys = open.at(-1);
      if (keys?.has(key) && problems.length < MOST_REPEATED)
        problems.push({ kind: "duplicateKey", file, line: line + 1, key });
      keys?.add(key);
    },
  });
  return problems;
}

const QUOTE = 34;
const BACKSLASH = 92;

/** Where the nesting first passes `DEEPEST`. */
function firstTooDeep(text: string): number | undefined {
  let depth = 0;
  let isInText = false;
  for (let offset = 0; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code === QUOTE) isInText = !isInText;
    else if (isInText && code === BACKSLASH) offset++;
    else if (!isInText && (code === 91 || code === 123)) {
      depth++;
      if (depth > DEEPEST) return offset;
    } else if (!isInText && (code === 93 || code === 125)) depth--;
  }
  return undefined;
}

function lineAndColumn(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset);
  const lastBreak = before.lastIndexOf("\n");
  return { line: before.split("\n").length, column: offset - lastBreak };
}
