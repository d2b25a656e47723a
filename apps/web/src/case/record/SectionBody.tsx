import { type ComponentType, memo, type ReactNode } from "react";
import { Field } from "../../fields/Field.tsx";
import fieldClasses from "../../fields/Fields.module.css";
import { FieldList, Fields, Group } from "../../fields/Fields.tsx";
import type { FieldSpec } from "../../fields/field-spec.ts";
import { labelOf } from "../../fields/label-of.ts";
import { type RecordKey, recordSpec } from "../../fields/record-spec.ts";
import { useTerms } from "../../language/language.tsx";
import type { SectionId } from "../case-words.ts";
import { FracturesSection } from "../fractures/FracturesSection.tsx";
import { LaboratorySection } from "../laboratory/LaboratorySection.tsx";
import { PregnanciesSection } from "../pregnancies/PregnanciesSection.tsx";
import { ScansSection } from "../scans/ScansSection.tsx";
import { TreatmentsSection } from "../treatments/TreatmentsSection.tsx";
import { WorkupSection } from "../workup/WorkupSection.tsx";
import { BmiNote } from "./BmiNote.tsx";
import classes from "./RecordForm.module.css";
import { SECTION_KEYS } from "./section-keys.ts";

/** What a section of the record shows. */
export const SectionBody = memo(function SectionBody({ id }: { readonly id: SectionId }): ReactNode {
  const keys = SECTION_KEYS[id];
  return (
    <div className={fieldClasses.fields}>
      {keys.map((key, position) => (
        <Part key={key} name={key} hasHeading={keys.length > 1 && position > 0} />
      ))}
    </div>
  );
});

/** Parts of the record that are more than their fields. */
const OWN: Partial<Readonly<Record<RecordKey, ComponentType>>> = {
  pregnancies: PregnanciesSection,
  fractures: FracturesSection,
  scans: ScansSection,
  laboratory: LaboratorySection,
  treatments: TreatmentsSection,
  workup: WorkupSection,
};

function Part({ name, hasHeading }: { readonly name: RecordKey; readonly hasHeading: boolean }): ReactNode {
  const terms = useTerms();
  const Own = OWN[name];
  if (Own !== undefined) {
    return (
      <div>
        {hasHeading && <h3 className={classes.sub}>{labelOf(`/${name}`, terms)}</h3>}
        <Own />
      </div>
    );
  }
  const spec: FieldSpec = recordSpec[name];
  const at = `/${name}`;
  if (spec.kind !== "group" && spec.kind !== "list") return <Field spec={spec} at={at} isNeeded={name === "id"} />;
  return (
    <div>
      {hasHeading && <h3 className={classes.sub}>{labelOf(at, terms)}</h3>}
      {spec.kind === "list" ? (
        <FieldList spec={spec} at={at} />
      ) : spec.needs === undefined ? (
        <Fields specs={spec.fields} base={at} />
      ) : (
        <Group spec={spec} at={at} />
      )}
      {name === "person" && <BmiNote />}
    </div>
  );
}
