import { Button } from "@mantine/core";
import type { Problem } from "@materbone/clinical";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import { settingsQuery } from "../../api/queries.ts";
import fields from "../../fields/Fields.module.css";
import { isoDay } from "../../follow-up/today.ts";
import { useTerms } from "../../language/language.tsx";
import { appraisalWords as words } from "./appraisal-words.ts";

/** Asks who judges, and when, before the judging begins. */
export function JudgeForm(props: {
  readonly action: string;
  /** What is judged; said with the button to those who do not see where it stands. */
  readonly subject: string;
  /** @returns what stands in the way */
  readonly onBegin: (by: string, on: string) => readonly Problem[];
}): ReactNode {
  const { text } = useTerms();
  const settings = useQuery(settingsQuery);
  const [typed, setTyped] = useState<string>();
  const [on, setOn] = useState(() => isoDay(new Date()));
  const [isRefused, setIsRefused] = useState(false);
  const by = typed ?? settings.data?.author ?? "";
  const begin = (event: FormEvent): void => {
    event.preventDefault();
    setIsRefused(by.trim() === "" || props.onBegin(by.trim(), on.trim()).length > 0);
  };
  return (
    <form className={`${fields.add} mb-noprint`} onSubmit={begin}>
      <label>
        {text(words.by)}
        <input
          className={fields.input}
          autoComplete="off"
          value={by}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </label>
      <label>
        {text(words.on)}
        <input
          className={fields.input}
          autoComplete="off"
          value={on}
          onChange={(event) => setOn(event.currentTarget.value)}
        />
      </label>
      <Button type="submit" size="compact-md" variant="light" aria-label={`${props.action}, ${props.subject}`}>
        {props.action}
      </Button>
      {isRefused && (
        <p role="alert" className={fields.problem}>
          {text(words.needed)}
        </p>
      )}
    </form>
  );
}
