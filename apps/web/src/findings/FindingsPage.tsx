import { say } from "@materbone/clinical";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { headQuery, WHOLE_SERIES } from "../api/queries.ts";
import { useSay, useTerms } from "../language/language.tsx";
import { WholeSeries } from "../parts/WholeSeries.tsx";
import classes from "./FindingsInbox.module.css";
import { FindingsInbox } from "./FindingsInbox.tsx";
import { sayTooMany, findingsWords as words } from "./findings-words.ts";

const route = getRouteApi("/series/$series/findings");

/** Every question that the rules raise about a series, and what readers said to each. */
export function FindingsPage(): ReactNode {
  const sayText = useSay();
  const terms = useTerms();
  const { series } = route.useParams();
  const women = useQuery(headQuery(series)).data?.cases ?? 0;
  return (
    <>
      <h1 className={classes.title}>{sayText(words.title)}</h1>
      <p className={`mb-muted ${classes.lead}`}>{sayText(words.lead)}</p>
      <WholeSeries series={series} tooMany={say(sayTooMany, { women, limit: WHOLE_SERIES, series }, terms)}>
        {(view) => <FindingsInbox key={series} series={series} view={view} />}
      </WholeSeries>
    </>
  );
}
