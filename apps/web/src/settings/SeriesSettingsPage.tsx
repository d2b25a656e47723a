import type { ReactNode } from "react";

export function SeriesSettingsPage(): ReactNode {
  return null;
}
