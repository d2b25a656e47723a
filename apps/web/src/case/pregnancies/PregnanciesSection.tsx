import { indexPregnancy } from "@materbone/clinical";
import { type ReactNode, useCallback, useSyncExternalStore } from "react";
import { useEditorStore } from "../../editor/editor-context.tsx";
import { useAiming } from "../../fields/aim.tsx";
import { EntryList, useCount, useRemoval } from "../../fields/EntryList.tsx";
import fieldClasses from "../../fields/Fields.module.css";
import { Fields } from "../../fields/Fields.tsx";
import { recordSpec } from "../../fields/record-spec.ts";
import { useTerms } from "../../language/language.tsx";
import { pregnancyWords } from "./pregnancy-words.ts";

const SPEC = recordSpec.pregnancies;
/** With several pregnancies exactly one is the index: that is chosen as one step, not field by field. */
const FIELDS = SPEC.fields.filter((field) => field.key !== "index");

export function PregnanciesSection(): ReactNode {
  const terms = useTerms();
  const store = useEditorStore();
  const { goTo } = useAiming();
  const removePlain = useRemoval();
  const count = useCount("/pregnancies");

  const add = (): void => {
    const { record } = store.snapshot().editor;
    const position = record.pregnancies?.length ?? 0;
    const marks = position === 0 ? [] : [{ at: `/pregnancies/${indexPregnancy(record)}/index`, value: true }];
    store.editAll([...marks, { at: `/pregnancies/${position}`, value: {} }]);
    goTo(`/pregnancies/${position}/deliveredAt`);
  };
  // Without the index pregnancy several others would have no month 0: the first of them takes its place.
  const remove = useCallback(
    (at: string) => {
      const { pregnancies = [] } = store.snapshot().editor.record;
      const position = Number(at.split("/").at(-1));
      if (pregnancies[position]?.index === true && pregnancies.length > 2) {
        const heir = position === 0 ? 1 : 0;
        store.editAll([
          { at: `${at}/index`, value: undefined },
          { at: `/pregnancies/${heir}/index`, value: true },
        ]);
      }
      removePlain(at);
    },
    [store, removePlain],
  );
  return (
    <EntryList
      spec={SPEC}
      at="/pregnancies"
      onRemove={remove}
      adding={
        <button type="button" className={fieldClasses.button} data-at="add:/pregnancies" onClick={add}>
          {terms.text(pregnancyWords.add)}
        </button>
      }
    >
      {(at) => (
        <>
          {count > 1 && <IndexChoice at={at} />}
          <Fields specs={FIELDS} base={at} />
        </>
      )}
    </EntryList>
  );
}

function IndexChoice({ at }: { readonly at: string }): ReactNode {
  const terms = useTerms();
  const store = useEditorStore();
  const position = Number(at.split("/").at(-1));
  const isIndex = useSyncExternalStore(
    store.subscribe,
    () => indexPregnancy(store.snapshot().editor.record) === position,
  );
  const choose = (): void => {
    const { pregnancies = [] } = store.snapshot().editor.record;
    store.editAll(
      pregnancies.map((_, other) => ({
        at: `/pregnancies/${other}/index`,
        value: other === position ? true : undefined,
      })),
    );
  };
  return (
    <label className={fieldClasses.check}>
      <input type="radio" name="index-pregnancy" data-at={`${at}/index`} checked={isIndex} onChange={choose} />
      {terms.text(isIndex ? pregnancyWords.indexNow : pregnancyWords.isIndex)}
    </label>
  );
}
