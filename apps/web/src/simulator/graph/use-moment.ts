import { useReducedMotion } from "@mantine/hooks";
import { useEffect, useState } from "react";
import { ROW_MONTHS } from "../scenario-of-inputs.ts";
import { useSimulatorChange, useSimulatorSearch } from "../simulator-context.tsx";

/** Shown before a reader moves: nursing has acted for a while. */
const FIRST_MONTH = 3;
/** Pause between two rows while the graph plays. */
const TICK_MS = 150;

export type Moment = {
  /** Months post partum. */
  readonly month: number;
  readonly isPlaying: boolean;
  /** Where the reader asks for less motion, nothing plays by itself. */
  readonly canPlay: boolean;
  readonly set: (month: number) => void;
  readonly play: (isPlaying: boolean) => void;
};

/** The moment that the graph shows. The address follows when it stands still. */
export function useMoment(months: number): Moment {
  const { at = FIRST_MONTH } = useSimulatorSearch();
  const change = useSimulatorChange();
  const canPlay = !useReducedMotion();
  const [month, setMonth] = useState(at);
  const [isPlaying, setIsPlaying] = useState(false);
  const shown = Math.min(month, months);
  useEffect(() => {
    if (!isPlaying || !canPlay) return;
    const timer = setInterval(() => setMonth((now) => (now + ROW_MONTHS > months ? 0 : now + ROW_MONTHS)), TICK_MS);
    return () => clearInterval(timer);
  }, [isPlaying, canPlay, months]);
  useEffect(() => {
    if (isPlaying) return;
    const timer = setTimeout(() => change({ at: shown === FIRST_MONTH ? undefined : shown }), 300);
    return () => clearTimeout(timer);
  }, [isPlaying, shown, change]);
  return {
    month: shown,
    isPlaying: isPlaying && canPlay,
    canPlay,
    set: (next) => {
      setIsPlaying(false);
      setMonth(Math.max(0, Math.min(months, next)));
    },
    play: setIsPlaying,
  };
}
