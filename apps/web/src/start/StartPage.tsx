import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { keys } from "../api/queries.ts";
import { request } from "../api/request.ts";
import { useSay, useTerms } from "../language/language.tsx";
import { ProblemCard } from "../parts/ProblemCard.tsx";
import { ImportCard } from "./ImportCard.tsx";
import { NewSeriesForm } from "./NewSeriesForm.tsx";
import { DeletedSeries, RecentSeries, UnsavedWork } from "./SeriesLists.tsx";
import classes from "./Start.module.css";
import { startWords as words } from "./start-words.ts";

const route = getRouteApi("/");

/** Where everything begins: what the workbench is and is not, the ways in, and what is there already. */
export function StartPage(): ReactNode {
  const say = useSay();
  const { lang } = useTerms();
  const { open, into } = route.useSearch();
  const navigate = route.useNavigate();
  const show = (part: "new" | undefined): void => {
    void navigate({ search: part === undefined ? {} : { open: part }, replace: true, resetScroll: false });
  };
  return (
    <div className={classes.start}>
      <header className={classes.intro}>
        <h1>{say(words.title)}</h1>
        <p className={classes.subtitle}>{say(words.subtitle)}</p>
        <p>{[words.is, words.stays, words.isNot].map(say).join(lang === "zh" ? "" : " ")}</p>
      </header>
      <section className={classes.ways} aria-labelledby="begin-title">
        <h2 id="begin-title">{say(words.begin)}</h2>
        <Examples />
        <div className="mb-card">
          <h3>{say(words.newSeries)}</h3>
          <p className="mb-muted">{say(words.newText)}</p>
          {open === "new" ? (
            <NewSeriesForm isFocused onCancel={() => show(undefined)} />
          ) : (
            <Button variant="light" onClick={() => show("new")}>
              {say(words.newSeries)}
            </Button>
          )}
        </div>
        <ImportCard into={into} isFocused={open === "import"} />
      </section>
      <div className={classes.there}>
        <UnsavedWork />
        <section className="mb-card" aria-labelledby="recent-title">
          <h2 id="recent-title">{say(words.recent)}</h2>
          <RecentSeries />
          <DeletedSeries />
        </section>
      </div>
    </div>
  );
}

/** The published series, one click away, and the invented women. */
function Examples(): ReactNode {
  const say = useSay();
  const navigate = route.useNavigate();
  const queryClient = useQueryClient();
  const openExample = useMutation({
    mutationFn: (name: string) => request<{ readonly id: string }>(`/examples/${name}`, { method: "POST", body: {} }),
    onSuccess: async ({ id }) => {
      await queryClient.invalidateQueries({ queryKey: keys.allSeries });
      await navigate({ to: "/series/$series", params: { series: id } });
    },
  });
  const isOpening = (name: string): boolean => openExample.isPending && openExample.variables === name;
  return (
    <div className={`mb-card ${classes.example}`}>
      <h3>{say(words.exampleTitle)}</h3>
      <p className="mb-muted">{say(words.exampleText)}</p>
      <Button loading={isOpening("qingdao-2016-2019")} onClick={() => openExample.mutate("qingdao-2016-2019")}>
        {say(words.example)}
      </Button>
      <p className={`mb-muted ${classes.second}`}>{say(words.variedText)}</p>
      <Button variant="light" loading={isOpening("varied-women")} onClick={() => openExample.mutate("varied-women")}>
        {say(words.varied)}
      </Button>
      {openExample.error !== null && <ProblemCard problem={openExample.error} />}
    </div>
  );
}
