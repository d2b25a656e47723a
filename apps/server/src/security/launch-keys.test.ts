import { describe, expect, it } from "vitest";
import { createLaunchKeys } from "./launch-keys.ts";

const MINUTE = 60_000;

describe("an opening key", () => {
  it("signs in once", () => {
    const keys = createLaunchKeys("secret", () => 0);
    const key = keys.openingKey();
    expect([keys.redeem(key), keys.redeem(key)]).toEqual([true, false]);
  });

  it("lapses when no browser used it for some minutes, and the printed secret does not", () => {
    let elapsed = 0;
    const keys = createLaunchKeys("secret", () => elapsed);
    const [slow, never] = [keys.openingKey(), keys.openingKey()];
    elapsed = 2 * MINUTE;
    expect(keys.redeem(slow)).toBe(true);
    elapsed = 5 * MINUTE;
    expect(keys.redeem(never)).toBe(false);
    // Nor does it come back.
    elapsed = 0;
    expect(keys.redeem(never)).toBe(false);
    expect(keys.redeem("secret")).toBe(true);
  });
});
