import type { Problem } from "@materbone/clinical";
import type { DocumentRef } from "./document.ts";

/** Someone saved in between; nothing was written. */
export class StaleRevisionError extends Error {
  override readonly name = "StaleRevisionError";
  readonly document: DocumentRef;
  readonly expected: number;
  readonly current: number;
  constructor(document: DocumentRef, expected: number, current: number) {
    super(`revision ${expected} is not the current one, which is ${current}`);
    this.document = document;
    this.expected = expected;
    this.current = current;
  }
}

export class DocumentNotFoundError extends Error {
  override readonly name = "DocumentNotFoundError";
  readonly document: DocumentRef;
  constructor(document: DocumentRef) {
    super(`no such ${document.kind}`);
    this.document = document;
  }
}

/** The id is taken, perhaps by a deleted document, which keeps its id until it is purged. */
export class DocumentExistsError extends Error {
  override readonly name = "DocumentExistsError";
  readonly document: DocumentRef;
  readonly isDeleted: boolean;
  constructor(document: DocumentRef, isDeleted: boolean) {
    super(`the id of this ${document.kind} is taken`);
    this.document = document;
    this.isDeleted = isDeleted;
  }
}

/** The act does not fit the state: a deleted document cannot be changed, only a deleted one restored or purged. */
export class DocumentStateError extends Error {
  override readonly name = "DocumentStateError";
  readonly document: DocumentRef;
  readonly isDeleted: boolean;
  constructor(document: DocumentRef, isDeleted: boolean) {
    super(`this ${document.kind} is ${isDeleted ? "" : "not "}deleted`);
    this.document = document;
    this.isDeleted = isDeleted;
  }
}

/** The documents would no longer fit together, such as a scan on a device that the series does not list. */
export class BrokenReferenceError extends Error {
  override readonly name = "BrokenReferenceError";
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(`${problems.length} references point nowhere`);
    this.problems = problems;
  }
}

/**
 * Why the store itself cannot serve: `locked` by another program, `full` disk, `readOnly` file or folder, `newerSchema`
 * than this program knows, `damaged` file, `notARegistry` (another kind of file), `notEmpty` place to restore into,
 * `notOverwritten` place on the disk of what was erased, which is saved as erased and overwritten at the next start.
 */
export type StoreTrouble =
  | "locked"
  | "full"
  | "readOnly"
  | "newerSchema"
  | "damaged"
  | "notARegistry"
  | "notEmpty"
  | "notOverwritten";

/** Where a program can be found that has a data folder in hand. */
export type Holder = {
  /** Under which it answers, without its key. */
  readonly address: string;
  /** Name of its computer. */
  readonly host: string;
  readonly pid: number;
};

/** Another program has the data folder in hand; `holder` is absent when it left no word. */
export class FolderHeldError extends Error {
  override readonly name = "FolderHeldError";
  readonly folder: string;
  readonly holder: Holder | undefined;
  constructor(folder: string, holder: Holder | undefined) {
    super(`held by another program: ${folder}`);
    this.folder = folder;
    this.holder = holder;
  }
}

/** The world failed below the registry. Nothing half-done is left behind, but for `notOverwritten`, which the next start ends. */
export class StoreError extends Error {
  override readonly name = "StoreError";
  readonly trouble: StoreTrouble;
  /** File or folder concerned. */
  readonly path: string;
  constructor(trouble: StoreTrouble, path: string, options?: ErrorOptions) {
    super(`${trouble}: ${path}`, options);
    this.trouble = trouble;
    this.path = path;
  }
}
