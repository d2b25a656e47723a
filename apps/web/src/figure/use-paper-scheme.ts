import type { ColourScheme } from "@materbone/report";
import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { useScheme } from "../app/scheme.tsx";

/** The colours to draw in: those of the page, and the light ones while it is printed, since paper is white. */
export function usePaperScheme(): ColourScheme {
  const scheme = useScheme();
  const [isPrinting, setIsPrinting] = useState(false);
  useEffect(() => {
    // The page is printed as it stands when the event returns, so the drawing is exchanged before that.
    const tell = (is: boolean): void => flushSync(() => setIsPrinting(is));
    const before = (): void => tell(true);
    const after = (): void => tell(false);
    window.addEventListener("beforeprint", before);
    window.addEventListener("afterprint", after);
    return () => {
      window.removeEventListener("beforeprint", before);
      window.removeEventListener("afterprint", after);
    };
  }, []);
  return isPrinting ? "light" : scheme;
}
