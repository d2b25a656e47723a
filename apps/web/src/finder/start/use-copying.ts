import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { keepKeys, type Upload } from "../../api/finder-keep-queries.ts";
import { type Copying, type CopyWork, createCopyWork } from "./copy-work.ts";

/** Copies files for as long as the page is there. */
export function useCopying(onWhole: (upload: Upload) => void): readonly [copying: Copying | undefined, work: CopyWork] {
  const client = useQueryClient();
  const whole = useRef(onWhole);
  whole.current = onWhole;
  const [work] = useState(() =>
    createCopyWork((upload) => {
      void client.invalidateQueries({ queryKey: keepKeys.uploads });
      if (upload !== undefined) whole.current(upload);
    }),
  );
  useEffect(() => work.stop, [work]);
  return [useSyncExternalStore(work.subscribe, work.get), work];
}
