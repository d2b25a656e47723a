import type { ReactNode } from "react";
import { useEditorStore } from "../../editor/editor-context.tsx";
import { useAiming } from "../../fields/aim.tsx";
import { EntryList } from "../../fields/EntryList.tsx";
import fieldClasses from "../../fields/Fields.module.css";
import { Fields } from "../../fields/Fields.tsx";
import { recordSpec } from "../../fields/record-spec.ts";
import { useTerms } from "../../language/language.tsx";
import { AnalyteList } from "./AnalyteList.tsx";
import { LaboratoryPanel } from "./LaboratoryPanel.tsx";
import { laboratoryWords } from "./laboratory-words.ts";

const SPEC = recordSpec.laboratory;
const PANEL_FIELDS = SPEC.fields.filter((field) => field.key !== "results");

/** Laboratory values, sampling by sampling. */
export function LaboratorySection(): ReactNode {
  const terms = useTerms();
  const store = useEditorStore();
  const { goTo } = useAiming();
  const add = (): void => {
    const position = store.snapshot().editor.record.laboratory?.length ?? 0;
    store.editAll([{ at: `/laboratory/${position}`, value: { results: [] } }]);
    goTo(`/laboratory/${position}/at`);
  };
  return (
    <>
      <AnalyteList />
      <EntryList
        spec={SPEC}
        at="/laboratory"
        adding={
          <button type="button" className={fieldClasses.button} data-at="add:/laboratory" onClick={add}>
            {terms.text(laboratoryWords.addPanel)}
          </button>
        }
      >
        {(at) => (
          <>
            <Fields specs={PANEL_FIELDS} base={at} />
            <LaboratoryPanel at={at} />
          </>
        )}
      </EntryList>
    </>
  );
}
