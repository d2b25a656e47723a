import { say } from "@materbone/clinical";
import { type ReactNode, useState } from "react";
import { useEditorStore } from "../../editor/editor-context.tsx";
import { useAiming } from "../../fields/aim.tsx";
import { useCount } from "../../fields/EntryList.tsx";
import fieldClasses from "../../fields/Fields.module.css";
import classes from "../../grid/Grid.module.css";
import { Grid } from "../../grid/Grid.tsx";
import { GridProblems } from "../../grid/GridProblems.tsx";
import type { CellPlace } from "../../grid/grid-keys.ts";
import { useTerms } from "../../language/language.tsx";
import { apart } from "../../parts/apart.tsx";
import { clearedCells } from "./cleared-cells.ts";
import own from "./Laboratory.module.css";
import { LaboratoryRow } from "./LaboratoryRow.tsx";
import { clearedBlock, laboratoryWords, resultsOf } from "./laboratory-words.ts";

const PasteLaboratory = apart(
  () => import("./PasteLaboratory.tsx"),
  ({ PasteLaboratory }) => PasteLaboratory,
);

/** The values of one sampling: a row for each, the last for a new one. */
export function LaboratoryPanel({ at }: { readonly at: string }): ReactNode {
  const terms = useTerms();
  const store = useEditorStore();
  const { announce } = useAiming();
  const count = useCount(`${at}/results`);
  const panel = Number(at.split("/").at(-1)) + 1;
  const [pasted, setPasted] = useState<string>();
  const onClear = (cells: readonly CellPlace[]): void => {
    const { edits, kept } = clearedCells(store.snapshot().editor, at, cells);
    if (edits.length > 0) store.editAll(edits);
    announce(say(clearedBlock, { cleared: edits.length, kept }, terms));
  };
  const rows = Array.from({ length: count + 1 }, (_, row) => `${at}/results/${row}`);
  return (
    <div className={own.results}>
      <Grid label={say(resultsOf, { panel }, terms)} onBlock={setPasted} onClear={onClear}>
        <thead>
          <tr>
            <th scope="col">{terms.text(laboratoryWords.analyte)}</th>
            {(["value", "unit", "interval", "flag"] as const).map((column) => (
              <th key={column} scope="col" className={own[column]}>
                {terms.text(laboratoryWords[column])}
              </th>
            ))}
            <td className={`${classes.bare} ${own.buttons}`} />
          </tr>
        </thead>
        <tbody>
          {rows.map((place, row) => (
            <LaboratoryRow key={place} at={place} row={row} panel={panel} isNew={row === count} />
          ))}
        </tbody>
      </Grid>
      <p className={classes.hint}>{terms.text(laboratoryWords.hint)}</p>
      <GridProblems base={`${at}/results`} />
      {pasted === undefined ? (
        <button type="button" className={fieldClasses.quiet} onClick={() => setPasted("")}>
          {terms.text(laboratoryWords.paste)}
        </button>
      ) : (
        <PasteLaboratory key={pasted} at={at} text={pasted} onClose={() => setPasted(undefined)} />
      )}
    </div>
  );
}
