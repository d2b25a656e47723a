import type { EventStream } from "@materbone/finder";
import type { ReactNode } from "react";
import { useSay } from "../../../language/language.tsx";
import { numbered } from "../../../parts/numbered.ts";
import { NumberField } from "../../../simulator/inputs/NumberField.tsx";
import actClasses from "../Acts.module.css";
import { definitionPageWords as words } from "../definition-page-words.ts";
import { useEditing } from "../editing-context.tsx";
import panelClasses from "../Panel.module.css";
import { Pick, Tick } from "../parts/Pick.tsx";
import { RemoveButton } from "../parts/RemoveButton.tsx";
import { Sentence } from "../parts/Sentence.tsx";
import { TextInput } from "../parts/TextInput.tsx";
import fieldsetClasses from "./Fieldset.module.css";

const OPERATORS = ["<", "<=", ">", ">="] as const;
const SIGNS: Readonly<Record<(typeof OPERATORS)[number], string>> = { "<": "<", "<=": "≤", ">": ">", ">=": "≥" };
const DECIMALS = [0, 1, 2, 3] as const;
const SMALLEST_FACTOR = 1e-9;
/** No field of a form needs a larger number. */
const FAR = 1e9;

/** Which values count, in which unit, and which are believed. */
export function StreamValues(props: { readonly at: string; readonly stream: EventStream }): ReactNode {
  const say = useSay();
  const { edit } = useEditing();
  const { at, stream } = props;
  const { value, plausible, units } = stream;
  const set = (key: string, next: unknown): void => {
    edit({ kind: "set", at: `${at}/${key}`, value: next });
  };
  // A number without a unit compares nothing: the first condition brings a unit along, which is none.
  const begin = (key: "value" | "plausible", begun: object): void => {
    const unit = { kind: "set", at: `${at}/units`, value: [{ unit: "", factor: 1, none: true }] } as const;
    edit({
      kind: "several",
      edits: [...(units === undefined ? [unit] : []), { kind: "set", at: `${at}/${key}`, value: begun }],
    });
  };
  const number = (label: string, key: string, current: number): ReactNode => (
    <NumberField
      label={label}
      isLabelHidden
      value={current}
      least={-FAR}
      most={FAR}
      step={0.1}
      onChange={(next) => set(key, next)}
    />
  );
  return (
    <fieldset className={fieldsetClasses.group}>
      <legend>{say(words.values)}</legend>
      <Tick
        label={say(words.onlyValues)}
        isOn={value !== undefined}
        onChange={(isOn) => (isOn ? begin("value", { op: "<=", number: 0, decimals: 1 }) : set("value", undefined))}
      />
      {value !== undefined && (
        <Sentence
          of={words.value}
          slots={{
            op: (
              <Pick
                label={say(words.operator)}
                value={value.op}
                options={OPERATORS.map((op) => ({ value: op, text: SIGNS[op] }))}
                onPick={(op) => set("value/op", op)}
              />
            ),
            number: number(say(words.threshold), "value/number", value.number),
            decimals: (
              <Pick
                label={say(words.decimals)}
                value={String(value.decimals)}
                options={DECIMALS.map((count) => ({ value: String(count), text: String(count) }))}
                onPick={(count) => set("value/decimals", Number(count))}
              />
            ),
          }}
        />
      )}
      <Tick
        label={say(words.onlyPlausible)}
        isOn={plausible !== undefined}
        onChange={(isOn) =>
          isOn
            ? begin("plausible", { from: Math.min(0, value?.number ?? 0), to: Math.max(0, value?.number ?? 0) })
            : set("plausible", undefined)
        }
      />
      {plausible !== undefined && (
        <Sentence
          of={words.plausible}
          slots={{
            from: number(say(words.leastValue), "plausible/from", plausible.from),
            to: number(say(words.mostValue), "plausible/to", plausible.to),
          }}
        />
      )}
      {(units !== undefined || value !== undefined || plausible !== undefined) && (
        <Units at={`${at}/units`} units={units ?? []} />
      )}
    </fieldset>
  );
}

function Units(props: { readonly at: string; readonly units: NonNullable<EventStream["units"]> }): ReactNode {
  const say = useSay();
  const { edit } = useEditing();
  const { at, units } = props;
  return (
    <div>
      <p className={panelClasses.note}>{say(words.unitsNote)}</p>
      {numbered(units).map(({ key, item, isFirst }) => (
        <div key={key} className={actClasses.row}>
          <TextInput
            label={say(isFirst ? words.firstUnit : words.unit)}
            value={item.unit}
            onText={(unit) =>
              edit({
                kind: "set",
                at: `${at}/${key}`,
                value: { unit, factor: item.factor, ...(unit === "" ? { none: true } : {}) },
              })
            }
          />
          {!isFirst && (
            <NumberField
              label={say(words.factor)}
              value={item.factor}
              least={SMALLEST_FACTOR}
              most={FAR}
              step={0.1}
              onChange={(factor) => edit({ kind: "set", at: `${at}/${key}/factor`, value: factor })}
            />
          )}
          <RemoveButton
            of={item.unit === "" ? say(words.noUnit) : item.unit}
            isQuiet
            onRemove={() => edit({ kind: "removeEntry", at: `${at}/${key}` })}
          />
        </div>
      ))}
      <button
        type="button"
        className={actClasses.quiet}
        onClick={() => {
          const next = { unit: "1", factor: 1 };
          // The first unit begins the list.
          edit(
            units.length === 0
              ? { kind: "set", at, value: [next] }
              : { kind: "set", at: `${at}/${units.length}`, value: next },
          );
        }}
      >
        {say(words.addUnit)}
      </button>
    </div>
  );
}
