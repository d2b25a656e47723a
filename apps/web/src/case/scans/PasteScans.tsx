import { type Problem, SKELETAL_SITES, say } from "@materbone/clinical";
import { type ReactNode, useMemo, useState } from "react";
import { useEditorStore } from "../../editor/editor-context.tsx";
import { useAiming } from "../../fields/aim.tsx";
import { numberCodec } from "../../fields/codec.ts";
import { useCount } from "../../fields/EntryList.tsx";
import { sayWhen } from "../../fields/say-when.ts";
import { useTerms } from "../../language/language.tsx";
import boxClasses from "../../paste/PasteBox.module.css";
import { PasteBox } from "../../paste/PasteBox.tsx";
import { pasteWords, takenScans, takeScans } from "../../paste/paste-words.ts";
import { readScanBlock } from "../../paste/scan-block.ts";
import type { ScanQuantity } from "../../paste/scan-headings.ts";
import { editsOfScans } from "./new-scan.ts";
import { alsoTaken, bmdOf, cellLabel, scanWords, tOf, zOf } from "./scan-words.ts";

const QUANTITIES: readonly ScanQuantity[] = ["bmdGPerCm2", "zScore", "tScore"];
const BMD = numberCodec(3);
const SCORE = numberCodec(1);

/** A block of scans, previewed and then taken over as one step. */
export function PasteScans(props: {
  readonly text: string;
  readonly row: number;
  readonly col: number;
  readonly onClose: () => void;
}): ReactNode {
  const terms = useTerms();
  const store = useEditorStore();
  const { announce, goTo } = useAiming();
  const count = useCount("/scans");
  const [text, setText] = useState(props.text);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const block = useMemo(() => readScanBlock(text, props.col), [text, props.col]);
  const columns = SKELETAL_SITES.flatMap((site) =>
    QUANTITIES.filter((quantity) =>
      block.rows.some((row) => row.values.some((cell) => cell.site === site && cell.quantity === quantity)),
    ).map((quantity) => ({ site, quantity })),
  );
  const first = Math.min(props.row, count);
  const take = (): void => {
    const found = store.editAll(editsOfScans(store.snapshot().editor.record, block, first));
    setProblems(found);
    if (found.length > 0) return;
    announce(say(takenScans, { count: block.rows.length }, terms));
    props.onClose();
    goTo(`/scans/${first}`);
  };
  return (
    <PasteBox
      label={terms.text(scanWords.pasteLabel)}
      hint={terms.text(scanWords.pasteHint)}
      text={text}
      onText={setText}
      leftovers={block.leftovers}
      problems={problems}
      take={block.rows.length === 0 ? undefined : say(takeScans, { count: block.rows.length }, terms)}
      onTake={take}
      onClose={props.onClose}
    >
      {block.rows.length > 0 && (
        <table className={boxClasses.table}>
          <thead>
            <tr>
              <th scope="col">{terms.text(scanWords.time)}</th>
              {columns.map(({ site, quantity }) => (
                <th key={site + quantity} scope="col">
                  {say(
                    quantity === "bmdGPerCm2" ? bmdOf : quantity === "zScore" ? zOf : tOf,
                    { site: terms.site(site) },
                    terms,
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((row, position) => {
              const target = first + position;
              return (
                <tr key={target}>
                  <th scope="row">
                    {say(cellLabel, { what: sayWhen(row.when, terms) ?? "–", scan: target + 1 }, terms)}
                    {target >= count && ` · ${terms.text(pasteWords.isNew)}`}
                    {alsoTaken(row, terms).map((fact) => ` · ${fact}`)}
                  </th>
                  {columns.map(({ site, quantity }) => {
                    const cell = row.values.find((value) => value.site === site && value.quantity === quantity);
                    const codec = quantity === "bmdGPerCm2" ? BMD : SCORE;
                    return <td key={site + quantity}>{codec.print(cell?.value).replace("-", "\u2212")}</td>;
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </PasteBox>
  );
}
