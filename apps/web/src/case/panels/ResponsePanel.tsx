import type { ReactNode } from "react";

export function ResponsePanel(): ReactNode {
  return null;
}
