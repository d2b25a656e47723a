import type { ReactNode } from "react";
import { EntryList } from "../../fields/EntryList.tsx";
import { Fields } from "../../fields/Fields.tsx";
import { recordSpec } from "../../fields/record-spec.ts";
import { AddTreatment } from "./AddTreatment.tsx";
import { RegimenNote } from "./RegimenNote.tsx";

const SPEC = recordSpec.treatments;

/** Treatments, given and declined, with their doses held against what is listed. */
export function TreatmentsSection(): ReactNode {
  return (
    <EntryList spec={SPEC} at="/treatments" adding={<AddTreatment />}>
      {(at) => (
        <>
          <Fields specs={SPEC.fields} base={at} needs={SPEC.opens} />
          <RegimenNote at={at} />
        </>
      )}
    </EntryList>
  );
}
