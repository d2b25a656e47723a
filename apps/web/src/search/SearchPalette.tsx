import type { ReactNode } from "react";

export function SearchPalette(_props: { readonly onClose: () => void }): ReactNode {
  return null;
}
