import type { ReactNode } from "react";

export function OptionsPanel(): ReactNode {
  return null;
}
