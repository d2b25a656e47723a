import type { ReactNode } from "react";
import { useSay } from "../../language/language.tsx";
import { FinderFrame } from "../FinderFrame.tsx";
import { finderWords as words } from "../finder-words.ts";

export function FindPage(): ReactNode {
  const say = useSay();
  return <FinderFrame title={say(words.title)}>{null}</FinderFrame>;
}
