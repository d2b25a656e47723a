import { Button, NativeSelect, TextInput } from "@mantine/core";
import { say as sayPhrase } from "@materbone/clinical";
import { CODE_SYSTEMS, EVENT_KINDS, type MappedCode, type MappedEvent, type MappingTable } from "@materbone/finder";
import { type ReactNode, useId } from "react";
import type { TableHead } from "../../api/finder-keep-queries.ts";
import { useSay, useTerms } from "../../language/language.tsx";
import { CodeWords } from "./CodeWords.tsx";
import { ColumnSelect } from "./ColumnSelect.tsx";
import { withKey } from "./draft.ts";
import type { ErrorAt } from "./error-at.ts";
import classes from "./Mapping.module.css";
import { kindWords, roleWords, sayEvent, mappingWords as words } from "./mapping-words.ts";

/** One kind of event that the rows of a table tell of. */
export function EventPart(props: {
  readonly table: MappingTable;
  readonly event: MappedEvent;
  readonly index: number;
  readonly head: TableHead | undefined;
  /** Whether the choices above the sample are of this event. */
  readonly isShown: boolean;
  readonly errorAt: ErrorAt;
  readonly onShow: () => void;
  readonly onChange: (event: MappedEvent) => void;
  readonly onRemove: () => void;
}): ReactNode {
  const say = useSay();
  const terms = useTerms();
  const { event, head, errorAt, onChange } = props;
  const isSeveral = (props.table.events ?? []).length > 1;
  return (
    <fieldset className={classes.event}>
      <legend>
        {sayPhrase(sayEvent, { number: props.index + 1, kind: say(kindWords[event.kind] ?? words.events) }, terms)}
      </legend>
      <div className={classes.fields}>
        <NativeSelect
          label={say(words.kind)}
          value={event.kind}
          data={EVENT_KINDS.map((value) => ({ value, label: say(kindWords[value] ?? words.events) }))}
          onChange={(chosen) => {
            const kind = EVENT_KINDS.find((one) => one === chosen.currentTarget.value);
            if (kind !== undefined) onChange({ ...event, kind });
          }}
        />
        {(["person", "date"] as const).map((role) => (
          <ColumnSelect
            key={role}
            label={say(roleWords[role])}
            head={head}
            value={event[role]}
            isNeeded
            error={errorAt(`/${role}`)}
            onChange={(column) => onChange({ ...event, [role]: column ?? "" })}
          />
        ))}
      </div>
      <CodePart code={event.code} head={head} errorAt={errorAt} onChange={(code) => onChange({ ...event, code })} />
      <div className={classes.fields}>
        {(["value", "site"] as const).map((role) => (
          <ColumnSelect
            key={role}
            label={say(roleWords[role])}
            head={head}
            value={event[role]}
            error={errorAt(`/${role}`)}
            onChange={(column) => onChange(withKey(event, role, column))}
          />
        ))}
        <UnitPart event={event} head={head} errorAt={errorAt} onChange={onChange} />
      </div>
      <div className={classes.acts}>
        {isSeveral &&
          (props.isShown ? (
            <span className="mb-muted">{say(words.shown)}</span>
          ) : (
            <Button variant="subtle" size="compact-md" onClick={props.onShow}>
              {say(words.showEvent)}
            </Button>
          ))}
        <Button variant="subtle" color="red" size="compact-md" onClick={props.onRemove}>
          {say(words.removeEvent)}
        </Button>
      </div>
    </fieldset>
  );
}

/** Where the code of an event comes from, its system, and what words of the column stand for. */
function CodePart(props: {
  readonly code: MappedCode;
  readonly head: TableHead | undefined;
  readonly errorAt: ErrorAt;
  readonly onChange: (code: MappedCode) => void;
}): ReactNode {
  const say = useSay();
  const { code, head, errorAt, onChange } = props;
  const isColumn = "column" in code;
  return (
    <>
      <div className={classes.fields}>
        <NativeSelect
          label={say(words.codeFrom)}
          value={isColumn ? "column" : "fixed"}
          data={[
            { value: "column", label: say(words.codeColumn) },
            { value: "fixed", label: say(words.codeFixed) },
          ]}
          onChange={(chosen) =>
            onChange(
              chosen.currentTarget.value === "column"
                ? { column: "", system: code.system }
                : { system: code.system, code: "" },
            )
          }
        />
        {isColumn ? (
          <ColumnSelect
            label={say(roleWords.code)}
            head={head}
            value={code.column}
            isNeeded
            error={errorAt("/code/column") ?? errorAt("/code")}
            onChange={(column) => onChange({ ...code, column: column ?? "" })}
          />
        ) : (
          <TextInput
            label={say(words.fixedCode)}
            value={code.code}
            spellCheck={false}
            error={code.code === "" ? say(words.fill) : undefined}
            onChange={(typed) => onChange({ ...code, code: typed.currentTarget.value })}
          />
        )}
        <SystemInput
          label={say(words.system)}
          hint={say(words.systemHint)}
          value={code.system}
          error={code.system === "" ? say(words.fill) : undefined}
          onChange={(system) => onChange({ ...code, system })}
        />
      </div>
      {isColumn && <CodeWords code={code} head={head} onChange={onChange} />}
    </>
  );
}

/** A code system: one of those known, or the URI of another. */
export function SystemInput(props: {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly error?: string | undefined;
  readonly onChange: (system: string) => void;
}): ReactNode {
  const id = useId();
  return (
    <>
      <TextInput
        label={props.label}
        description={props.hint}
        value={props.value}
        spellCheck={false}
        list={id}
        error={props.error}
        onChange={(typed) => props.onChange(typed.currentTarget.value)}
      />
      <datalist id={id}>
        {CODE_SYSTEMS.map((system) => (
          <option key={system} value={system} />
        ))}
      </datalist>
    </>
  );
}

function UnitPart(props: {
  readonly event: MappedEvent;
  readonly head: TableHead | undefined;
  readonly errorAt: ErrorAt;
  readonly onChange: (event: MappedEvent) => void;
}): ReactNode {
  const say = useSay();
  const { event, head, errorAt, onChange } = props;
  const { unit } = event;
  const from = unit === undefined ? "none" : "column" in unit ? "column" : "fixed";
  return (
    <>
      <NativeSelect
        label={say(words.unitFrom)}
        value={from}
        data={[
          { value: "none", label: say(words.unitNone) },
          { value: "column", label: say(words.codeColumn) },
          { value: "fixed", label: say(words.codeFixed) },
        ]}
        onChange={(chosen) => {
          const next = chosen.currentTarget.value;
          onChange(
            withKey(event, "unit", next === "none" ? undefined : next === "column" ? { column: "" } : { fixed: "" }),
          );
        }}
      />
      {unit !== undefined && "column" in unit && (
        <ColumnSelect
          label={say(roleWords.unit)}
          head={head}
          value={unit.column}
          isNeeded
          error={errorAt("/unit")}
          onChange={(column) => onChange({ ...event, unit: { column: column ?? "" } })}
        />
      )}
      {unit !== undefined && "fixed" in unit && (
        <TextInput
          label={say(words.unitFixed)}
          value={unit.fixed}
          spellCheck={false}
          error={unit.fixed === "" ? say(words.fill) : undefined}
          onChange={(typed) => onChange({ ...event, unit: { fixed: typed.currentTarget.value } })}
        />
      )}
    </>
  );
}
