import {
  type CaseRecord,
  say,
  vocabularies,
  WORKUP_ITEMS,
  type WorkupCheck,
  type WorkupItem,
  workupChecklist,
} from "@materbone/clinical";
import { memo, type ReactNode, useMemo, useState } from "react";
import { useCaseView, useEditorStore, useRecordPart } from "../../editor/editor-context.tsx";
import { isAimedAt, useAiming } from "../../fields/aim.tsx";
import { useRemoval } from "../../fields/EntryList.tsx";
import fieldClasses from "../../fields/Fields.module.css";
import { Fields } from "../../fields/Fields.tsx";
import { fieldWords } from "../../fields/field-words.ts";
import { recordSpec } from "../../fields/record-spec.ts";
import { useTerms } from "../../language/language.tsx";
import { labelled } from "../../language/punctuation.ts";
import classes from "./WorkupSection.module.css";
import { beforePregnancy, byGenetics, byLaboratory, statusOf, workupWords } from "./workup-words.ts";

const SPEC = recordSpec.workup;
const DETAILS = SPEC.fields.filter((field) => field.key !== "item" && field.key !== "status");

type Entry = NonNullable<CaseRecord["workup"]>[number];

/** Every test of the work-up: its status as recorded in words, and what values of the record already answer. */
export function WorkupSection(): ReactNode {
  const terms = useTerms();
  const view = useCaseView();
  const entries = (useRecordPart("/workup") as readonly Entry[] | undefined) ?? [];
  const checks = useMemo(() => new Map(workupChecklist(view).map((check) => [check.item, check])), [view]);
  const tiers = [1, 2].map((tier) => WORKUP_ITEMS.filter((item) => (checks.get(item)?.tier ?? 2) === tier));
  return (
    <table className={classes.table} aria-label={terms.text(workupWords.table)}>
      <thead>
        <tr>
          <th scope="col">{terms.text(workupWords.item)}</th>
          <th scope="col">{terms.text(workupWords.status)}</th>
          <th scope="col">
            <span className="mb-hidden">{terms.text(workupWords.details)}</span>
          </th>
        </tr>
      </thead>
      {tiers.map((items, position) => (
        <tbody key={items.join()}>
          <tr>
            <th scope="rowgroup" colSpan={3} className={classes.tier}>
              {terms.text(position === 0 ? workupWords.everyWoman : workupWords.ifIndicated)}
            </th>
          </tr>
          {items.map((item) => {
            const positions = entries.flatMap((entry, place) => (entry.item === item ? [place] : []));
            const check = checks.get(item);
            return (
              <WorkupRow
                key={item}
                item={item}
                places={positions.map((place) => `/workup/${place}`).join()}
                next={entries.length}
                known={check === undefined ? undefined : knownWords(check, terms)}
              />
            );
          })}
        </tbody>
      ))}
    </table>
  );
}

function knownWords(check: WorkupCheck, terms: ReturnType<typeof useTerms>): string | undefined {
  const status = terms.word("workupStatus", check.status);
  if (check.beforePregnancy !== undefined) return say(beforePregnancy, { status }, terms);
  if (check.at?.startsWith("/laboratory") === true) return say(byLaboratory, { status }, terms);
  return check.at?.startsWith("/genetics") === true ? say(byGenetics, { status }, terms) : undefined;
}

const WorkupRow = memo(function WorkupRow(props: {
  readonly item: WorkupItem;
  /** Pointers of the entries of this item, parted by commas. */
  readonly places: string;
  readonly next: number;
  readonly known: string | undefined;
}): ReactNode {
  const { item, next, known } = props;
  const terms = useTerms();
  const { aim } = useAiming();
  const [isOpen, setIsOpen] = useState(false);
  const places = props.places === "" ? [] : props.places.split(",");
  const name = terms.word("workupItem", item);
  const isShown =
    isOpen ||
    isAimedAt(
      aim,
      places.flatMap((at) => DETAILS.map((field) => `${at}/${field.key}`)),
    );
  return (
    <>
      <tr>
        <th scope="row" className={classes.item}>
          {name}
          {known !== undefined && <span className={classes.known}>{known}</span>}
        </th>
        <td>
          {(places.length === 0 ? [`/workup/${next}`] : places).map((at) => (
            <StatusSelect key={at} at={at} item={item} isNew={places.length === 0} />
          ))}
        </td>
        <td className={classes.tools}>
          {places.length > 0 && (
            <button
              type="button"
              className={fieldClasses.quiet}
              aria-expanded={isShown}
              aria-label={labelled(terms.text(workupWords.details), name, terms.lang)}
              onClick={() => setIsOpen(!isShown)}
            >
              …
            </button>
          )}
        </td>
      </tr>
      {isShown && (
        <tr>
          <td colSpan={3}>
            {places.map((at) => (
              <Fields key={at} specs={DETAILS} base={at} />
            ))}
          </td>
        </tr>
      )}
    </>
  );
});

function StatusSelect(props: { readonly at: string; readonly item: WorkupItem; readonly isNew: boolean }): ReactNode {
  const { at, item, isNew } = props;
  const terms = useTerms();
  const store = useEditorStore();
  const remove = useRemoval();
  const status = useRecordPart(`${at}/status`);
  const chosen = isNew || status === undefined ? "" : String(status);
  const choose = (next: string): void => {
    if (next !== "" && isNew) store.editAll([{ at, value: { item, status: next } }]);
    else if (next !== "") store.edit({ at: `${at}/status`, value: next });
    else if (!isNew) remove(at, false);
    store.settle();
  };
  return (
    <select
      className={`${fieldClasses.select} ${chosen === "" ? fieldClasses.empty : ""}`}
      aria-label={say(statusOf, { item: terms.word("workupItem", item) }, terms)}
      data-at={isNew ? `new:${item}` : `${at}/status`}
      value={chosen}
      onChange={(event) => choose(event.currentTarget.value)}
    >
      <option value="">{terms.text(fieldWords.notRecorded)}</option>
      {Object.keys(vocabularies.workupStatus).map((value) => (
        <option key={value} value={value}>
          {terms.word("workupStatus", value)}
        </option>
      ))}
    </select>
  );
}
