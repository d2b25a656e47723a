import { type Problem, say } from "@materbone/clinical";
import { type ReactNode, useMemo, useState } from "react";
import { useEditorStore } from "../../editor/editor-context.tsx";
import { useAiming } from "../../fields/aim.tsx";
import { entryPlaces } from "../../fields/EntryList.tsx";
import fieldClasses from "../../fields/Fields.module.css";
import { fieldWords } from "../../fields/field-words.ts";
import { useTerms } from "../../language/language.tsx";
import { type LaboratoryRow, readLaboratoryBlock, usualUnits } from "../../paste/laboratory-rows.ts";
import boxClasses from "../../paste/PasteBox.module.css";
import { PasteBox } from "../../paste/PasteBox.tsx";
import { takenValues, takeValues } from "../../paste/paste-words.ts";
import { intervalCodec } from "./interval-codec.ts";
import { laboratoryWords, valueLabel } from "./laboratory-words.ts";

/** A block of laboratory values, previewed, its missing units chosen, then taken over as one step. */
export function PasteLaboratory(props: {
  readonly at: string;
  readonly text: string;
  readonly onClose: () => void;
}): ReactNode {
  const terms = useTerms();
  const store = useEditorStore();
  const { announce, goTo } = useAiming();
  const [text, setText] = useState(props.text);
  const [units, setUnits] = useState<Readonly<Record<string, string>>>({});
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const block = useMemo(() => readLaboratoryBlock(text), [text]);
  const keys = entryPlaces("", block.rows.length);
  const unitOf = (row: LaboratoryRow, key: string): string => row.unit ?? units[key] ?? "";
  const isReady =
    block.rows.length > 0 && block.rows.every((row, position) => unitOf(row, keys[position] ?? "") !== "");

  const take = (): void => {
    const list = `${props.at}/results`;
    const panel = Number(props.at.split("/").at(-1));
    const first = store.snapshot().editor.record.laboratory?.[panel]?.results.length ?? 0;
    const found = store.editAll(
      block.rows.map((row, position) => ({
        at: `${list}/${first + position}`,
        value: {
          analyte: row.analyte,
          value: row.value,
          unit: unitOf(row, keys[position] ?? ""),
          ...(row.interval === undefined ? {} : { interval: row.interval }),
        },
      })),
    );
    setProblems(found);
    if (found.length > 0) return;
    announce(say(takenValues, { count: block.rows.length }, terms));
    props.onClose();
    goTo(`${list}/${first}/value`);
  };

  return (
    <PasteBox
      label={terms.text(laboratoryWords.pasteLabel)}
      hint={terms.text(laboratoryWords.pasteHint)}
      text={text}
      onText={setText}
      leftovers={block.leftovers}
      problems={problems}
      take={isReady ? say(takeValues, { count: block.rows.length }, terms) : undefined}
      isEmpty={block.rows.length === 0}
      onTake={take}
      onClose={props.onClose}
    >
      {block.rows.length > 0 && (
        <table className={boxClasses.table}>
          <thead>
            <tr>
              <th scope="col">{terms.text(laboratoryWords.analyte)}</th>
              <th scope="col">{terms.text(laboratoryWords.value)}</th>
              <th scope="col">{terms.text(laboratoryWords.unit)}</th>
              <th scope="col">{terms.text(laboratoryWords.interval)}</th>
            </tr>
          </thead>
          <tbody>
            {keys.map((key, position) => {
              const row = block.rows[position];
              if (row === undefined) return null;
              const name = terms.analyte(row.analyte);
              return (
                <tr key={key}>
                  <th scope="row">{name}</th>
                  <td>{row.value}</td>
                  <td>
                    {row.unit ?? (
                      <select
                        className={fieldClasses.select}
                        aria-label={say(valueLabel, { what: terms.text(laboratoryWords.unit), of: name }, terms)}
                        value={units[key] ?? ""}
                        onChange={(event) => setUnits({ ...units, [key]: event.currentTarget.value })}
                      >
                        <option value="">{terms.text(fieldWords.choose)}</option>
                        {usualUnits(row.analyte).map((unit) => (
                          <option key={unit} value={unit}>
                            {unit}
                          </option>
                        ))}
                      </select>
                    )}
                  </td>
                  <td>{intervalCodec.print(row.interval)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </PasteBox>
  );
}
