import type { Literature } from "@materbone/evidence";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { literatureQuery } from "../../api/queries.ts";
import { refreshLiterature } from "../../api/use-literature.ts";
import { useLiteratureWork } from "../evidence-context.tsx";

/** After another act of this window: reads what is current now, and the work begins anew from it. */
export function useRenewal(): () => Promise<Literature> {
  const client = useQueryClient();
  const store = useLiteratureWork();
  return useCallback(async () => {
    await refreshLiterature(client);
    const stored = await client.fetchQuery({ ...literatureQuery, staleTime: 0 });
    const { value, revision } = stored;
    const { savedAt, savedBy } = stored.isShipped ? { savedAt: "", savedBy: "" } : stored;
    store.renew({ value, revision, savedAt, savedBy });
    return value;
  }, [client, store]);
}
