import { openCore } from "./acts/core.ts";
import { creating } from "./acts/create.ts";
import { histories } from "./acts/history.ts";
import { keeping } from "./acts/keep.ts";
import { literatureKeeping } from "./acts/literature.ts";
import { reading } from "./acts/read.ts";
import { rebuilding } from "./acts/rebuild.ts";
import { refreshing } from "./acts/refresh.ts";
import { removing } from "./acts/remove.ts";
import { saving } from "./acts/save.ts";
import { verifying } from "./acts/verify.ts";
import type { Registry } from "./registry.ts";
import type { Store } from "./store/store.ts";

/** A registry upon a store: every rule is here and in `acts`, none in the stores. */
export function registryOf(store: Store, random: (bytes: number) => Uint8Array): Registry {
  const core = openCore(store, random);
  return {
    ...reading(core),
    ...creating(core),
    ...saving(core),
    ...literatureKeeping(core),
    ...removing(core),
    ...histories(core),
    ...keeping(core),
    ...verifying(core),
    ...rebuilding(core),
    ...refreshing(core),
    backup: (file, { progress } = {}) => store.copyTo(file, progress),
    close: () => store.close(),
  };
}
