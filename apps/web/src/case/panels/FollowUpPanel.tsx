import type { ReactNode } from "react";

export function FollowUpPanel(_props: { readonly series: string }): ReactNode {
  return null;
}
