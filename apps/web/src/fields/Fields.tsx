import { memo, type ReactNode } from "react";
import { usePlaceOf, useRecordPart } from "../editor/editor-context.tsx";
import { useTerms } from "../language/language.tsx";
import type { Together } from "./commit.ts";
import { EntryList } from "./EntryList.tsx";
import { codecOf, Field } from "./Field.tsx";
import classes from "./Fields.module.css";
import type { FieldSpec, GroupSpec, ListSpec } from "./field-spec.ts";
import { labelOf } from "./label-of.ts";
import { More } from "./More.tsx";
import { TogetherProvider } from "./together.tsx";

/** The fields of one object of the record: what is common in sight, the rest behind "more". */
export const Fields = memo(function Fields(props: {
  readonly specs: readonly FieldSpec[];
  readonly base: string;
  /** Fields that the object cannot be without. */
  readonly needs?: readonly string[];
}): ReactNode {
  const { specs, base, needs = [] } = props;
  const common = specs.filter((spec) => spec.isMore !== true);
  const rest = specs.filter((spec) => spec.isMore === true);
  const shown = (list: readonly FieldSpec[]): ReactNode =>
    list.map((spec) => <AnyField key={spec.key} spec={spec} base={base} isNeeded={needs.includes(spec.key)} />);
  return (
    <div className={classes.fields}>
      {shown(common)}
      {rest.length > 0 && <More places={rest.map((spec) => `${base}/${spec.key}`)}>{shown(rest)}</More>}
    </div>
  );
});

function AnyField(props: { readonly spec: FieldSpec; readonly base: string; readonly isNeeded: boolean }): ReactNode {
  const { spec, base } = props;
  const at = `${base}/${spec.key}`;
  if (spec.kind === "group") return <Group spec={spec} at={at} />;
  if (spec.kind === "list") return <FieldList spec={spec} at={at} />;
  return <Field spec={spec} at={at} isNeeded={props.isNeeded} />;
}

/** A list whose entries are no more than their fields. */
export function FieldList({ spec, at }: { readonly spec: ListSpec; readonly at: string }): ReactNode {
  return (
    <EntryList spec={spec} at={at}>
      {(entry) => <Fields specs={spec.fields} base={entry} needs={spec.opens} />}
    </EntryList>
  );
}

/** A part of an entry with a name of its own. Where one field opens it, the others wait for that. */
export function Group({ spec, at }: { readonly spec: GroupSpec; readonly at: string }): ReactNode {
  const terms = useTerms();
  const { needs = [] } = spec;
  const [opener] = needs;
  const isThere = useRecordPart(at) !== undefined;
  const label = labelOf(at, terms, usePlaceOf());
  if (needs.length > 1) {
    return (
      <Named label={label}>
        <TogetherProvider value={togetherOf(spec, at)}>
          {spec.isInline === true ? (
            <div className={classes.inline}>
              <Fields specs={spec.fields} base={at} />
            </div>
          ) : (
            <Fields specs={spec.fields} base={at} />
          )}
        </TogetherProvider>
      </Named>
    );
  }
  const first = opener === undefined ? undefined : spec.fields.find((field) => field.key === opener);
  if (first === undefined || first.kind === "group" || first.kind === "list") {
    return (
      <Named label={label}>
        <Fields specs={spec.fields} base={at} />
      </Named>
    );
  }
  const others = spec.fields.filter((field) => field.key !== opener);
  return (
    <Named label={label}>
      <Field spec={first} at={`${at}/${first.key}`} opens={at} />
      {isThere && <Fields specs={others} base={at} />}
    </Named>
  );
}

function Named({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  if (label === "") return children;
  return (
    <fieldset className={classes.group}>
      <legend>{label}</legend>
      <div className={classes.fields}>{children}</div>
    </fieldset>
  );
}

function togetherOf(spec: GroupSpec, base: string): Together {
  const needs = (spec.needs ?? []).flatMap((key) => {
    const field = spec.fields.find((candidate) => candidate.key === key);
    return field === undefined || field.kind === "group" || field.kind === "list"
      ? []
      : [{ key, codec: codecOf(field) }];
  });
  return { base, needs };
}
