/** A value of an address that is one of a list; anything else counts as absent. */
export function oneOf<const T extends string>(value: unknown, allowed: readonly T[]): T | undefined {
  return allowed.find((candidate) => candidate === value);
}

/** Text of an address; numbers come parsed from it. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : undefined;
}

export function booleanOf(value: unknown): boolean | undefined {
  if (value === true || value === "true") return true;
  return value === false || value === "false" ? false : undefined;
}

/** A day of an address, as `2026-01-31`. */
export function dayOf(value: unknown): string | undefined {
  const isDay = typeof value === "string" && /^\d{4}-\d\d-\d\d$/u.test(value);
  return isDay && new Date(value).toJSON()?.startsWith(value) === true ? value : undefined;
}

export function numberOf(value: unknown): number | undefined {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
}

/** Only the parts that are there, as optional properties want it. */
export function given<T extends Readonly<Record<string, unknown>>>(
  parts: T,
): { readonly [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as {
    readonly [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
