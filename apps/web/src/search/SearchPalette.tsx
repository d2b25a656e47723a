import { localText, say } from "@materbone/clinical";
import { useNavigate, useParams } from "@tanstack/react-router";
import { type KeyboardEvent, type MouseEvent, type ReactNode, useId, useState } from "react";
import { useSay, useTerms } from "../language/language.tsx";
import { Dialog } from "../parts/Dialog.tsx";
import { type Entry, matching, stepped } from "./palette-entries.ts";
import { sayResults, paletteWords as words } from "./palette-words.ts";
import classes from "./SearchPalette.module.css";
import { type Run, useFixedEntries } from "./use-fixed-entries.ts";
import { useWomen, womanDetail } from "./use-women.ts";

const SECTIONS = ["women", "series", "pages", "actions"] as const;

/** Finds women, series, pages and actions from anywhere, by keyboard alone. */
export function SearchPalette({ onClose }: { readonly onClose: () => void }): ReactNode {
  const sayText = useSay();
  const terms = useTerms();
  const base = useId();
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState(0);
  const { series: here } = useParams({ strict: false });
  const { list, women, isSearching } = useWomen(query, here);
  const fixed = useFixedEntries(here);
  const navigate = useNavigate();
  const found: readonly Entry<Run>[] = women.map((one) => ({
    id: `woman ${one.series.id} ${one.woman.id}`,
    section: "women",
    label: one.woman.label === undefined ? one.woman.id : localText(one.woman.label, terms.lang),
    detail: womanDetail(one, terms.lang),
    target: () =>
      void navigate({ to: "/series/$series/case/$case", params: { series: one.series.id, case: one.woman.id } }),
  }));
  const series: readonly Entry<Run>[] = list.map(({ id, title }) => ({
    id: `series ${id}`,
    section: "series",
    label: localText(title, terms.lang),
    detail: id,
    target: () => void navigate({ to: "/series/$series", params: { series: id } }),
  }));
  // What the server found fits by its own rules; the rest is looked through here.
  const entries = [...found, ...matching(series, query), ...matching(fixed, query)];
  const current = Math.min(chosen, entries.length - 1);
  const optionId = (position: number): string => `${base}-${position}`;
  const open = (entry: Entry<Run> | undefined): void => {
    if (entry === undefined) return;
    onClose();
    entry.target();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // Enter that ends the choice of a Chinese character is not meant for the list.
    if (event.nativeEvent.isComposing) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      const next = stepped(entries.length, current, step);
      setChosen(next);
      document.getElementById(optionId(next))?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter") {
      event.preventDefault();
      open(entries[current]);
    }
  };
  return (
    <Dialog title={sayText(words.title)} close={sayText(words.close)} size="lg" onClose={onClose}>
      <input
        className={classes.field}
        type="text"
        role="combobox"
        aria-label={sayText(words.label)}
        aria-expanded="true"
        aria-controls={`${base}-list`}
        aria-autocomplete="list"
        aria-activedescendant={current < 0 ? undefined : optionId(current)}
        placeholder={sayText(words.label)}
        data-autofocus
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <p className={classes.hint}>
        <span>{sayText(words.nameFree)}</span> <span>{sayText(words.keys)}</span>
      </p>
      <p role="status" className="mb-hidden">
        {isSearching
          ? sayText(words.searching)
          : entries.length === 0
            ? sayText(words.none)
            : say(sayResults, { count: entries.length }, terms)}
      </p>
      <div id={`${base}-list`} role="listbox" aria-label={sayText(words.title)} className={classes.list}>
        {SECTIONS.map((section) => {
          const part = entries.flatMap((entry, position) => (entry.section === section ? [{ entry, position }] : []));
          return (
            part.length > 0 && (
              <Section key={section} title={sayText(words[section])}>
                {part.map(({ entry, position }) => (
                  <Option
                    key={entry.id}
                    id={optionId(position)}
                    entry={entry}
                    isChosen={position === current}
                    onPoint={() => setChosen(position)}
                    onOpen={() => open(entry)}
                  />
                ))}
              </Section>
            )
          );
        })}
      </div>
      {entries.length === 0 && !isSearching && <p className={classes.none}>{sayText(words.none)}</p>}
    </Dialog>
  );
}

function Section(props: { readonly title: string; readonly children: ReactNode }): ReactNode {
  const grouping = { role: "group", "aria-label": props.title };
  return (
    <div {...grouping}>
      <div className={classes.section} aria-hidden="true">
        {props.title}
      </div>
      {props.children}
    </div>
  );
}

function Option(props: {
  readonly id: string;
  readonly entry: Entry<Run>;
  readonly isChosen: boolean;
  readonly onPoint: () => void;
  readonly onOpen: () => void;
}): ReactNode {
  const { entry } = props;
  // The focus stays in the field, which names the chosen one; the pointer is a second way to it.
  const option = {
    role: "option",
    "aria-selected": props.isChosen,
    onMouseMove: props.onPoint,
    onMouseDown: (event: MouseEvent) => event.preventDefault(),
    onClick: props.onOpen,
  };
  return (
    <div id={props.id} className={`${classes.option} ${props.isChosen ? classes.chosen : ""}`} {...option}>
      <span className={classes.label}>{entry.label}</span>
      {entry.detail !== undefined && <span className={classes.detail}>{entry.detail}</span>}
    </div>
  );
}
