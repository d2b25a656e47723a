import type { Vertebra } from "@materbone/clinical";
import { type ReactNode, useCallback } from "react";
import { useEditorStore } from "../../editor/editor-context.tsx";
import { useAiming } from "../../fields/aim.tsx";
import { EntryList } from "../../fields/EntryList.tsx";
import { Fields } from "../../fields/Fields.tsx";
import { recordSpec } from "../../fields/record-spec.ts";
import { SpineMap } from "../spine/SpineMap.tsx";
import { GradeNote } from "./GradeNote.tsx";

const SPEC = recordSpec.fractures;

/** The spine to choose from, and every fracture with what was recorded of it. */
export function FracturesSection(): ReactNode {
  const store = useEditorStore();
  const { goTo } = useAiming();
  const choose = useCallback(
    (level: Vertebra) => {
      const fractures = store.snapshot().editor.record.fractures ?? [];
      const known = fractures.findLastIndex((fracture) => fracture.site === level);
      if (known < 0) store.editAll([{ at: `/fractures/${fractures.length}`, value: { site: level } }]);
      goTo(`/fractures/${known < 0 ? fractures.length : known}/at`);
    },
    [store, goTo],
  );
  return (
    <>
      <SpineMap onChoose={choose} />
      <EntryList spec={SPEC} at="/fractures">
        {(at) => (
          <>
            <Fields specs={SPEC.fields} base={at} needs={SPEC.opens} />
            <GradeNote at={at} />
          </>
        )}
      </EntryList>
    </>
  );
}
