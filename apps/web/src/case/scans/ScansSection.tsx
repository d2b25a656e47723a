import { type ReactNode, useState } from "react";
import { entryPlaces, useCount } from "../../fields/EntryList.tsx";
import fieldClasses from "../../fields/Fields.module.css";
import { useTerms } from "../../language/language.tsx";
import { apart } from "../../parts/apart.tsx";
import { ScanDetails } from "./ScanDetails.tsx";
import { ScanGrid } from "./ScanGrid.tsx";
import { scanWords } from "./scan-words.ts";

const PasteScans = apart(
  () => import("./PasteScans.tsx"),
  ({ PasteScans }) => PasteScans,
);

/** Scans in a grid, what belongs to each of them below it, and a way to paste many at once. */
export function ScansSection(): ReactNode {
  const terms = useTerms();
  const [pasted, setPasted] = useState<{ readonly text: string; readonly row: number; readonly col: number }>();
  const places = entryPlaces("/scans", useCount("/scans"));
  return (
    <div>
      <ScanGrid onBlock={(text, { row, col }) => setPasted({ text, row, col })} />
      {pasted === undefined ? (
        <button
          type="button"
          className={fieldClasses.quiet}
          onClick={() => setPasted({ text: "", row: Number.MAX_SAFE_INTEGER, col: 0 })}
        >
          {terms.text(scanWords.paste)}
        </button>
      ) : (
        <PasteScans
          key={`${pasted.row} ${pasted.col} ${pasted.text}`}
          text={pasted.text}
          row={pasted.row}
          col={pasted.col}
          onClose={() => setPasted(undefined)}
        />
      )}
      {places.map((at, position) => (
        <ScanDetails key={at} at={at} position={position} />
      ))}
    </div>
  );
}
