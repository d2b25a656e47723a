import { StoreError, type StoreTrouble } from "../registry-error.ts";

/** Primary result codes of SQLite that a person can do something about. @see https://www.sqlite.org/rescode.html */
const TROUBLE_BY_CODE: Readonly<Record<number, StoreTrouble>> = {
  5: "locked",
  6: "locked",
  8: "readOnly",
  11: "damaged",
  13: "full",
  26: "damaged",
};

/** Codes of the operating system, by name and as numbers where SQLite passes them on. */
const TROUBLE_BY_ERRNO: Readonly<Record<string, StoreTrouble>> = {
  ENOSPC: "full",
  EDQUOT: "full",
  EACCES: "readOnly",
  EPERM: "readOnly",
  EROFS: "readOnly",
  28: "full",
  122: "full",
  13: "readOnly",
  1: "readOnly",
  30: "readOnly",
};

/** Runs work on a file and names the troubles of the store; anything else passes as it is. */
export async function guarded<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw storeError(error, path) ?? error;
  }
}

/** @returns `undefined` when the error is none of the store's */
export function storeError(error: unknown, path: string): StoreError | undefined {
  if (!(error instanceof Error) || error instanceof StoreError) return undefined;
  const { errcode, systemErrno, code } = error as { errcode?: unknown; systemErrno?: unknown; code?: unknown };
  const trouble =
    (typeof errcode === "number" ? TROUBLE_BY_CODE[errcode & 0xff] : undefined) ??
    TROUBLE_BY_ERRNO[String(systemErrno)] ??
    TROUBLE_BY_ERRNO[String(code)];
  return trouble === undefined ? undefined : new StoreError(trouble, path, { cause: error });
}
