import type { ReactNode } from "react";

export function CasePage(): ReactNode {
  return null;
}
