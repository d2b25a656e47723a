import type { ReactNode } from "react";

export function TablesPage(): ReactNode {
  return null;
}
