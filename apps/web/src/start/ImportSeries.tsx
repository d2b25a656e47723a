import { Button, TextInput } from "@mantine/core";
import { localText, type Series, say } from "@materbone/clinical";
import type { Saved } from "@materbone/registry";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { keys, seriesListQuery } from "../api/queries.ts";
import { request } from "../api/request.ts";
import { useSay, useTerms } from "../language/language.tsx";
import { ProblemCard } from "../parts/ProblemCard.tsx";
import { sayWomenOf, importWords as words } from "./import-words.ts";
import classes from "./Start.module.css";
import { isSeriesId, proposedId } from "./series-id.ts";
import { startWords } from "./start-words.ts";

/** A series ready to be imported: saved whole or not at all. */
export function ImportSeries(props: { readonly file: string; readonly series: Series }): ReactNode {
  const { series } = props;
  const terms = useTerms();
  const sayText = useSay();
  const queryClient = useQueryClient();
  const kept = useQuery(seriesListQuery());
  const deleted = useQuery(seriesListQuery(true));
  const taken = new Set([...(kept.data ?? []), ...(deleted.data ?? [])].map(({ id }) => id));
  const [typed, setTyped] = useState<string>();
  const title = { en: localText(series.title, "en"), zh: localText(series.title, "zh") };
  const id = typed ?? series.id;
  const save = useMutation({
    mutationFn: () => request<Saved & { readonly id: string }>("/series", { method: "POST", body: { ...series, id } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keys.allSeries }),
  });
  const isTaken = taken.has(id) && save.data === undefined;
  const problem = !isSeriesId(id) ? startWords.idBad : isTaken ? words.taken : undefined;
  return (
    <div className={classes.found}>
      <p>
        <strong>{localText(series.title, terms.lang)}</strong>{" "}
        <span className="mb-muted">
          {say(sayWomenOf, { women: series.cases.length }, terms)} · <code>{props.file}</code>
        </span>
      </p>
      {save.data === undefined ? (
        <>
          <TextInput
            label={sayText(words.id)}
            value={id}
            maxLength={64}
            spellCheck={false}
            error={problem === undefined ? undefined : sayText(problem)}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          {isTaken && (
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => setTyped(proposedId({ ...title, en: id, years: undefined }, taken))}
            >
              {proposedId({ ...title, en: id, years: undefined }, taken)}
            </Button>
          )}
          <Button disabled={problem !== undefined} loading={save.isPending} onClick={() => save.mutate()}>
            {sayText(words.importAll)}
          </Button>
        </>
      ) : (
        <p role="status">
          {sayText(words.done)} ·{" "}
          <Link to="/series/$series" params={{ series: save.data.id }}>
            {sayText(words.open)}
          </Link>
        </p>
      )}
      {save.error !== null && <ProblemCard problem={save.error} of="series" />}
    </div>
  );
}
