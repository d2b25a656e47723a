import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** The secrets of one launch. Nothing of them is written to a disk. */
export type LaunchKeys = {
  /** What the cookie or the Authorization header must hold. */
  readonly secret: string;
  readonly isSecret: (given: string | undefined) => boolean;
  /** May the bearer of this key sign in? The secret always may; a key of `openingKey` once. */
  readonly redeem: (given: string) => boolean;
  /**
   * A key for the command line that opens the browser, where other users of the machine can read it: worth nothing once it
   * was used, and whoever used it first is noticed, because the window of the owner then asks for the printed address. One
   * that no browser used lapses after a few minutes.
   */
  readonly openingKey: () => string;
};

const BYTES = 32;

/** How long an opening key waits for its browser, milliseconds: a cold start of one on a slow machine. */
const OPENING_LASTS = 3 * 60_000;

/** @param elapsed - milliseconds of a clock that nobody sets */
export function createLaunchKeys(secret: string = freshKey(), elapsed = () => performance.now()): LaunchKeys {
  /** Unused opening keys with the time that each lapses at. */
  const unused = new Map<string, number>();
  return {
    secret,
    isSecret: (given) => given !== undefined && isEqual(given, secret),
    redeem: (given) => {
      if (isEqual(given, secret)) return true;
      const found = [...unused].find(([key]) => isEqual(given, key));
      if (found === undefined) return false;
      const [key, lapsesAt] = found;
      unused.delete(key);
      return elapsed() < lapsesAt;
    },
    openingKey: () => {
      const key = freshKey();
      unused.set(key, elapsed() + OPENING_LASTS);
      return key;
    },
  };
}

function freshKey(): string {
  return randomBytes(BYTES).toString("base64url");
}

/** In a time that does not depend on where the two differ. */
function isEqual(a: string, b: string): boolean {
  return timingSafeEqual(digest(a), digest(b));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
