import { definitionWords, MOST_AWAY, type WindowBound } from "@materbone/finder";
import { type ReactNode, useState } from "react";
import { useSay } from "../../../language/language.tsx";
import { numbered } from "../../../parts/numbered.ts";
import { NumberField } from "../../../simulator/inputs/NumberField.tsx";
import { definitionPageWords as words } from "../definition-page-words.ts";
import { useEditing } from "../editing-context.tsx";
import panelClasses from "../Panel.module.css";
import { AddPart } from "../parts/AddPart.tsx";
import itemClasses from "../parts/Item.module.css";
import { Item } from "../parts/Item.tsx";
import { NameFields } from "../parts/NameFields.tsx";
import { PartActs } from "../parts/PartActs.tsx";
import { Pick } from "../parts/Pick.tsx";
import { Sentence } from "../parts/Sentence.tsx";
import { SourceFields } from "../parts/SourceFields.tsx";
import classes from "./WindowsSection.module.css";

/** When it has to happen, counted from the delivery. */
export function WindowsSection(): ReactNode {
  const say = useSay();
  const { definition } = useEditing();
  return (
    <section className={`mb-card ${panelClasses.section}`} aria-labelledby="definition-windows">
      <h2 id="definition-windows">{say(definitionWords.headings.windows)}</h2>
      <ul className={itemClasses.items}>
        {numbered(Object.entries(definition.windows)).map(({ key, item: [name, window] }) => {
          const at = `/windows/${name}`;
          return (
            <Item key={key} at={at}>
              <Sentence
                of={words.window}
                slots={{
                  from: <BoundField at={`${at}/from`} end="from" bound={window.from} />,
                  to: <BoundField at={`${at}/to`} end="to" bound={window.to} />,
                }}
              />
              <NameFields at={`${at}/name`} value={window.name} />
              <SourceFields at={`${at}/source`} source={window.source} />
              <PartActs part="windows" name={name} />
            </Item>
          );
        })}
      </ul>
      <AddPart part="windows" contentOf={() => ({ from: { days: 0 }, to: "open" })} />
    </section>
  );
}

const UNITS = ["open", "monthsBefore", "monthsAfter", "daysBefore", "daysAfter"] as const;
type Unit = (typeof UNITS)[number];

/** One end of a window: so many months or days before or after the delivery, or no limit. */
function BoundField(props: {
  readonly at: string;
  readonly end: "from" | "to";
  readonly bound: WindowBound;
}): ReactNode {
  const say = useSay();
  const { edit } = useEditing();
  const { at, end, bound } = props;
  // On the day of delivery nothing tells before from after: what was chosen stands until there is a number.
  const [chosen, setChosen] = useState<Unit>();
  const unit = chosen !== undefined && isSame(boundOf(chosen, 0), bound) ? chosen : unitOf(bound);
  const count = bound === "open" ? 0 : Math.abs("months" in bound ? bound.months : bound.days);
  const set = (next: Unit, number: number): void => {
    setChosen(next);
    edit({ kind: "set", at, value: boundOf(next, Math.round(number)) });
  };
  return (
    <span className={classes.bound}>
      {unit !== "open" && (
        <NumberField
          label={say(words.bounds[end])}
          isLabelHidden
          value={count}
          least={0}
          most={unit.startsWith("months") ? MOST_AWAY.months : MOST_AWAY.days}
          step={1}
          onChange={(number) => set(unit, number)}
        />
      )}
      <Pick
        label={say(words.boundUnits[end])}
        value={unit}
        options={UNITS.map((value) => ({ value, text: say(words.units[value]) }))}
        onPick={(value) => set(UNITS.find((each) => each === value) ?? "open", count)}
      />
    </span>
  );
}

function isSame(one: WindowBound, other: WindowBound): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function unitOf(bound: WindowBound): Unit {
  if (bound === "open") return "open";
  if ("months" in bound) return bound.months < 0 ? "monthsBefore" : "monthsAfter";
  return bound.days < 0 ? "daysBefore" : "daysAfter";
}

function boundOf(unit: Unit, count: number): WindowBound {
  switch (unit) {
    case "open":
      return "open";
    case "monthsBefore":
      return { months: count === 0 ? 0 : -count };
    case "monthsAfter":
      return { months: count };
    case "daysBefore":
      return { days: count === 0 ? 0 : -count };
    case "daysAfter":
      return { days: count };
  }
}
