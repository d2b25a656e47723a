import type { EvidenceRow } from "@materbone/evidence";
import { type ReactNode, useCallback, useId } from "react";
import { useTerms } from "../../language/language.tsx";
import { ScrollRegion } from "../../parts/ScrollRegion.tsx";
import { useEvidenceChange, useEvidenceSearch } from "../evidence-context.tsx";
import { OutcomeRow } from "./OutcomeRow.tsx";
import { ProvenanceCard } from "./ProvenanceCard.tsx";
import type { PlacedRow } from "./row-filter.ts";
import classes from "./Studies.module.css";
import { studiesWords as words } from "./studies-words.ts";
import { useCard } from "./use-card.ts";

const COLUMNS = ["study", "change", "site", "months", "treatment", "women", "use", "source"] as const;

/** Every outcome a row. Its value says where it was read, and opens everything about it below the row. */
export function StudiesTable({ rows }: { readonly rows: readonly PlacedRow[] }): ReactNode {
  const { text } = useTerms();
  const { open } = useEvidenceSearch();
  const change = useEvidenceChange();
  const id = useId();
  const { card, thing, onCard, close } = useCard<EvidenceRow>();
  const onOpen = useCallback(
    (key: string | undefined): void => {
      close();
      change({ open: key });
    },
    [close, change],
  );
  if (rows.length === 0) return <p>{text(words.none)}</p>;
  return (
    <>
      <p className="mb-hidden" id={`${id}-help`}>
        {text(words.valueHelp)}
      </p>
      <ScrollRegion label={text(words.caption)}>
        <table className={classes.table} aria-describedby={`${id}-help`}>
          <caption className="mb-hidden">{text(words.caption)}</caption>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col" data-column={column}>
                  {text(words[column])}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((placed) => (
              <OutcomeRow
                key={placed.row.key}
                placed={placed}
                isOpen={placed.row.key === open}
                columns={COLUMNS.length}
                describedBy={card?.of === placed.row ? `${id}-card` : undefined}
                thing={thing}
                onOpen={onOpen}
              />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {card !== undefined && <ProvenanceCard id={`${id}-card`} card={card} onCard={onCard} />}
    </>
  );
}
