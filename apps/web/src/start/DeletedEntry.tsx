import { Button, Group, TextInput } from "@mantine/core";
import { say } from "@materbone/clinical";
import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { request } from "../api/request.ts";
import { useSay, useTerms } from "../language/language.tsx";
import { momentText } from "../parts/moment-text.ts";
import { ProblemCard } from "../parts/ProblemCard.tsx";
import classes from "./DeletedEntry.module.css";
import { sayDeleted, sayTypeId, deletedWords as words } from "./deleted-words.ts";

/** A deleted series or woman: it can be brought back, or erased for good once its id was typed and a reason given. */
export function DeletedEntry(props: {
  /** Address of the document below `/api`. */
  readonly path: string;
  readonly id: string;
  readonly name: string;
  /** Claims and reviews of a series can name her. */
  readonly isWoman?: boolean;
  readonly deleted: { readonly at: string; readonly by: string; readonly why: string };
  readonly onChanged: () => void;
}): ReactNode {
  const { path, id, deleted, onChanged } = props;
  const terms = useTerms();
  const sayText = useSay();
  const [isPurging, setIsPurging] = useState(false);
  const restore = useMutation({
    mutationFn: () => request(`${path}/restore`, { method: "POST", body: {} }),
    onSuccess: onChanged,
  });
  return (
    <li className={classes.entry}>
      <p>
        <strong>{props.name}</strong> {props.name !== id && <code>{id}</code>}{" "}
        <span className="mb-muted">
          {say(sayDeleted, { ...deleted, when: momentText(deleted.at, terms.lang) }, terms)}
        </span>
      </p>
      <Group gap="xs">
        <Button size="compact-sm" variant="light" loading={restore.isPending} onClick={() => restore.mutate()}>
          {sayText(words.restore)}
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          color="red"
          aria-expanded={isPurging}
          onClick={() => setIsPurging(!isPurging)}
        >
          {sayText(words.purge)}
        </Button>
      </Group>
      {restore.error !== null && <ProblemCard problem={restore.error} />}
      {isPurging && (
        <PurgeForm
          path={path}
          id={id}
          isWoman={props.isWoman === true}
          onPurged={onChanged}
          onCancel={() => setIsPurging(false)}
        />
      )}
    </li>
  );
}

function PurgeForm(props: {
  readonly path: string;
  readonly id: string;
  readonly isWoman: boolean;
  readonly onPurged: () => void;
  readonly onCancel: () => void;
}): ReactNode {
  const { path, id } = props;
  const terms = useTerms();
  const sayText = useSay();
  const [typed, setTyped] = useState("");
  const [why, setWhy] = useState("");
  const purge = useMutation({
    mutationFn: () => request(`${path}/purge`, { method: "POST", body: { why: why.trim(), confirm: typed } }),
    onSuccess: props.onPurged,
  });
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        purge.mutate();
      }}
    >
      <p>
        {sayText(words.purgeLead)}
        {props.isWoman && ` ${sayText(words.purgeNaming)}`}
      </p>
      <TextInput
        label={sayText(words.why)}
        description={sayText(words.whyHint)}
        value={why}
        maxLength={500}
        required
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
      <TextInput
        label={say(sayTypeId, { id }, terms)}
        value={typed}
        autoComplete="off"
        spellCheck={false}
        required
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Group gap="xs">
        <Button
          type="submit"
          color="red"
          size="compact-md"
          loading={purge.isPending}
          disabled={typed !== id || why.trim() === ""}
        >
          {sayText(words.purgeNow)}
        </Button>
        <Button type="button" size="compact-md" variant="subtle" onClick={props.onCancel}>
          {sayText(words.cancel)}
        </Button>
      </Group>
      {purge.error !== null && <ProblemCard problem={purge.error} />}
    </form>
  );
}
