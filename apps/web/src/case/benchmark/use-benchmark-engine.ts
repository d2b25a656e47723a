import { useEffect, useState } from "react";
import { useLater } from "../../parts/use-later.ts";

export type BenchmarkEngine = typeof import("./benchmark-engine.ts");

let coming: Promise<BenchmarkEngine> | undefined;
let here: BenchmarkEngine | undefined;

/** Once for all pages; asked for again after it did not come. */
async function benchmarkEngine(): Promise<BenchmarkEngine> {
  coming ??= import("./benchmark-engine.ts");
  try {
    here = await coming;
    return here;
  } catch (error) {
    coming = undefined;
    throw error;
  }
}

/**
 * What computes the change without a drug, with its literature. It comes when the first screen stands, and stays.
 *
 * @returns `undefined` until it is here; `"notLoaded"` when it did not come, as with a server that was stopped
 */
export function useBenchmarkEngine(isWanted: boolean): BenchmarkEngine | "notLoaded" | undefined {
  const isLater = useLater(isWanted);
  const [engine, setEngine] = useState<BenchmarkEngine | "notLoaded" | undefined>(here);
  const isAsked = isWanted && isLater && typeof engine !== "object";
  useEffect(() => {
    if (!isAsked) return;
    let isLeft = false;
    benchmarkEngine()
      .then((found) => !isLeft && setEngine(found))
      .catch(() => !isLeft && setEngine("notLoaded"));
    return () => {
      isLeft = true;
    };
  }, [isAsked]);
  return engine;
}
