import { type Divergence, divergences, mergedVersions, type Versions } from "@materbone/clinical";

/** How versions of one kind of document are held against each other, and made into one. */
export type Comparison = {
  readonly divergences: (versions: Versions) => readonly Divergence[];
  /** The document that the places of the divergences lie in. */
  readonly within: (versions: Versions) => unknown;
  /** Theirs, with what only I changed and what is mine at the places that both changed; to be read before it is used. */
  readonly merged: (versions: Versions, mineAt: ReadonlySet<string>) => unknown;
  /** Where a field of one version stands in another; `undefined` where its entry is gone. */
  readonly placeIn: (at: string, from: unknown, to: unknown) => string | undefined;
};

/** A record in which places are the same in every version, because a list that grew is one place. */
export const byPlace: Comparison = {
  divergences: ({ base, mine, theirs }) => divergences(base, mine, theirs),
  within: ({ mine }) => mine,
  merged: ({ base, mine, theirs }, mineAt) => mergedVersions(theirs, divergences(base, mine, theirs), mineAt),
  placeIn: (at) => at,
};
