import { type ReactNode, useSyncExternalStore } from "react";
import { useEditorStore } from "../../editor/editor-context.tsx";
import { useAiming } from "../../fields/aim.tsx";
import fieldClasses from "../../fields/Fields.module.css";
import { useSay } from "../../language/language.tsx";
import { caseWords } from "../case-words.ts";
import classes from "./RecordForm.module.css";

/** The first question to a record that holds nothing but an id: when was she delivered? */
export function FirstSteps(): ReactNode {
  const say = useSay();
  const store = useEditorStore();
  const { goTo } = useAiming();
  const hasPregnancy = useSyncExternalStore(
    store.subscribe,
    () => store.snapshot().editor.record.pregnancies !== undefined,
  );
  if (hasPregnancy) return null;
  const begin = (field: string): void => {
    store.editAll([{ at: "/pregnancies", value: [{}] }]);
    goTo(`/pregnancies/0/${field}`);
  };
  return (
    <div className={`mb-card ${classes.first}`}>
      <p>{say(caseWords.startHere)}</p>
      <div className={classes.buttons}>
        <button type="button" className={fieldClasses.button} onClick={() => begin("deliveredAt")}>
          {say(caseWords.startDate)}
        </button>
        <button type="button" className={fieldClasses.button} onClick={() => begin("parity")}>
          {say(caseWords.startMonths)}
        </button>
      </div>
    </div>
  );
}
