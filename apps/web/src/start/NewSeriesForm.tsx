import { Button, Group, TextInput } from "@mantine/core";
import type { CaseRecord } from "@materbone/clinical";
import type { Saved } from "@materbone/registry";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { keys, seriesListQuery } from "../api/queries.ts";
import { request } from "../api/request.ts";
import { useSay, useTerms } from "../language/language.tsx";
import { bracketed } from "../language/punctuation.ts";
import { ProblemCard } from "../parts/ProblemCard.tsx";
import type { SeriesFields } from "./new-series.ts";
import classes from "./Start.module.css";
import { isSeriesId, proposedId } from "./series-id.ts";
import { startWords as words } from "./start-words.ts";

const EMPTY = { en: "", zh: "", centre: "", fromYear: "", toYear: "" };
const YEAR = /^\d{4}$/;

/** What a series needs to begin; its id follows the title until someone types another. */
export function NewSeriesForm(props: {
  /** Women that it starts with. */
  readonly cases?: readonly CaseRecord[];
  readonly onCancel: (() => void) | undefined;
  /** Takes the id of the series that was made; default: its page is opened. */
  readonly onMade?: (id: string) => void;
  /** The form was asked for: the hand goes on in its first field. */
  readonly isFocused?: boolean;
}): ReactNode {
  const say = useSay();
  const { lang } = useTerms();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const kept = useQuery(seriesListQuery());
  const deleted = useQuery(seriesListQuery(true));
  const taken = new Set([...(kept.data ?? []), ...(deleted.data ?? [])].map(({ id }) => id));
  const [fields, setFields] = useState<Omit<SeriesFields, "id">>(EMPTY);
  const [typedId, setTypedId] = useState<string>();
  const [isTried, setIsTried] = useState(false);
  const { fromYear, toYear } = fields;
  const years = YEAR.test(fromYear) && YEAR.test(toYear) ? ([Number(fromYear), Number(toYear)] as const) : undefined;
  const hasTitle = fields.en.trim() !== "" || fields.zh.trim() !== "";
  const id = typedId ?? (hasTitle ? proposedId({ en: fields.en, zh: fields.zh, years }, taken) : "");
  const idProblem = !isSeriesId(id) ? words.idBad : taken.has(id) ? words.idTaken : undefined;
  const [problems, setProblems] = useState<readonly string[]>([]);
  const save = useMutation({
    mutationFn: async () => {
      // What knows the format is loaded when it is needed.
      const { checkedSeries } = await import("./checked-series.ts");
      const made = checkedSeries({ ...fields, id }, props.cases ?? [], lang);
      setProblems(made.kind === "made" ? [] : made.sentences);
      if (made.kind === "refused") return;
      const saved = await request<Saved & { readonly id: string }>("/series", { method: "POST", body: made.series });
      await queryClient.invalidateQueries({ queryKey: keys.allSeries });
      if (props.onMade === undefined) await navigate({ to: "/series/$series", params: { series: saved.id } });
      else props.onMade(saved.id);
    },
  });
  const field = (
    name: keyof typeof EMPTY,
    label: string,
    more: { readonly description?: string; readonly autoFocus?: boolean } = {},
  ): ReactNode => (
    <TextInput
      label={label}
      {...more}
      value={fields[name]}
      onChange={(event) => {
        const { value } = event.currentTarget;
        setFields((known) => ({ ...known, [name]: value }));
      }}
      maxLength={300}
      inputMode={name.endsWith("Year") ? "numeric" : "text"}
    />
  );
  const titles = lang === "zh" ? (["zh", "en"] as const) : (["en", "zh"] as const);
  const optional = (name: string): string => bracketed(name, say(words.optional), lang);
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setIsTried(true);
        if (hasTitle && idProblem === undefined) save.mutate();
      }}
    >
      {titles.map((name, position) => (
        <div key={name}>
          {field(
            name,
            say(name === "en" ? words.titleEn : words.titleZh),
            position === 0 ? { description: say(words.titleHint), autoFocus: props.isFocused === true } : {},
          )}
        </div>
      ))}
      {isTried && !hasTitle && (
        <p role="alert" className={classes.wrong}>
          {say(words.titleNeeded)}
        </p>
      )}
      <TextInput
        label={say(words.id)}
        description={say(words.idHint)}
        value={id}
        maxLength={64}
        spellCheck={false}
        autoComplete="off"
        error={(isTried || id !== "") && idProblem !== undefined ? say(idProblem) : undefined}
        onChange={(event) => setTypedId(event.currentTarget.value)}
      />
      {field("centre", optional(say(words.centre)))}
      <Group grow>
        {field("fromYear", optional(say(words.fromYear)))}
        {field("toYear", optional(say(words.toYear)))}
      </Group>
      {problems.length > 0 && (
        <ul role="alert" className={classes.wrong}>
          {problems.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {save.error !== null && <ProblemCard problem={save.error} of="series" />}
      <Group gap="xs">
        <Button type="submit" loading={save.isPending}>
          {say(words.create)}
        </Button>
        {props.onCancel !== undefined && (
          <Button type="button" variant="subtle" onClick={props.onCancel}>
            {say(words.cancel)}
          </Button>
        )}
      </Group>
    </form>
  );
}
