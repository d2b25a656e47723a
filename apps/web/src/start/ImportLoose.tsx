import { Button, NativeSelect, Radio, Stack } from "@mantine/core";
import { localText, say } from "@materbone/clinical";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { keys, seriesListQuery } from "../api/queries.ts";
import { useSay, useTerms } from "../language/language.tsx";
import { bracketed } from "../language/punctuation.ts";
import { ProblemCard } from "../parts/ProblemCard.tsx";
import { ImportProblems } from "./ImportProblems.tsx";
import { addCases, checkCases } from "./import-cases.ts";
import type { LooseCase } from "./import-plan.ts";
import { sayExists, sayProgress, sayWomenOf, importWords as words } from "./import-words.ts";
import { NewSeriesForm } from "./NewSeriesForm.tsx";
import classes from "./Start.module.css";

/** Women without a series: they go into a new one or into one that is chosen. */
export function ImportLoose(props: {
  readonly loose: readonly LooseCase[];
  readonly into: string | undefined;
}): ReactNode {
  const { loose } = props;
  const terms = useTerms();
  const sayText = useSay();
  const list = useQuery(seriesListQuery());
  const series = list.data ?? [];
  const [way, setWay] = useState<"new" | "old">(props.into === undefined ? "new" : "old");
  const [chosen, setChosen] = useState<string | undefined>(props.into);
  const target = series.find(({ id }) => id === chosen)?.id ?? series[0]?.id;
  return (
    <Stack gap="sm" className={classes.found}>
      <p>
        <strong>{say(sayWomenOf, { women: loose.length }, terms)}</strong> {sayText(words.looseLead)}
      </p>
      <Radio.Group
        value={way}
        onChange={(value) => setWay(value === "old" ? "old" : "new")}
        aria-label={sayText(words.looseLead)}
      >
        <Stack gap={6}>
          <Radio value="new" label={sayText(words.intoNew)} />
          <Radio value="old" label={sayText(words.intoOld)} disabled={series.length === 0} />
        </Stack>
      </Radio.Group>
      {way === "new" || target === undefined ? (
        <NewSeriesForm cases={loose.map(({ record }) => record)} onCancel={undefined} />
      ) : (
        <>
          <NativeSelect
            label={sayText(words.chooseSeries)}
            value={target}
            data={series.map(({ id, title }) => ({
              value: id,
              label: bracketed(localText(title, terms.lang), id, terms.lang),
            }))}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
          <AddTo key={target} series={target} loose={loose} />
        </>
      )}
    </Stack>
  );
}

/** Checks all women against the series first; only when none would be refused is the first one saved. */
function AddTo(props: { readonly series: string; readonly loose: readonly LooseCase[] }): ReactNode {
  const { series, loose } = props;
  const terms = useTerms();
  const sayText = useSay();
  const queryClient = useQueryClient();
  const [saved, setSaved] = useState<ReadonlySet<string>>(new Set());
  const rest = loose.filter(({ record }) => !saved.has(record.id));
  const add = useMutation({
    mutationFn: async () => {
      const check = await checkCases(series, rest);
      if (check.taken.length > 0 || check.problems.length > 0) return check;
      await addCases(
        series,
        rest.map(({ record }) => record),
        (id) => setSaved((known) => new Set([...known, id])),
      );
      return check;
    },
    onSettled: () => {
      void queryClient.invalidateQueries({ queryKey: keys.series(series) });
      void queryClient.invalidateQueries({ queryKey: keys.allSeries });
    },
  });
  if (rest.length === 0) {
    return (
      <p role="status">
        {sayText(words.done)} ·{" "}
        <Link to="/series/$series" params={{ series }}>
          {sayText(words.open)}
        </Link>
      </p>
    );
  }
  return (
    <>
      {add.data !== undefined && add.data.taken.length > 0 && (
        <p role="alert" className={classes.wrong}>
          {say(sayExists, { ids: add.data.taken }, terms)}
        </p>
      )}
      {add.data !== undefined && add.data.problems.length > 0 && <ImportProblems problems={add.data.problems} />}
      {saved.size > 0 && <p role="status">{say(sayProgress, { done: saved.size, total: loose.length }, terms)}</p>}
      {add.error !== null && <ProblemCard problem={add.error} />}
      <Button loading={add.isPending} onClick={() => add.mutate()}>
        {sayText(saved.size > 0 ? words.resume : words.importAll)}
      </Button>
    </>
  );
}
