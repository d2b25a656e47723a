import type { ReactNode } from "react";

export function StartPage(): ReactNode {
  return null;
}
