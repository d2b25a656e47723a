import type { Finding, Review, SeriesHead } from "@materbone/clinical";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { headQuery, keys, type StoredHead, settingsQuery } from "../api/queries.ts";
import { withoutReviews, withReviews } from "./reviewed-head.ts";
import { changeHead, headStore } from "./save-reviews.ts";

export type ReviewActions = {
  readonly isSaving: boolean;
  /** The refusal of the last save; `null` when it went through. */
  readonly problem: Error | null;
  readonly decide: (findings: readonly Finding[], state: Review["state"], note: string) => Promise<void>;
  readonly takeBack: (findings: readonly Finding[]) => Promise<void>;
};

/** Reviews of the findings of one series, saved into its head. */
export function useReviews(series: string): ReviewActions {
  const queryClient = useQueryClient();
  const settings = useQuery(settingsQuery);
  const { mutateAsync, isPending, error } = useMutation({
    mutationFn: (change: (head: SeriesHead) => SeriesHead) => changeHead(headStore(series), change),
    onSuccess: async ({ value, revision }) => {
      queryClient.setQueryData<StoredHead>(
        headQuery(series).queryKey,
        (stored) => stored && { ...stored, value, revision },
      );
      await queryClient.invalidateQueries({ queryKey: keys.series(series) });
    },
  });
  const save = async (change: (head: SeriesHead) => SeriesHead): Promise<void> => {
    await mutateAsync(change);
  };
  return {
    isSaving: isPending,
    problem: error,
    decide: (findings, state, note) => {
      const by = settings.data?.author.trim() ?? "";
      const decision = { state, note: note.trim(), ...(by === "" ? {} : { by }), on: today() };
      return save((head) => withReviews(head, findings, decision));
    },
    takeBack: (findings) => save((head) => withoutReviews(head, findings)),
  };
}

/** The day by the clock of the person who decides, ISO. */
function today(): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
