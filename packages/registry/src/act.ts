/** Who does something, when and why. The caller brings the clock, so that the registry has none. */
export type Act = {
  /** Name or initials as set by the person who works here; never a patient's. */
  readonly by: string;
  /** Instant in UTC, ISO 8601 with milliseconds. */
  readonly at: string;
  readonly why?: string | undefined;
};
