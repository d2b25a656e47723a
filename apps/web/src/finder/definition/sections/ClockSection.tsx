import { definitionWords } from "@materbone/finder";
import type { ReactNode } from "react";
import { useSay } from "../../../language/language.tsx";
import classes from "../Definition.module.css";
import { definitionPageWords as words } from "../definition-page-words.ts";
import { useEditing } from "../editing-context.tsx";
import { Item } from "../parts/Item.tsx";
import { Pick } from "../parts/Pick.tsx";
import { useNameOptions } from "../parts/use-name-options.ts";

const STEPS = ["pain", "imaging", "density", "drug"] as const;

/** From pain to drug: whose first days make the delay clock. */
export function ClockSection(): ReactNode {
  const say = useSay();
  const { definition, edit } = useEditing();
  const streams = useNameOptions("streams");
  const windows = useNameOptions("windows");
  const { clock } = definition;
  return (
    <section className={`mb-card ${classes.section}`} aria-labelledby="definition-clock">
      <h2 id="definition-clock">{say(definitionWords.headings.clock)}</h2>
      <ul className={classes.items}>
        <Item at="/clock">
          <div className={classes.row}>
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
      </ul>
    </section>
  );
}
