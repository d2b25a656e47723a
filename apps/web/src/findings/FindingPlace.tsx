import type { Finding } from "@materbone/clinical";
import { Link, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { caseSearch } from "../case/case-search.ts";
import { seriesPlace } from "./place-of-finding.ts";

/** A link to the place in the record that a finding asks about. */
export function FindingPlace(props: {
  readonly series: string;
  readonly finding: Pick<Finding, "case" | "at">;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}): ReactNode {
  const { series, finding, className, children } = props;
  // On the page of the woman the panel and its switches stay as they are.
  const here = caseSearch(useSearch({ strict: false }));
  // The keyboard of a list goes from one such link to the next.
  const shared = { className, "data-finding-link": "" };
  if (finding.case !== null) {
    return (
      <Link
        to="/series/$series/case/$case"
        params={{ series, case: finding.case }}
        search={{ ...here, at: finding.at, side: "record" }}
        {...shared}
      >
        {children}
      </Link>
    );
  }
  const place = seriesPlace(finding.at);
  if (place === "board") {
    return (
      <Link to="/series/$series" params={{ series }} hash="claims" {...shared}>
        {children}
      </Link>
    );
  }
  return (
    <Link
      to={place === "tables" ? "/series/$series/tables" : "/series/$series/settings"}
      params={{ series }}
      {...shared}
    >
      {children}
    </Link>
  );
}
