import type { Problem } from "./problem.ts";
import { shown } from "./problem.ts";

/** Brings a document of version n to version n + 1. */
export type Migration = (document: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

export type Migrated =
  | { readonly kind: "current"; readonly document: Readonly<Record<string, unknown>> }
  | { readonly kind: "refused"; readonly problem: Problem };

/**
 * Brings a document to the current version of its format, one version at a time.
 *
 * @param current - the format this program writes, such as `materbone/case/1`
 * @param migrations - `migrations[n]` brings version n to n + 1
 * @returns the document, or why it cannot be read: no version, another format, newer than this program
 */
export function migrate(
  document: unknown,
  current: string,
  migrations: Readonly<Record<number, Migration>> = {},
): Migrated {
  if (typeof document !== "object" || document === null || Array.isArray(document)) {
    return { kind: "refused", problem: { at: "", kind: "notAnObject", value: shown(document) } };
  }
  let record = document as Readonly<Record<string, unknown>>;
  const { schema } = record;
  if (schema === undefined || schema === null) {
    return { kind: "refused", problem: { at: "", kind: "noSchema", expected: current } };
  }
  const target = readVersion(current);
  const given = typeof schema === "string" ? readVersion(schema) : undefined;
  if (given === undefined || target === undefined || given.format !== target.format) {
    return {
      kind: "refused",
      problem: { at: "/schema", kind: "otherSchema", value: shown(schema), expected: current },
    };
  }
  if (given.version > target.version) {
    return {
      kind: "refused",
      problem: { at: "/schema", kind: "newerSchema", value: shown(schema), expected: current },
    };
  }
  for (let version = given.version; version < target.version; version++) {
    const step = migrations[version];
    if (step === undefined) {
      return {
        kind: "refused",
        problem: { at: "/schema", kind: "otherSchema", value: shown(schema), expected: current },
      };
    }
    record = { ...step(record), schema: `${target.format}/${version + 1}` };
  }
  return { kind: "current", document: record };
}

function readVersion(schema: string): { readonly format: string; readonly version: number } | undefined {
  const match = /^([a-z]+\/[a-z-]+)\/(\d{1,4})$/.exec(schema);
  return match?.[1] === undefined ? undefined : { format: match[1], version: Number(match[2]) };
}
