import { type Analyte, say, valueAt } from "@materbone/clinical";
import { memo, type ReactNode, useMemo, useState } from "react";
import { useEditorStore, useRecordPart } from "../../editor/editor-context.tsx";
import { isAimedAt, useAiming } from "../../fields/aim.tsx";
import { plainCodec, printedCodec } from "../../fields/codec.ts";
import { commit, type Together } from "../../fields/commit.ts";
import { useRemoval } from "../../fields/EntryList.tsx";
import { Fields } from "../../fields/Fields.tsx";
import type { FieldSpec } from "../../fields/field-spec.ts";
import { noted, plain } from "../../fields/field-spec.ts";
import { removeWord } from "../../fields/field-words.ts";
import { TogetherProvider } from "../../fields/together.tsx";
import classes from "../../grid/Grid.module.css";
import { GridCell } from "../../grid/GridCell.tsx";
import { useTerms } from "../../language/language.tsx";
import { analyteNamed } from "../../paste/analyte-names.ts";
import { usualUnits } from "../../paste/laboratory-rows.ts";
import { ANALYTE_LIST } from "./AnalyteList.tsx";
import { intervalCodec } from "./interval-codec.ts";
import { appliedText, LaboratoryFlag, useReading } from "./LaboratoryFlag.tsx";
import { laboratoryWords, newValue, valueLabel } from "./laboratory-words.ts";
import { useAnalyteCodec } from "./use-analyte-codec.ts";

const DETAILS: readonly FieldSpec[] = [
  plain("method"),
  ...noted.map(({ isMore: _more, ...spec }) => spec as FieldSpec),
];

/** One value: analyte, number as printed, unit, the interval printed beside it, and how it reads. */
export const LaboratoryRow = memo(function LaboratoryRow(props: {
  readonly at: string;
  readonly row: number;
  readonly panel: number;
  readonly isNew: boolean;
}): ReactNode {
  const { at, row, panel, isNew } = props;
  const terms = useTerms();
  const store = useEditorStore();
  const remove = useRemoval();
  const { aim } = useAiming();
  const codec = useAnalyteCodec();
  const analyte = useRecordPart(`${at}/analyte`) as Analyte | undefined;
  const reading = useReading(at);
  const [isOpen, setIsOpen] = useState(false);
  const together: Together = useMemo(
    () => ({
      base: at,
      needs: [
        { key: "analyte", codec },
        { key: "value", codec: printedCodec },
        { key: "unit", codec: plainCodec },
      ],
    }),
    [at, codec],
  );
  const name = analyte === undefined ? say(newValue, { panel }, terms) : terms.analyte(analyte);
  const label = (what: keyof typeof laboratoryWords): string =>
    say(valueLabel, { what: terms.text(laboratoryWords[what]), of: name }, terms);
  const isShown = isOpen || isAimedAt(aim, [`${at}/method`, `${at}/note`, `${at}/source`]);

  // The usual unit is offered once the name is typed; it stands in its cell to be seen and changed.
  const offerUnit = (): void => {
    const { pending, record } = store.snapshot().editor;
    const named = analyteNamed(pending[`${at}/analyte`]?.text ?? "");
    const typed = pending[`${at}/unit`]?.text;
    if (named === undefined || valueAt(record, at) !== undefined || (typed !== undefined && typed !== "")) return;
    const [usual] = usualUnits(named);
    if (usual !== undefined) commit(store, `${at}/unit`, usual, plainCodec.read(usual), together);
  };

  return (
    <TogetherProvider value={together}>
      <tr data-at={isNew ? `add:${at.slice(0, at.lastIndexOf("/"))}` : undefined}>
        <td>
          <GridCell
            at={`${at}/analyte`}
            row={row}
            col={0}
            label={label("analyte")}
            codec={codec}
            list={ANALYTE_LIST}
            isText
            placeholder={isNew ? terms.text(laboratoryWords.newAnalyte) : undefined}
            onLeave={offerUnit}
          />
        </td>
        <td>
          <GridCell at={`${at}/value`} row={row} col={1} label={label("value")} codec={printedCodec} />
        </td>
        <td>
          <UnitCell at={at} row={row} label={label("unit")} analyte={analyte} />
        </td>
        <td>
          {!isNew && (
            <GridCell
              at={`${at}/interval`}
              row={row}
              col={3}
              label={label("interval")}
              codec={intervalCodec}
              placeholder={reading === undefined ? undefined : appliedText(reading, terms)}
            />
          )}
        </td>
        <td>{reading !== undefined && <LaboratoryFlag reading={reading} name={name} />}</td>
        <td className={classes.bare}>
          {!isNew && (
            <span className={classes.buttons}>
              <button
                type="button"
                className={classes.remove}
                aria-expanded={isShown}
                aria-label={say(valueLabel, { what: terms.text(laboratoryWords.details), of: name }, terms)}
                onClick={() => setIsOpen(!isShown)}
              >
                …
              </button>
              <button
                type="button"
                className={classes.remove}
                aria-label={say(removeWord, { entry: name }, terms)}
                onClick={() => remove(at)}
              >
                ×
              </button>
            </span>
          )}
        </td>
      </tr>
      {isShown && (
        <tr>
          <td colSpan={6} className={classes.details}>
            <Fields specs={DETAILS} base={at} />
          </td>
        </tr>
      )}
    </TogetherProvider>
  );
});

function UnitCell(props: {
  readonly at: string;
  readonly row: number;
  readonly label: string;
  readonly analyte: Analyte | undefined;
}): ReactNode {
  const { at, row, label } = props;
  const suggestions = useMemo(() => (props.analyte === undefined ? [] : usualUnits(props.analyte)), [props.analyte]);
  return (
    <GridCell at={`${at}/unit`} row={row} col={2} label={label} codec={plainCodec} suggestions={suggestions} isText />
  );
}
