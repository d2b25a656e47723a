import { CloseButton, Popover } from "@mantine/core";
import type { Text } from "@materbone/clinical";
import { type ReactNode, useId, useState } from "react";
import { useSay } from "../language/language.tsx";
import classes from "./Computed.module.css";

/** A derived number that opens how it was computed. */
export function Computed(props: {
  readonly value: string;
  /** What the number is: "Change of BMD, total hip". */
  readonly title: string;
  readonly children: ReactNode;
}): ReactNode {
  const say = useSay();
  const title = useId();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Popover
      opened={isOpen}
      onChange={setIsOpen}
      width={340}
      position="bottom-start"
      shadow="md"
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>
        <button type="button" className={classes.value} onClick={() => setIsOpen(!isOpen)}>
          {props.value}
          <span className="mb-hidden">
            {say(COLON)}
            {say(HOW_COMPUTED)}
          </span>
        </button>
      </Popover.Target>
      <Popover.Dropdown className={classes.card} aria-labelledby={title}>
        <div className={classes.head}>
          <p className={classes.title} id={title}>
            {props.title}
          </p>
          <CloseButton size={26} aria-label={say(CLOSE)} onClick={() => setIsOpen(false)} />
        </div>
        <div className={classes.body}>{props.children}</div>
      </Popover.Dropdown>
    </Popover>
  );
}

const COLON: Text = { en: ": ", zh: "：" };
const HOW_COMPUTED: Text = { en: "how computed", zh: "计算方法" };
const CLOSE: Text = { en: "Close", zh: "关闭" };
