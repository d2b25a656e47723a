import type { ReactNode } from "react";

export function VerdictPanel(): ReactNode {
  return null;
}
