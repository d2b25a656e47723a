import type { ReactNode } from "react";

export function CaseFindingsPanel(_props: { readonly series: string }): ReactNode {
  return null;
}
