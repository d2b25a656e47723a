import type { ReactNode } from "react";

export function FollowUpPage(): ReactNode {
  return null;
}
