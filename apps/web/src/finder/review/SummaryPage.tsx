import { getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useSay } from "../../language/language.tsx";
import { FinderFrame } from "../FinderFrame.tsx";
import { finderWords as words } from "../finder-words.ts";

const route = getRouteApi("/find/runs/$run/summary");

export function SummaryPage(): ReactNode {
  const say = useSay();
  const { run } = route.useParams();
  return (
    <FinderFrame run={run} title={say(words.summary)}>
      {null}
    </FinderFrame>
  );
}
