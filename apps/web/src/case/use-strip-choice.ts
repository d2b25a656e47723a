import { useState } from "react";

/** Is the strip of the course open? As the reader left it, on every page and after a reload; open at first. */
export function useStripChoice(): readonly [boolean, (isOpen: boolean) => void] {
  const [isOpen, setOpen] = useState(() => localStorage.getItem(KEY) !== CLOSED);
  const choose = (next: boolean): void => {
    setOpen(next);
    if (next) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, CLOSED);
  };
  return [isOpen, choose];
}

const KEY = "materbone.strip";
const CLOSED = "closed";
