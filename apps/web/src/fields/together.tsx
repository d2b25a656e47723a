import { createContext, useContext } from "react";
import type { Together } from "./commit.ts";

const TogetherContext = createContext<Together | undefined>(undefined);

/** Around fields that the record takes only all at once. */
export const TogetherProvider = TogetherContext;

export function useTogether(): Together | undefined {
  return useContext(TogetherContext);
}
