import { Button, NativeSelect, TextInput } from "@mantine/core";
import { localText, say } from "@materbone/clinical";
import type { LeftOut } from "@materbone/finder";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { elsewhereQuery, finderKeys, runPath, writtenQuery } from "../../api/finder-queries.ts";
import { casesQuery, keys, seriesListQuery } from "../../api/queries.ts";
import { ApiProblem, request } from "../../api/request.ts";
import { nextCaseId } from "../../board/next-case-id.ts";
import { useTerms } from "../../language/language.tsx";
import { focusSoon } from "../../parts/focus-soon.ts";
import { ProblemCard } from "../../parts/ProblemCard.tsx";
import { NewSeriesForm } from "../../start/NewSeriesForm.tsx";
import classes from "./Review.module.css";
import { sayExported, reviewWords as words } from "./review-words.ts";
import { WriteAgainDialog } from "./WriteAgainDialog.tsx";

type Exported = { readonly id: string; readonly leftOut: LeftOut };

/** The button loses the focus while it waits for the answer. */
const WRITE_ID = "write-case";

/** Writes a confirmed woman into a series under a new id, and leads on to her page. */
export function ExportCase({ run, rank }: { readonly run: string; readonly rank: number }): ReactNode {
  const terms = useTerms();
  const client = useQueryClient();
  const list = useQuery(seriesListQuery());
  // A record of the finder has its origin in the registry; published and invented women stay apart.
  const own = (list.data ?? []).filter(({ origin }) => origin === undefined || origin === "registry");
  const [chosen, setChosen] = useState<string>();
  const [typed, setTyped] = useState<string>();
  const written = useQuery(writtenQuery(run));
  const elsewhere = useQuery(elsewhereQuery(run, rank));
  const before = [
    ...(written.data ?? []).filter(({ candidate }) => candidate === rank),
    ...(elsewhere.data?.runs ?? []).flatMap(({ told }) => told?.written ?? []),
  ];
  const [isAsked, setIsAsked] = useState(false);
  const [isTried, setIsTried] = useState(false);
  const series = chosen ?? own[0]?.id;
  const known = useQuery({
    ...casesQuery(series ?? "", { order: "id", isDescending: true, limit: 500 }),
    enabled: series !== undefined,
  });
  const id = typed ?? (known.data === undefined ? "" : nextCaseId(known.data.cases.map((woman) => woman.id)));
  const save = useMutation({
    mutationFn: async ({ into, isAgain }: { readonly into: string; readonly isAgain: boolean }) => {
      const body = { candidate: rank, series: into, id: id.trim(), ...(isAgain ? { again: true } : {}) };
      const saved = await request<Exported>(`${runPath(run)}/cases`, { method: "POST", body });
      return { ...saved, series: into };
    },
    onSettled: async (_saved, error, { into }) => {
      await client.invalidateQueries({ queryKey: [...finderKeys.run(run), "written"] });
      await client.invalidateQueries({ queryKey: [...finderKeys.run(run), "elsewhere"] });
      await client.invalidateQueries({ queryKey: keys.series(into) });
      await client.invalidateQueries({ queryKey: keys.allSeries });
      // Somebody else wrote her meanwhile: the list above says so by now.
      if (isWrittenBefore(error)) setIsAsked(true);
      else focusSoon(WRITE_ID);
    },
  });
  return (
    <section className="mb-card" aria-labelledby="export-title">
      <h2 id="export-title">{terms.text(words.export)}</h2>
      <p className="mb-muted">{terms.text(words.exportText)}</p>
      {before.length > 0 && (
        <>
          <p>{terms.text(words.writtenBefore)}</p>
          <ul className={classes.sentences}>
            {before.map(({ series, id }) => (
              <li key={`${series}/${id}`}>
                <Link to="/series/$series/case/$case" params={{ series, case: id }}>{`${series} / ${id}`}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
      {list.error !== null && <ProblemCard problem={list.error} onRetry={() => void list.refetch()} />}
      {list.data !== undefined && own.length === 0 && (
        <>
          <p>{terms.text(words.noSeries)}</p>
          <NewSeriesForm onCancel={undefined} onMade={setChosen} />
        </>
      )}
      {series !== undefined && (
        <form
          className={classes.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            setIsTried(true);
            if (id.trim() === "") return;
            if (before.length > 0) setIsAsked(true);
            else save.mutate({ into: series, isAgain: false });
          }}
        >
          <NativeSelect
            label={terms.text(words.series)}
            value={series}
            data={own.map((one) => ({ value: one.id, label: localText(one.title, terms.lang) }))}
            onChange={(event) => {
              setChosen(event.currentTarget.value);
              setTyped(undefined);
            }}
          />
          <TextInput
            label={terms.text(words.newId)}
            description={terms.text(words.newIdHint)}
            value={id}
            maxLength={64}
            autoComplete="off"
            spellCheck={false}
            required
            error={isTried && id.trim() === "" ? terms.text(words.newIdNeeded) : undefined}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          {save.error !== null && !isWrittenBefore(save.error) && <ProblemCard problem={save.error} />}
          <Button id={WRITE_ID} type="submit" variant="light" loading={save.isPending}>
            {terms.text(words.makeCase)}
          </Button>
        </form>
      )}
      {isAsked && series !== undefined && (
        <WriteAgainDialog
          before={before}
          said={save.error instanceof ApiProblem ? save.error.details.detail : undefined}
          onWrite={() => {
            setIsAsked(false);
            save.mutate({ into: series, isAgain: true });
          }}
          onClose={() => {
            setIsAsked(false);
            focusSoon(WRITE_ID);
          }}
        />
      )}
      <div role="status">
        {save.data !== undefined && (
          <p>
            {say(sayExported, save.data, terms)}{" "}
            <Link to="/series/$series/case/$case" params={{ series: save.data.series, case: save.data.id }}>
              {terms.text(words.openCase)}
            </Link>
          </p>
        )}
      </div>
    </section>
  );
}

function isWrittenBefore(error: Error | null): boolean {
  return error instanceof ApiProblem && error.kind === "written-before";
}
