import type { Mapping } from "./mapping-schema.ts";

/** A mapping as a YAML file that a person can read and change. */
export function mappingYaml(mapping: Mapping): string {
  return lines(mapping, "").join("");
}

type Value = string | readonly Value[] | { readonly [key: string]: Value | undefined };

function lines(value: Value, indent: string): readonly string[] {
  if (typeof value === "string") return [`${indent}${scalar(value)}\n`];
  if (isList(value)) {
    return value.flatMap((item) => {
      const [first = "", ...rest] = lines(item, `${indent}  `);
      return [`${indent}- ${first.slice(indent.length + 2)}`, ...rest];
    });
  }
  return Object.entries(value).flatMap(([key, inner]) => {
    if (inner === undefined) return [];
    const name = `${indent}${scalar(key)}:`;
    if (typeof inner === "string") return [`${name} ${scalar(inner)}\n`];
    if (isList(inner) && inner.every((item) => typeof item === "string")) {
      return [`${name} [${inner.map(scalar).join(", ")}]\n`];
    }
    if (Object.keys(inner).length === 0) return [`${name} {}\n`];
    return [`${name}\n`, ...lines(inner, `${indent}  `)];
  });
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

/** Text in quotation marks wherever YAML could read it as anything but the text itself; JSON's marks are YAML's as well. */
function scalar(text: string): string {
  const isPlain = /^[\p{L}/][\p{L}\p{N}/_.*-]*(?: [\p{L}\p{N}/_.*-]+)*$/u.test(text) && !WORDS.test(text);
  return isPlain ? text : JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/gu, escaped);
}

const WORDS = /^(?:true|false|null|yes|no|on|off|y|n)$/iu;

function escaped(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
