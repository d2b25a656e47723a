import { CLOCK_WORDS, type DelayClock as Clock, sayClock, WORKLIST_WORDS } from "@materbone/finder";
import type { ReactNode } from "react";
import { useTerms } from "../../language/language.tsx";
import { sayShortFromDelivery } from "../run/months-from-delivery.ts";
import { clockStrip, STRIP, STRIP_DELIVERY, type StripMark } from "./clock-strip.ts";
import classes from "./DelayClock.module.css";

/** The way from pain to a drug, drawn small, with the time from the delivery beneath; what is missing is said, never 0. */
export function DelayClock(props: {
  readonly clock: Clock;
  readonly delivery: { readonly low: string; readonly high: string };
}): ReactNode {
  const terms = useTerms();
  const marks = clockStrip(props.clock);
  const middle = STRIP.height / 2;
  const [first, last] = [marks[0], marks.at(-1)];
  return (
    <div className={classes.clock}>
      <svg
        viewBox={`0 0 ${STRIP.width} ${STRIP.height}`}
        width={STRIP.width}
        height={STRIP.height}
        aria-hidden="true"
        className={classes.strip}
      >
        <line x1={STRIP.edge} x2={STRIP.width - STRIP.edge} y1={middle} y2={middle} className={classes.axis} />
        <line x1={STRIP_DELIVERY} x2={STRIP_DELIVERY} y1={2} y2={STRIP.height - 2} className={classes.delivered} />
        {first !== undefined && last !== undefined && (
          <line x1={first.x} x2={last.x2} y1={middle} y2={middle} className={classes.way} />
        )}
        {marks.map((mark) => (
          <StepMark key={mark.step} mark={mark} y={middle} />
        ))}
      </svg>
      <ol className={classes.steps}>
        {props.clock.map((reading) => (
          <li key={reading.step} title={sayClock(reading, props.delivery, terms)}>
            <span className="mb-muted">{terms.text(CLOCK_WORDS[reading.step])}</span>{" "}
            {reading.kind === "recorded" ? (
              <strong>{sayShortFromDelivery(props.delivery, reading.first, terms)}</strong>
            ) : (
              <span className={classes.missing}>{terms.text(WORKLIST_WORDS.notRecorded)}</span>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}

/** The shape says the step, as on her timeline: diamond pain, ring imaging, dot density, triangle drug. */
function StepMark({ mark, y }: { readonly mark: StripMark; readonly y: number }): ReactNode {
  const x = (mark.x + mark.x2) / 2;
  const look = mark.isCertain ? classes.sure : classes.open;
  switch (mark.step) {
    case "pain":
      return <path d={`M${x} ${y - 6}L${x + 6} ${y}L${x} ${y + 6}L${x - 6} ${y}Z`} className={classes.pain} />;
    case "imaging":
      return <circle cx={x} cy={y} r={5} className={classes.imaging} />;
    case "density":
      return <circle cx={x} cy={y} r={3.5} className={look} />;
    case "drug":
      return <path d={`M${x - 5} ${y - 4}L${x + 5} ${y - 4}L${x} ${y + 6}Z`} className={look} />;
  }
}
