import { type CaseRecord, openCase, type Pregnancy, type TimeFrame } from "@materbone/clinical";
import { useMemo } from "react";
import { useRecordPart } from "../editor/editor-context.tsx";

/** What turns months into dates for this woman; changes only with her pregnancies. */
export function useTimeFrame(): TimeFrame {
  const pregnancies = useRecordPart("/pregnancies") as readonly Pregnancy[] | undefined;
  return useMemo(() => {
    const record = { pregnancies: pregnancies ?? [] } as CaseRecord;
    return openCase(record).frame;
  }, [pregnancies]);
}
