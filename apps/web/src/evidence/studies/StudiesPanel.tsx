import { type ReactNode, useMemo } from "react";
import { given } from "../../app/search-value.ts";
import { useTerms } from "../../language/language.tsx";
import sheet from "../Evidence.module.css";
import { useEvidence, useEvidenceSearch } from "../evidence-context.tsx";
import { LiteratureActs } from "../exchange/LiteratureActs.tsx";
import { filteredRows, placedRows } from "./row-filter.ts";
import { StudiesTable } from "./StudiesTable.tsx";
import { StudyFilters } from "./StudyFilters.tsx";
import { studiesWords as words } from "./studies-words.ts";

/** The literature value by value: narrowed, looked into, chosen between and changed. */
export function StudiesPanel(): ReactNode {
  const terms = useTerms();
  const { literature, synthesis } = useEvidence();
  const { site, treatment, metric, window, population, use, conflict, find } = useEvidenceSearch();
  const rows = useMemo(() => placedRows(synthesis), [synthesis]);
  const { shown, counts } = useMemo(
    () =>
      filteredRows(
        rows,
        literature,
        given({ site, treatment, metric, window, population, use, conflict, find }),
        terms,
      ),
    [rows, literature, site, treatment, metric, window, population, use, conflict, find, terms],
  );
  return (
    <div className={`mb-card ${sheet.sheet}`}>
      <h2 className="mb-hidden">{terms.text(words.caption)}</h2>
      <LiteratureActs />
      <StudyFilters counts={counts} shown={shown.length} all={rows.length} />
      <StudiesTable rows={shown} />
    </div>
  );
}
