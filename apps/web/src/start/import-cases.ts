import { type CaseRecord, deviceReferences, type Problem } from "@materbone/clinical";
import type { CasePage } from "@materbone/registry";
import type { StoredHead } from "../api/queries.ts";
import { ApiProblem, casePath, request, seriesPath } from "../api/request.ts";
import type { ImportProblem, LooseCase } from "./import-plan.ts";

/** Requests under way at once while ids are looked up. */
const AT_ONCE = 6;

/** What stands in the way of adding women to a series: ids in use, devices that it does not describe. */
export type AddCheck = { readonly taken: readonly string[]; readonly problems: readonly ImportProblem[] };

/** Looks at everything that could refuse a woman before the first is saved. */
export async function checkCases(series: string, loose: readonly LooseCase[]): Promise<AddCheck> {
  const head = await request<StoredHead>(seriesPath(series));
  const devices = deviceReferences(head.value);
  const problems = loose.flatMap(({ file, line, record }) =>
    devices(record).map((problem: Problem): ImportProblem => ({ file, line, kind: "record", problem })),
  );
  const wanted = loose.map(({ record }) => record.id);
  const taken = await (head.cases <= LISTED ? takenOfList(series, wanted) : takenOneByOne(series, wanted));
  return { taken: taken.toSorted(), problems };
}

/** A series of this size is listed quicker than its women are asked for one by one. */
const LISTED = 3000;
const PAGE = 500;

async function takenOfList(series: string, wanted: readonly string[]): Promise<readonly string[]> {
  const known = new Set<string>();
  for (const isDeleted of [false, true]) {
    for (let offset = 0, total = 1; offset < total; offset += PAGE) {
      const query = `deleted=${isDeleted}&limit=${PAGE}&offset=${offset}`;
      const page = await request<CasePage>(`${seriesPath(series)}/cases?${query}`);
      total = page.total;
      for (const { id } of page.cases) known.add(id);
    }
  }
  return wanted.filter((id) => known.has(id));
}

async function takenOneByOne(series: string, wanted: readonly string[]): Promise<readonly string[]> {
  const waiting = [...wanted];
  const taken: string[] = [];
  const look = async (): Promise<void> => {
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) if (await isThere(series, id)) taken.push(id);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, look));
  return taken;
}

async function isThere(series: string, id: string): Promise<boolean> {
  try {
    await request(casePath(series, id));
    return true;
  } catch (error) {
    if (error instanceof ApiProblem && error.kind === "not-found") return false;
    throw error;
  }
}

/**
 * Saves women one after another. What was saved before a failure stays; `onSaved` tells of each, so that the rest can follow.
 *
 * @throws ApiProblem of the first that could not be saved
 */
export async function addCases(
  series: string,
  records: readonly CaseRecord[],
  onSaved: (id: string) => void,
): Promise<void> {
  for (const record of records) {
    await request(`${seriesPath(series)}/cases`, { method: "POST", body: record });
    onSaved(record.id);
  }
}
