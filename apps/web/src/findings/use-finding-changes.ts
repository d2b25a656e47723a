import { type Finding, type FindingChanges, findingChanges } from "@materbone/clinical";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";

/**
 * What became of the findings of a series since the reader last looked: kept beside the client's cache, so that it is still
 * there when the reader comes back from mending a record.
 *
 * @param findings - `undefined` while they are being made
 */
export function useFindingChanges(
  series: string,
  findings: readonly Finding[] | undefined,
): { readonly changes: FindingChanges | undefined; readonly markSeen: () => void } {
  const queryClient = useQueryClient();
  const key = useMemo(() => ["findings-seen", series], [series]);
  const [seen, setSeen] = useState(() => queryClient.getQueryData<readonly Finding[]>(key));
  useEffect(() => {
    if (findings === undefined || queryClient.getQueryData(key) !== undefined) return;
    // Nobody observes it, and it is to outlive every page.
    queryClient.setQueryDefaults(key, { gcTime: Number.POSITIVE_INFINITY });
    queryClient.setQueryData(key, findings);
    setSeen(findings);
  }, [queryClient, key, findings]);
  const changes = useMemo(
    () => (seen === undefined || findings === undefined ? undefined : findingChanges(seen, findings)),
    [seen, findings],
  );
  return {
    changes,
    markSeen: () => {
      queryClient.setQueryData(key, findings);
      setSeen(findings);
    },
  };
}
