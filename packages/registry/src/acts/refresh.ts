import type { Registry } from "../registry.ts";
import { wholeAtLeast } from "../store/case-selection.ts";
import type { DocumentRow } from "../store/store-row.ts";
import type { Core } from "./core.ts";
import { putCaseRow } from "./counts.ts";
import { pauses } from "./pause.ts";

/** Recounts women whose series changed, in one transaction, so that `most` bounds how long other writers wait. */
export function refreshing({ store, head: headOf }: Core): Pick<Registry, "refreshStale" | "countStale"> {
  const countStale = (): Promise<number> => store.read((reader) => reader.countStale());
  return {
    countStale,
    refreshStale: async (most) => {
      wholeAtLeast(1, most, "most");
      if ((await countStale()) === 0) return 0;
      return store.write(async (writer) => {
        const seriesByKey = new Map<number, DocumentRow>();
        for (const isDeleted of [false, true]) {
          for (const series of await writer.listSeries(isDeleted)) seriesByKey.set(series.key, series);
        }
        const pause = pauses();
        for (const woman of await writer.staleCases(most)) {
          const series = seriesByKey.get(woman.document.parent ?? 0);
          if (series !== undefined) await putCaseRow(writer, woman, series, await headOf(writer, series));
          await pause();
        }
        return writer.countStale();
      });
    },
  };
}
