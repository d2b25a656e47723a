import type { Terms } from "@materbone/clinical";
import { type Mapping, readMapping, sayMappingMistake } from "@materbone/finder";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type FinderTables, type MappingDocument, mappingQuery, tablesQuery } from "../../api/finder-keep-queries.ts";
import { useSay, useTerms } from "../../language/language.tsx";
import { labelled } from "../../language/punctuation.ts";
import { Loading } from "../../parts/Loading.tsx";
import { ProblemCard } from "../../parts/ProblemCard.tsx";
import { FinderFrame } from "../FinderFrame.tsx";
import { type Draft, draftOf, suggestedDraft } from "./draft.ts";
import classes from "./Mapping.module.css";
import { MappingWizard } from "./MappingWizard.tsx";
import { mappingWords as words } from "./mapping-words.ts";

const route = getRouteApi("/find/mapping");

/** Says what the columns of a hospital's own tables mean. */
export function MappingPage(): ReactNode {
  const say = useSay();
  const { path, mapping } = route.useSearch();
  return (
    <FinderFrame title={say(words.title)}>
      <p>{say(words.lead)}</p>
      <p className={classes.place}>
        {path !== undefined && <code>{path} </code>}
        <Link
          to="/find"
          search={{ ...(path === undefined ? {} : { path }), ...(mapping === undefined ? {} : { mapping }) }}
        >
          {say(words.toSearch)}
        </Link>
      </p>
      {path === undefined ? <p>{say(words.noPath)}</p> : <Tables path={path} mapping={mapping} />}
    </FinderFrame>
  );
}

function Tables({ path, mapping }: { readonly path: string; readonly mapping: string | undefined }): ReactNode {
  const say = useSay();
  const terms = useTerms();
  const { lang } = terms;
  const tables = useQuery(tablesQuery(path, lang));
  const kept = useQuery({ ...mappingQuery(mapping ?? ""), enabled: mapping !== undefined });
  if (tables.error !== null) return <ProblemCard problem={tables.error} onRetry={() => void tables.refetch()} />;
  if (kept.error !== null) return <ProblemCard problem={kept.error} onRetry={() => void kept.refetch()} />;
  if (tables.data === undefined || (mapping !== undefined && kept.data === undefined)) return <Loading />;
  if (tables.data.kind === "refused") return <p role="alert">{tables.data.said}</p>;
  if (tables.data.tables.length === 0) return <p role="alert">{say(words.noTables)}</p>;
  const begun = beginning(tables.data, kept.data ?? tables.data.mapping, terms);
  return (
    <MappingWizard
      key={`${path}\n${mapping ?? ""}`}
      path={path}
      name={mapping}
      isFolder={tables.data.isFolder}
      heads={tables.data.tables}
      {...begun}
    />
  );
}

type Beginning = {
  readonly begun: Draft;
  readonly isSuggested: boolean;
  /** Why the mapping that is there is not begun from. */
  readonly refused: readonly string[];
};

function beginning(
  tables: Extract<FinderTables, { kind: "read" }>,
  given: MappingDocument | undefined,
  terms: Terms,
): Beginning {
  const from = given?.state === undefined ? {} : { from: given.state };
  // Somebody's file that could not be read is not replaced unasked.
  const isBeside = given !== undefined && given === tables.mapping;
  const suggested = (refused: readonly string[]): Beginning => ({
    begun: { ...suggestedDraft(tables.tables), ...(isBeside ? {} : from) },
    isSuggested: true,
    refused,
  });
  if (given === undefined) return suggested([]);
  if ("said" in given) return suggested([given.said]);
  const read = readMapping(given.document);
  if (read.kind === "mistakes") {
    return suggested(
      read.mistakes.map((mistake) => labelled(mistake.at, sayMappingMistake(mistake, terms), terms.lang)),
    );
  }
  const mapping: Mapping = read.mapping;
  return { begun: { ...draftOf(mapping, tables.tables), ...from }, isSuggested: false, refused: [] };
}
