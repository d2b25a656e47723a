import { definitionWords } from "@materbone/finder";
import type { ReactNode } from "react";
import { useSay } from "../../../language/language.tsx";
import { numbered } from "../../../parts/numbered.ts";
import actClasses from "../Acts.module.css";
import { definitionPageWords as words } from "../definition-page-words.ts";
import { useEditing } from "../editing-context.tsx";
import panelClasses from "../Panel.module.css";
import itemClasses from "../parts/Item.module.css";
import { Item } from "../parts/Item.tsx";
import { Pick } from "../parts/Pick.tsx";
import { RemoveButton } from "../parts/RemoveButton.tsx";
import { useNameOptions } from "../parts/use-name-options.ts";

const STEPS = ["pain", "imaging", "density", "drug"] as const;

/** From pain to drug: whose first days make the delay clock, and what stands among the evidence besides. */
export function ClockSection(): ReactNode {
  const say = useSay();
  const { definition, edit } = useEditing();
  const streams = useNameOptions("streams");
  const windows = useNameOptions("windows");
  const { clock, context = [] } = definition;
  const add = (value: string): void => {
    if (value === "") return;
    // The first of a list begins the list.
    edit(
      context.length === 0
        ? { kind: "set", at: "/context", value: [value] }
        : { kind: "set", at: `/context/${context.length}`, value },
    );
  };
  return (
    <section className={`mb-card ${panelClasses.section}`} aria-labelledby="definition-clock">
      <h2 id="definition-clock">{say(definitionWords.headings.clock)}</h2>
      <ul className={itemClasses.items}>
        <Item at="/clock">
          <div className={actClasses.row}>
            {STEPS.map((step) => (
              <Pick
                key={step}
                label={say(words.steps[step])}
                isLabelShown
                value={clock[step]}
                options={streams}
                onPick={(value) => edit({ kind: "set", at: `/clock/${step}`, value })}
              />
            ))}
            <Pick
              label={say(words.when)}
              isLabelShown
              value={clock.window}
              options={windows}
              onPick={(value) => edit({ kind: "set", at: "/clock/window", value })}
            />
          </div>
        </Item>
        <Item at="/context" {...(context.length === 0 ? { lines: [say(words.noContext)] } : {})}>
          {numbered(context).map(({ key, item }) => (
            <div key={key} className={actClasses.row}>
              <Pick
                label={say(words.event)}
                value={item}
                options={streams}
                onPick={(value) => edit({ kind: "set", at: `/context/${key}`, value })}
              />
              <RemoveButton
                of={streams.find(({ value }) => value === item)?.text ?? item}
                isQuiet
                onRemove={() => edit({ kind: "removeEntry", at: `/context/${key}` })}
              />
            </div>
          ))}
          <Pick
            label={say(words.addContext)}
            isLabelShown
            value=""
            options={[
              { value: "", text: say(words.choose) },
              ...streams.filter(({ value }) => !context.includes(value)),
            ]}
            onPick={add}
          />
        </Item>
      </ul>
    </section>
  );
}
