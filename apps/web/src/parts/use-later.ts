import { startTransition, useEffect, useState } from "react";

/**
 * Becomes true when the browser has drawn what is there and has nothing else to do: for what lies below the first screen of a
 * page, so that the first screen does not wait for it.
 *
 * @param isReady - the first screen has what it shows
 * @param isAtOnce - true at the first drawing of a page that is to be there as a whole
 */
export function useLater(isReady: boolean, isAtOnce = false): boolean {
  const [isLater, setIsLater] = useState(isAtOnce);
  useEffect(() => {
    if (!isReady) return;
    const tell = (): void => startTransition(() => setIsLater(true));
    // Not every browser says when it is idle.
    if (!("requestIdleCallback" in window)) {
      const timer = setTimeout(tell, 100);
      return () => clearTimeout(timer);
    }
    const request = requestIdleCallback(tell, { timeout: 500 });
    return () => cancelIdleCallback(request);
  }, [isReady]);
  return isLater;
}
