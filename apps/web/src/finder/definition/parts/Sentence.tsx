import type { Text } from "@materbone/clinical";
import type { ReactNode } from "react";
import { useSay } from "../../../language/language.tsx";
import { numbered } from "../../../parts/numbered.ts";
import classes from "./Sentence.module.css";

/** A sentence with controls in it, in the order of the language: `{from}` in the text stands for the slot `from`. */
export function Sentence(props: { readonly of: Text; readonly slots: Readonly<Record<string, ReactNode>> }): ReactNode {
  const say = useSay();
  return (
    <div className={classes.sentence}>
      {numbered(say(props.of).split(/\{(\w+)\}/)).map(({ key, item }) =>
        Number(key) % 2 === 1 ? (
          <span key={key} className={classes.slot}>
            {props.slots[item]}
          </span>
        ) : (
          item.trim() !== "" && (
            <span key={key} className={/^[,，、。]/.test(item) ? classes.joined : undefined}>
              {item}
            </span>
          )
        ),
      )}
    </div>
  );
}
