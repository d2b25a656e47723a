import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useSay, useTerms } from "../../language/language.tsx";
import { bracketed } from "../../language/punctuation.ts";
import classes from "./Find.module.css";
import { findWords as words } from "./find-words.ts";
import { RemoveDialog } from "./RemoveDialog.tsx";

/** One thing that lies on this computer. */
export type Kept = {
  readonly key: string;
  readonly name: string;
  readonly about: string;
  /** Address that is deleted. */
  readonly path: string;
  /** Place that can be searched again; `unfinished` where a conversion has to go on first. */
  readonly use?: { readonly place: string; readonly isUnfinished: boolean } | undefined;
};

/** Things of one kind, each with what it takes and how to delete it. */
export function KeptGroup(props: {
  readonly title: string;
  readonly note?: string;
  readonly ask: string;
  readonly text: string;
  readonly items: readonly Kept[];
  readonly changed: readonly string[];
  readonly onUse: (place: string) => void;
}): ReactNode {
  const say = useSay();
  const { lang } = useTerms();
  const client = useQueryClient();
  const [removed, setRemoved] = useState<Kept>();
  return (
    <>
      <h3>{props.title}</h3>
      {props.note !== undefined && <p className="mb-muted">{props.note}</p>}
      {props.items.length === 0 && <p className="mb-muted">{say(words.nothingKept)}</p>}
      <ul className={classes.list}>
        {props.items.map((item) => (
          <li key={item.key}>
            <p className={classes.place}>{item.name}</p>
            <p className="mb-muted">{item.about}</p>
            <p className={classes.acts}>
              {item.use !== undefined && <UseButton name={item.name} use={item.use} onUse={props.onUse} />}
              <Button
                variant="subtle"
                color="red"
                size="compact-sm"
                aria-label={bracketed(say(words.remove), item.name, lang)}
                onClick={() => setRemoved(item)}
              >
                {say(words.remove)}
              </Button>
            </p>
          </li>
        ))}
      </ul>
      {removed !== undefined && (
        <RemoveDialog
          title={props.ask}
          text={bracketed(props.text, removed.name, lang)}
          path={removed.path}
          backTo="kept-title"
          onRemoved={async () => {
            await client.invalidateQueries({ queryKey: props.changed });
            await client.invalidateQueries({ queryKey: ["finder", "detection"] });
          }}
          onClose={() => setRemoved(undefined)}
        />
      )}
    </>
  );
}

function UseButton(props: {
  readonly name: string;
  readonly use: NonNullable<Kept["use"]>;
  readonly onUse: (place: string) => void;
}): ReactNode {
  const say = useSay();
  const { lang } = useTerms();
  const { place, isUnfinished } = props.use;
  const word = say(isUnfinished ? words.goToSearch : words.use);
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      aria-label={bracketed(word, props.name, lang)}
      onClick={() => props.onUse(place)}
    >
      {word}
    </Button>
  );
}
