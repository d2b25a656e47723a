import type { SeriesHead } from "@materbone/clinical";
import { describe, expect, it } from "vitest";
import { ApiProblem } from "../api/request.ts";
import { changeHead, type HeadStore } from "./save-reviews.ts";

const head: SeriesHead = { schema: "materbone/series/1", id: "s", title: "S" };

/** A head that others save `times` between a read and the write that follows. */
function contested(times: number): { readonly store: HeadStore; readonly saved: () => SeriesHead } {
  let current = head;
  let revision = 1;
  let left = times;
  return {
    saved: () => current,
    store: {
      read: () => Promise.resolve({ value: current, revision, savedAt: "", savedBy: "" }),
      write: (value, fromRevision) => {
        if (left > 0) {
          left--;
          revision++;
          current = { ...current, keywords: [...(current.keywords ?? []), `k${revision}`] };
        }
        if (fromRevision !== revision) {
          throw new ApiProblem({ type: "/problems/stale-revision", title: "", status: 409 });
        }
        current = value;
        revision++;
        return Promise.resolve({ revision, savedAt: "", hash: "" });
      },
    },
  };
}

describe("changeHead", () => {
  it("saves the change on the revision it read", async () => {
    const { store, saved } = contested(0);
    const result = await changeHead(store, (current) => ({ ...current, title: "T" }));
    expect(result.revision).toBe(2);
    expect(saved().title).toBe("T");
  });

  it("applies the change again to what someone saved in between, and loses neither", async () => {
    const { store, saved } = contested(2);
    await changeHead(store, (current) => ({ ...current, title: "T" }));
    expect(saved()).toMatchObject({ title: "T", keywords: ["k2", "k3"] });
  });

  it("gives up when it never gets its turn", async () => {
    const { store, saved } = contested(Number.POSITIVE_INFINITY);
    await expect(changeHead(store, (current) => ({ ...current, title: "T" }))).rejects.toThrow(ApiProblem);
    expect(saved().title).toBe("S");
  });

  it("passes any other refusal on at once", async () => {
    const store: HeadStore = {
      ...contested(0).store,
      write: () => Promise.reject(new ApiProblem({ type: "/problems/store-full", title: "", status: 507 })),
    };
    await expect(changeHead(store, (current) => current)).rejects.toMatchObject({ kind: "store-full" });
  });
});
