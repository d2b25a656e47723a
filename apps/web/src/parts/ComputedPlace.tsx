import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useAiming } from "../fields/aim.tsx";

/** A link to a place of the record that stands beside it on the page of one woman. */
export function RecordLink(props: { readonly at: string; readonly children: ReactNode }): ReactNode {
  const { at } = props;
  const { goTo } = useAiming();
  return (
    <Link
      to="."
      search={(previous) => ({ ...previous, at, side: "record" as const })}
      // The address may hold the place already; it is gone to all the same.
      onClick={() => goTo(at)}
    >
      {props.children}
    </Link>
  );
}
