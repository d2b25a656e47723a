/** What is saved as one document: the head of a series, one woman, or the literature, of which a registry has one. */
export type DocumentRef =
  | { readonly kind: "series"; readonly series: string }
  | { readonly kind: "case"; readonly series: string; readonly case: string }
  | { readonly kind: "literature" };

/** A literature as the registry keeps it: a JSON object that it does not look into. Who saves it has validated it. */
export type LiteratureDocument = Readonly<Record<string, unknown>>;

/** A saved value with the revision it stands in. */
export type Stored<T> = {
  readonly value: T;
  /** Counts the revisions of this document from 1; a save names the one it was made from. */
  readonly revision: number;
  readonly savedAt: string;
  readonly savedBy: string;
  /** Present when the document is deleted; it can be restored until it is purged. */
  readonly deleted?: { readonly at: string; readonly by: string; readonly why: string };
};

/** What a save acknowledges, once it is on the disk. */
export type Saved = {
  readonly revision: number;
  readonly savedAt: string;
  /** Link of the chain that this save made. */
  readonly hash: string;
};
