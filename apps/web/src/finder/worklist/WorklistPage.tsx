import { Button, NativeSelect, TextInput } from "@mantine/core";
import { localText, say } from "@materbone/clinical";
import { WORKLIST_WORDS } from "@materbone/finder";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { type ReactNode, useDeferredValue, useState } from "react";
import { reviewQuery } from "../../api/finder-queries.ts";
import { given } from "../../app/search-value.ts";
import { useSay, useTerms } from "../../language/language.tsx";
import { bracketed } from "../../language/punctuation.ts";
import { FinderFrame } from "../FinderFrame.tsx";
import { finderWords } from "../finder-words.ts";
import { type RunData, RunGate } from "../run/RunGate.tsx";
import { useReviewerName } from "../run/reviewer-name.ts";
import { RunHead } from "./RunHead.tsx";
import { fitting, PAGE_ROWS, pageStart } from "./shown-candidates.ts";
import warningClasses from "./Warning.module.css";
import { WorklistDownloads } from "./WorklistDownloads.tsx";
import classes from "./WorklistPage.module.css";
import { WorklistTable } from "./WorklistTable.tsx";
import type { WorklistSearch } from "./worklist-search.ts";
import { sayShown, worklistWords as words } from "./worklist-words.ts";

const route = getRouteApi("/find/runs/$run");

/** Women put up for review by one run, and where they come from. */
export function WorklistPage(): ReactNode {
  const sayText = useSay();
  const { run } = route.useParams();
  return (
    <FinderFrame run={run} title={sayText(finderWords.worklist)}>
      <RunGate run={run}>{(data) => <Worklist data={data} />}</RunGate>
    </FinderFrame>
  );
}

type Change = { readonly [K in keyof WorklistSearch]?: WorklistSearch[K] | undefined };

function Worklist({ data }: { readonly data: RunData }): ReactNode {
  const { worklist, definition, run } = data;
  const terms = useTerms();
  const { tier, woman, offset } = route.useSearch();
  const navigate = route.useNavigate();
  const [typed, setTyped] = useState("");
  const wanted = useDeferredValue(typed);
  const reviewer = useReviewerName();
  const review = useQuery({ ...reviewQuery(run, reviewer ?? ""), enabled: reviewer !== undefined });
  const change = (next: Change): void => {
    void navigate({ search: (previous) => given({ ...previous, ...next }), replace: true, resetScroll: false });
  };
  const fits = fitting(worklist.candidates, tier, wanted);
  const start = pageStart(fits, offset, woman);
  const page = fits.slice(start, start + PAGE_ROWS);
  const facts = { from: start + 1, to: start + page.length, of: fits.length };
  const countOf = (id: string): number => worklist.candidates.filter((candidate) => candidate.tier === id).length;
  if (worklist.candidates.length === 0) {
    return (
      <div className={classes.page}>
        <p className="mb-card">{terms.text(words.none)}</p>
        <RunHead worklist={worklist} />
      </div>
    );
  }
  return (
    <div className={classes.page}>
      <RunHead worklist={worklist} />
      <search className={`${classes.filters} mb-noprint`} aria-label={terms.text(words.filters)}>
        <NativeSelect
          label={terms.text(words.tier)}
          value={tier ?? ""}
          data={[
            { value: "", label: bracketed(terms.text(words.allTiers), worklist.candidates.length, terms.lang) },
            ...definition.tiers.map(({ id, name }) => ({
              value: id,
              label: bracketed(localText(name, terms.lang), countOf(id), terms.lang),
            })),
          ]}
          onChange={(event) =>
            change({ tier: event.currentTarget.value || undefined, offset: undefined, woman: undefined })
          }
        />
        <TextInput
          label={terms.text(words.search)}
          value={typed}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            change({ offset: undefined });
          }}
        />
        <p role="status" className="mb-muted">
          {fits.length === 0 ? terms.text(words.noMatch) : say(sayShown, facts, terms)}
        </p>
        {(tier !== undefined || typed !== "") && (
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => {
              setTyped("");
              change({ tier: undefined, offset: undefined });
            }}
          >
            {terms.text(words.clear)}
          </Button>
        )}
        <Link to="/find/runs/$run/review" params={{ run }} className={classes.toReview}>
          {terms.text(words.toReview)}
        </Link>
      </search>
      <p className={warningClasses.warn}>{terms.text(WORKLIST_WORDS.inside)}</p>
      {page.length > 0 && (
        <WorklistTable
          data={data}
          candidates={page}
          opened={woman}
          statuses={reviewer === undefined ? undefined : review.data?.statuses}
          onOpen={(rank) => change({ woman: rank })}
        />
      )}
      {fits.length > PAGE_ROWS && (
        <nav className={classes.pages} aria-label={terms.text(words.pages)}>
          <Button
            variant="light"
            disabled={start === 0}
            onClick={() => change({ offset: start - PAGE_ROWS || undefined, woman: undefined })}
          >
            {terms.text(words.previous)}
          </Button>
          <span>{say(sayShown, facts, terms)}</span>
          <Button
            variant="light"
            disabled={start + PAGE_ROWS >= fits.length}
            onClick={() => change({ offset: start + PAGE_ROWS, woman: undefined })}
          >
            {terms.text(words.next)}
          </Button>
        </nav>
      )}
      <WorklistDownloads run={run} />
    </div>
  );
}
