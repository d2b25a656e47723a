import { centreLscSource, type LscSource, type SeriesContext } from "@materbone/clinical";

/** The least significant change that the address asks for; the minimum where it says nothing, or a study that is absent. */
export function lscOfSearch(asked: LscSource["kind"] | undefined, context: SeriesContext): LscSource {
  if (asked === "paper") return { kind: "paper" };
  const centre = asked === "centre" ? centreLscSource(context) : undefined;
  return centre ?? { kind: "minimum" };
}
