import { say as sayPhrase } from "@materbone/clinical";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { mappingQuery, tablesQuery } from "../../api/finder-keep-queries.ts";
import { useSay, useTerms } from "../../language/language.tsx";
import { Chip } from "../../parts/Chip.tsx";
import { ProblemCard } from "../../parts/ProblemCard.tsx";
import { mappingFit } from "../mapping/mapping-fit.ts";
import { mappingWords, sayPlaces, sayUnseenWords } from "../mapping/mapping-words.ts";
import classes from "./Find.module.css";
import { sayMapping, findWords as words } from "./find-words.ts";

/** Whether the mapping that would be used, kept under a name or beside the tables, fits them as they lie there now. */
export function MappingState(props: { readonly path: string; readonly mapping: string | undefined }): ReactNode {
  const say = useSay();
  const terms = useTerms();
  const tables = useQuery(tablesQuery(props.path, terms.lang));
  const kept = useQuery({ ...mappingQuery(props.mapping ?? ""), enabled: props.mapping !== undefined });
  const problem = tables.error ?? kept.error;
  if (problem !== null) return <ProblemCard problem={problem} />;
  if (tables.data?.kind !== "read") return null;
  const given = props.mapping === undefined ? tables.data.mapping : kept.data;
  if (given === undefined) return null;
  const { wrong, unseen, unnamed } = mappingFit(given, tables.data.tables, terms);
  return (
    <div className={classes.fit}>
      <p>
        {sayPhrase(sayMapping, { name: given.name, isBeside: props.mapping === undefined }, terms)}{" "}
        {wrong.length > 0 ? (
          <Chip tone="serious">{sayPhrase(sayPlaces, { count: wrong.length }, terms)}</Chip>
        ) : (
          <Chip tone={unseen.length > 0 ? "question" : "good"}>
            {say(unseen.length > 0 ? words.fitsButWords : words.fits)}
          </Chip>
        )}
      </p>
      {wrong.length > 0 && (
        <ul className={classes.long}>
          {wrong.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {unseen.length > 0 && (
        <details>
          <summary>{say(words.unseenWords)}</summary>
          <p>{say(mappingWords.unseen)}</p>
          <ul className={classes.long}>
            {unseen.map(({ file, words: unknown }) => (
              <li key={file}>
                <code>{file}</code> {sayPhrase(sayUnseenWords, { words: unknown }, terms)}
              </li>
            ))}
          </ul>
        </details>
      )}
      {unnamed.length > 0 && (
        <details>
          <summary>{say(words.unnamedTables)}</summary>
          <ul className={classes.long}>
            {unnamed.map((name) => (
              <li key={name}>
                <code>{name}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
