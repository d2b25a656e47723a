import { useComputedColorScheme } from "@mantine/core";
import type { ColourScheme } from "@materbone/report";
import { createContext, type ReactNode, useContext } from "react";

const SchemeContext = createContext<ColourScheme>("light");

/** Asks once for the colours of the page: every figure needs them at every letter, and asking the browser is slow. */
export function SchemeProvider({ children }: { readonly children: ReactNode }): ReactNode {
  return <SchemeContext value={useComputedColorScheme("light")}>{children}</SchemeContext>;
}

/** The colours of the page: as chosen here, or else as the system is set. */
export function useScheme(): ColourScheme {
  return useContext(SchemeContext);
}
