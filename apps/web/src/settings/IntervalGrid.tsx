import { ANALYTES, type Analyte, type ReferenceInterval, say, vocabularies } from "@materbone/clinical";
import { type ReactNode, useState } from "react";
import { useEditorStore, useRecordPart } from "../editor/editor-context.tsx";
import { plainCodec, printedCodec } from "../fields/codec.ts";
import { clear } from "../fields/commit.ts";
import { RemoveButton, useRemoval } from "../fields/EntryList.tsx";
import fields from "../fields/Fields.module.css";
import grid from "../grid/Grid.module.css";
import { Grid } from "../grid/Grid.tsx";
import { GridCell } from "../grid/GridCell.tsx";
import { useTerms } from "../language/language.tsx";
import { numbered } from "../parts/numbered.ts";
import { AddInterval } from "./AddInterval.tsx";
import classes from "./Head.module.css";
import { cellOf, headWords as words } from "./head-words.ts";
import { PasteIntervals } from "./PasteIntervals.tsx";

const AT = "/laboratory/intervals";
/** Columns that are typed into, in the order of the grid. */
const TYPED = ["low", "high", "unit", "laboratory"] as const;

/** The reference intervals of the series, worked like a spreadsheet. */
export function IntervalGrid(): ReactNode {
  const terms = useTerms();
  const { text } = terms;
  const store = useEditorStore();
  const remove = useRemoval();
  const intervals = (useRecordPart(AT) as readonly ReferenceInterval[] | undefined) ?? [];
  const [pasted, setPasted] = useState<string>();
  return (
    <>
      {intervals.length === 0 && <p className="mb-muted">{text(words.none)}</p>}
      {intervals.length > 0 && (
        <div className={classes.scroll}>
          <div className={classes.grid}>
            <Grid
              label={text(words.intervals)}
              onBlock={(block) => setPasted(block)}
              onClear={(cells) => {
                for (const { row, col } of cells) {
                  const key = TYPED[col];
                  if (key === "low" || key === "high" || key === "laboratory") clear(store, `${AT}/${row}/${key}`);
                }
              }}
            >
              <thead>
                <tr>
                  {(["analyte", ...TYPED, "season", "state"] as const).map((name) => (
                    <th key={name} scope="col" data-numeric={name === "low" || name === "high"}>
                      {text(words[name])}
                    </th>
                  ))}
                  <td className={grid.bare} />
                </tr>
              </thead>
              <tbody>
                {numbered(intervals).map(({ key, item }) => (
                  <IntervalRow key={key} row={Number(key)} interval={item} onRemove={() => remove(`${AT}/${key}`)} />
                ))}
              </tbody>
            </Grid>
          </div>
        </div>
      )}
      <AddInterval at={AT} count={intervals.length} />
      {pasted === undefined ? (
        <button type="button" className={fields.button} onClick={() => setPasted("")}>
          {text(words.pasteIntervals)}
        </button>
      ) : (
        <PasteIntervals
          start={pasted}
          onTake={(taken) => {
            store.editAll(taken.map((value, position) => ({ at: `${AT}/${intervals.length + position}`, value })));
            setPasted(undefined);
          }}
          onClose={() => setPasted(undefined)}
        />
      )}
    </>
  );
}

function IntervalRow(props: {
  readonly row: number;
  readonly interval: ReferenceInterval;
  readonly onRemove: () => void;
}): ReactNode {
  const { row, interval } = props;
  const terms = useTerms();
  const store = useEditorStore();
  const at = `${AT}/${row}`;
  const name = terms.analyte(interval.analyte);
  const label = (column: keyof typeof words): string =>
    say(cellOf, { analyte: name, column: terms.text(words[column]), n: row + 1 }, terms);
  const put = (key: string, value: string): void => {
    if (value === "") clear(store, `${at}/${key}`);
    else store.edit({ at: `${at}/${key}`, value });
    store.settle();
  };
  return (
    <tr>
      <td>
        <select
          className={classes.select}
          data-at={`${at}/analyte`}
          aria-label={label("analyte")}
          value={interval.analyte}
          onChange={(event) => put("analyte", event.currentTarget.value satisfies string as Analyte)}
        >
          {ANALYTES.map((analyte) => (
            <option key={analyte} value={analyte}>
              {terms.analyte(analyte)}
            </option>
          ))}
        </select>
      </td>
      {TYPED.map((key, col) => (
        <td key={key}>
          <GridCell
            at={`${at}/${key}`}
            row={row}
            col={col}
            label={label(key)}
            codec={key === "low" || key === "high" ? printedCodec : plainCodec}
            isText={key === "unit" || key === "laboratory"}
          />
        </td>
      ))}
      {(["season", "state"] as const).map((key) => (
        <td key={key}>
          <select
            className={classes.select}
            data-at={`${at}/${key}`}
            aria-label={label(key)}
            value={interval[key] ?? ""}
            onChange={(event) => put(key, event.currentTarget.value)}
          >
            <option value="">{terms.text(words.any)}</option>
            {Object.keys(vocabularies[key]).map((value) => (
              <option key={value} value={value}>
                {terms.word(key, value)}
              </option>
            ))}
          </select>
        </td>
      ))}
      <td className={grid.bare}>
        <RemoveButton title={`${name} ${row + 1}`} onRemove={props.onRemove} />
      </td>
    </tr>
  );
}
