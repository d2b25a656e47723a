import type { Text } from "@materbone/clinical";
import { GENERATOR } from "./knowledge.ts";
import { makePerson } from "./make-person.ts";
import { emptyDraft, type PersonDraft } from "./person-draft.ts";
import { birthText, dayText, sourceId } from "./person-text.ts";

/** Which synthetic hospital: its seed and its size. */
export type HospitalOptions = { readonly seed: number; readonly persons: number };

export const KEY_SCHEMA = "materbone/answer-key/1";

/** First line of a key: of which hospital it is. */
export type KeyHead = HospitalOptions & { readonly schema: typeof KEY_SCHEMA };

/** What is true about one person who lives a story. */
export type KeyEntry = {
  readonly sourceId: string;
  /** As precisely as the data have it: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. Identifiers are those of every hospital, births are not. */
  readonly birthDate: string;
  readonly story: string;
  readonly isPlo: boolean;
  /** ISO date of the delivery that the story belongs to, the earliest of its records; null where there is none. */
  readonly delivery: string | null;
  /** Tier that the definition `paper` gives her, null for no candidate, and the exclusions that flag her there. */
  readonly tier: string | null;
  readonly flags: readonly string[];
  /** What a reader of the record must see. */
  readonly mustSee: Text;
};

export function keyHead({ seed, persons }: HospitalOptions): KeyHead {
  return { schema: KEY_SCHEMA, seed, persons };
}

/** Everyone who lives a story, in the order of the hospital. */
export function* answerKey({ seed, persons }: HospitalOptions): Generator<KeyEntry> {
  const draft = emptyDraft();
  for (let number = 1; number <= persons; number++) {
    makePerson(seed, number, draft);
    const entry = keyEntry(draft);
    if (entry !== undefined) yield entry;
  }
}

/** The entry of one person; undefined for who lives no story. */
export function keyEntry(draft: PersonDraft): KeyEntry | undefined {
  const story = GENERATOR.stories[draft.story];
  if (story === undefined) return undefined;
  return {
    sourceId: sourceId(draft.number),
    birthDate: birthText(draft),
    story: story.tag,
    isPlo: story.isPlo,
    delivery: draft.storyDelivery === undefined ? null : dayText(draft.storyDelivery),
    tier: story.tier,
    flags: story.flags,
    mustSee: story.mustSee,
  };
}
