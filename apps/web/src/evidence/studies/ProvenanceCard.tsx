import type { EvidenceRow } from "@materbone/evidence";
import { type CSSProperties, type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { useTerms } from "../../language/language.tsx";
import { useEvidence } from "../evidence-context.tsx";
import { FactList } from "./FactList.tsx";
import { provenance } from "./provenance.ts";
import classes from "./Studies.module.css";
import type { Card } from "./use-card.ts";

const GAP = 6;

/** Where a value was read, beside the value. */
export function ProvenanceCard(props: {
  readonly id: string;
  readonly card: Card<EvidenceRow>;
  readonly onCard: object;
}): ReactNode {
  const { of: row, beside } = props.card;
  const terms = useTerms();
  const { literature } = useEvidence();
  const place = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<CSSProperties>({ visibility: "hidden" });
  useLayoutEffect(() => {
    const box = place.current?.getBoundingClientRect();
    if (box === undefined) return;
    const left = Math.max(GAP, Math.min(beside.left, document.documentElement.clientWidth - box.width - GAP));
    const isRoomBelow = beside.bottom + GAP + box.height < window.innerHeight;
    setAt({ left, top: isRoomBelow ? beside.bottom + GAP : Math.max(GAP, beside.top - GAP - box.height) });
  }, [beside]);
  return (
    <div ref={place} id={props.id} role="tooltip" className={classes.card} style={at} {...props.onCard}>
      <FactList facts={provenance(literature, row.study, row.reading, terms)} />
    </div>
  );
}
