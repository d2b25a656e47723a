import type { FinderEngine } from "@materbone/exchange";
import {
  coarseFunnel,
  funnelOf,
  makeWorklist,
  planDefinition,
  type ResolvedDefinition,
  suppressed,
  type Worklist,
} from "@materbone/finder";
import { Refusal } from "../problems/refusal.ts";
import { exchange, finderFolder } from "./finder-data.ts";

export type LiveFunnels = {
  /** The rounded funnel of a definition over converted data; a later question of the same asker stops this one. */
  readonly ask: (
    asker: string,
    data: string,
    definition: ResolvedDefinition,
    signal: AbortSignal,
  ) => Promise<Worklist["funnel"]>;
};

/** Counts of edited definitions, each on an engine of its own that is closed afterwards. */
export function createLiveFunnels(dataFolder: string): LiveFunnels {
  const underWay = new Map<string, AbortController>();
  return {
    ask: async (asker, data, definition, signal) => {
      underWay.get(asker)?.abort(new Refusal("finder-superseded", {}));
      const own = new AbortController();
      underWay.set(asker, own);
      const { ConversionError, EngineError, finderFolders, hasData, openSnapshot } = await exchange();
      const folder = finderFolder(dataFolder);
      const place = finderFolders(folder).data(data);
      let engine: FinderEngine | undefined;
      try {
        if (!(await hasData(folder, data))) throw new Refusal("not-found", { what: "converted" });
        engine = await openSnapshot(place);
        const rows = await engine.run(planDefinition(definition), AbortSignal.any([own.signal, signal]));
        const shown = coarseFunnel(suppressed(funnelOf(rows, definition)));
        return makeWorklist({ candidates: [] }, shown, definition).funnel;
      } catch (error) {
        if (error instanceof EngineError) {
          if (error.isOutOfMemory) throw new Refusal("finder-memory", {});
          throw new Refusal("finder-unreadable", { what: "data", file: place });
        }
        // A search converts the same source anew.
        throw error instanceof ConversionError ? new Refusal("finder-busy", {}) : error;
      } finally {
        await engine?.close();
        if (underWay.get(asker) === own) underWay.delete(asker);
      }
    },
  };
}
