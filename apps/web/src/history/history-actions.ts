import type { Saved } from "@materbone/registry";
import { casePath, request, seriesPath } from "../api/request.ts";

/** Path of what the history is of: the head of a series, or one woman. */
export function documentPath(series: string, woman: string | undefined): string {
  return woman === undefined ? seriesPath(series) : casePath(series, woman);
}

/** Makes an earlier revision the current content, under the id that the document had then. */
export function undoTo(
  path: string,
  to: number,
  fromRevision: number,
  why: string,
): Promise<Saved & { readonly id: string }> {
  return request(`${path}/undo`, { method: "POST", fromRevision, body: why === "" ? { to } : { to, why } });
}

export function remove(path: string, fromRevision: number, why: string): Promise<Saved> {
  return request<Saved>(path, { method: "DELETE", fromRevision, body: { why } });
}

export function restore(path: string): Promise<Saved> {
  return request<Saved>(`${path}/restore`, { method: "POST", body: {} });
}

export function purge(path: string, id: string, why: string): Promise<void> {
  return request<undefined>(`${path}/purge`, { method: "POST", body: { why, confirm: id } });
}
