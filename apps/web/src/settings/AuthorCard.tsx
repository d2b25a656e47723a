import { Button, TextInput } from "@mantine/core";
import type { Settings } from "@materbone/registry";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import { settingsQuery } from "../api/queries.ts";
import { ApiProblem, request } from "../api/request.ts";
import { useSay } from "../language/language.tsx";
import { Loading } from "../parts/Loading.tsx";
import { ProblemCard } from "../parts/ProblemCard.tsx";
import classes from "./Settings.module.css";
import { settingsWords as words } from "./settings-words.ts";

/** Who works here: the name that stands in every revision. */
export function AuthorCard(): ReactNode {
  const say = useSay();
  const client = useQueryClient();
  const settings = useQuery(settingsQuery);
  const [typed, setTyped] = useState<string>();
  const [said, setSaid] = useState("");
  const [problem, setProblem] = useState<ApiProblem>();
  const author = typed ?? settings.data?.author ?? "";
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    try {
      const saved = await request<Settings>("/settings", {
        method: "PUT",
        body: { ...settings.data, author: author.trim() },
      });
      client.setQueryData(settingsQuery.queryKey, saved);
      setTyped(undefined);
      setProblem(undefined);
      setSaid(say(words.saved));
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error);
    }
  };
  return (
    <section className={`mb-card ${classes.card}`}>
      <h2>{say(words.author)}</h2>
      <p className="mb-muted">{say(words.authorText)}</p>
      {settings.error !== null && <ProblemCard problem={settings.error} onRetry={() => void settings.refetch()} />}
      {settings.data === undefined && settings.error === null && <Loading />}
      {settings.data !== undefined && (
        <form className={classes.row} onSubmit={(event) => void save(event)}>
          <TextInput
            label={say(words.authorName)}
            autoComplete="off"
            maxLength={120}
            value={author}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              setSaid("");
            }}
          />
          <Button type="submit" disabled={author.trim() === settings.data.author}>
            {say(words.save)}
          </Button>
          <span role="status" aria-live="polite">
            {said}
          </span>
        </form>
      )}
      {problem !== undefined && <ProblemCard problem={problem} />}
    </section>
  );
}
