import { Button, Group, TextInput } from "@mantine/core";
import { say as sayPhrase } from "@materbone/clinical";
import { type Mapping, type MappingMistake, mappingYaml } from "@materbone/finder";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { keepKeys } from "../../api/finder-keep-queries.ts";
import { ApiProblem, request } from "../../api/request.ts";
import { useSay, useTerms } from "../../language/language.tsx";
import { labelled } from "../../language/punctuation.ts";
import { downloadText } from "../../parts/download.ts";
import { ProblemCard } from "../../parts/ProblemCard.tsx";
import classes from "./Mapping.module.css";
import { sayPlaces, sayUnseenWords, sayWritten, mappingWords as words } from "./mapping-words.ts";
import { sayMistake } from "./say-mistake.ts";
import type { UnseenWords } from "./unseen-words.ts";

type WrittenFile = { readonly path: string; readonly state: string };

/** What is wrong yet, the file, and the ways to keep it and to search with it. */
export function MappingFinish(props: {
  readonly path: string;
  readonly name: string | undefined;
  /** State of the one that this was made from: under that name, or without one beside the tables. */
  readonly from: string | undefined;
  readonly isFolder: boolean;
  readonly document: Mapping;
  readonly mistakes: readonly MappingMistake[];
  readonly unseen: readonly UnseenWords[];
  /** Shows the table of a place: its number among those used. */
  readonly onShow: (table: number) => void;
  readonly onSaved: () => void;
}): ReactNode {
  const { path, document, mistakes } = props;
  const say = useSay();
  const terms = useTerms();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [name, setName] = useState(props.name ?? nameFrom(path));
  const [isTried, setIsTried] = useState(false);
  const [busy, setBusy] = useState<"name" | "file">();
  const [failed, setFailed] = useState<{ readonly of: "name" | "file"; readonly problem: ApiProblem }>();
  const [written, setWritten] = useState<string>();
  const [besideFrom, setBesideFrom] = useState(props.name === undefined ? props.from : undefined);
  const yaml = mappingYaml(document);
  const keep = async (of: "name" | "file", isReplaced: boolean): Promise<void> => {
    setIsTried(true);
    const now = failed?.of === of ? failed.problem.details : undefined;
    const own = of === "file" ? besideFrom : name.trim() === props.name ? props.from : undefined;
    // What is replaced knowingly is the state that the refusal told of.
    const from = isReplaced ? stateIn(now) : own;
    if (mistakes.length > 0 || (of === "name" && name.trim() === "")) return;
    setBusy(of);
    setFailed(undefined);
    try {
      if (of === "name") {
        const address = `/finder/mappings/${encodeURIComponent(name.trim())}`;
        await request(address, { method: "PUT", body: { mapping: document, ...(from === undefined ? {} : { from }) } });
      } else {
        const body = { path, mapping: document, ...(from === undefined ? {} : { from }) };
        const file = await request<WrittenFile>("/finder/mapping-file", { method: "POST", body });
        setWritten(file.path);
        setBesideFrom(file.state);
      }
      props.onSaved();
      await client.invalidateQueries({ queryKey: keepKeys.mappings });
      await client.invalidateQueries({ queryKey: ["finder", "tables"] });
      client.removeQueries({ queryKey: ["finder", "detection"] });
      if (of === "name") await navigate({ to: "/find", search: { path, mapping: name.trim() } });
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setFailed({ of, problem: error });
    } finally {
      setBusy(undefined);
    }
  };
  const isTaken = (of: "name" | "file"): boolean =>
    failed?.of === of &&
    // What stands there without a state is not replaced at all.
    (failed.problem.kind === "mapping-changed" ||
      (failed.problem.kind === "mapping-exists" && stateIn(failed.problem.details) !== undefined));
  return (
    <section className={`mb-card ${classes.part}`} aria-labelledby="finish-title">
      <h2 id="finish-title">{say(words.finish)}</h2>
      <p role="status">
        {mistakes.length === 0 ? say(words.noMistakes) : sayPhrase(sayPlaces, { count: mistakes.length }, terms)}
      </p>
      {mistakes.length > 0 && (
        <div role={isTried ? "alert" : undefined}>
          {isTried && <p className={classes.wrong}>{say(words.mend)}</p>}
          <ul>
            {mistakes.map((mistake) => {
              const { table, place, said } = sayMistake(mistake, document, terms);
              return (
                <li key={mistake.at + mistake.kind}>
                  {table !== undefined && (
                    <button type="button" className={classes.link} onClick={() => props.onShow(table)}>
                      {document.tables[table]?.file}
                    </button>
                  )}{" "}
                  {place === "" ? said : labelled(place, said, terms.lang)}
                </li>
              );
            })}
          </ul>
        </div>
      )}
      {props.unseen.length > 0 && (
        <div role="note" className={classes.note}>
          <p>{say(words.unseen)}</p>
          <ul>
            {props.unseen.map(({ file, words: unseen }) => (
              <li key={file}>
                <button
                  type="button"
                  className={classes.link}
                  onClick={() => props.onShow(document.tables.findIndex((table) => table.file === file))}
                >
                  {file}
                </button>{" "}
                {sayPhrase(sayUnseenWords, { words: unseen }, terms)}
              </li>
            ))}
          </ul>
        </div>
      )}
      <form
        noValidate
        className={classes.save}
        onSubmit={(event) => {
          event.preventDefault();
          void keep("name", false);
        }}
      >
        <TextInput
          label={say(words.name)}
          description={say(words.nameHint)}
          value={name}
          maxLength={60}
          spellCheck={false}
          autoComplete="off"
          error={
            isTried && name.trim() === ""
              ? say(words.fill)
              : failed?.of === "name" && failed.problem.kind === "mapping-name"
                ? failed.problem.details.detail
                : undefined
          }
          onChange={(event) => {
            setName(event.currentTarget.value);
            // What was refused is not what would be replaced now.
            setFailed(undefined);
          }}
        />
        <Button type="submit" loading={busy === "name"}>
          {say(words.saveAndSearch)}
        </Button>
      </form>
      {failed?.of === "name" && failed.problem.kind !== "mapping-name" && <ProblemCard problem={failed.problem} />}
      {isTaken("name") && (
        <div>
          <Button variant="light" onClick={() => void keep("name", true)}>
            {say(words.replace)}
          </Button>
        </div>
      )}
      {props.isFolder && (
        <div>
          <Button variant="light" loading={busy === "file"} onClick={() => void keep("file", false)}>
            {say(words.beside)}
          </Button>
          <p className="mb-muted">{say(words.besideHint)}</p>
        </div>
      )}
      {failed?.of === "file" && <ProblemCard problem={failed.problem} />}
      {isTaken("file") && (
        <div>
          <Button variant="light" onClick={() => void keep("file", true)}>
            {say(words.replace)}
          </Button>
        </div>
      )}
      {written !== undefined && (
        <p role="status" className={classes.place}>
          {sayPhrase(sayWritten, { path: written }, terms)}{" "}
          <Link to="/find" search={{ path }}>
            {say(words.toSearch)}
          </Link>
        </p>
      )}
      <details>
        <summary>{say(words.yaml)}</summary>
        <pre className={classes.yaml}>{yaml}</pre>
        <Group>
          <Button
            variant="light"
            size="compact-md"
            onClick={() => downloadText("materbone-mapping.yaml", "application/yaml", yaml)}
          >
            {say(words.download)}
          </Button>
        </Group>
      </details>
    </section>
  );
}

/** The state that a refusal tells of. */
function stateIn(details: object | undefined): string | undefined {
  return details !== undefined && "state" in details && typeof details.state === "string" ? details.state : undefined;
}

/** A name for the mapping of a place: that of its folder or file. */
function nameFrom(path: string): string {
  const last =
    path
      .split(/[/\\]/u)
      .filter((part) => part !== "")
      .at(-1) ?? "";
  return last
    .replace(/\.(?:csv|tsv|txt|zip)$/iu, "")
    .replace(/[^\p{L}\p{N} ._-]/gu, "")
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "")
    .slice(0, 40);
}
