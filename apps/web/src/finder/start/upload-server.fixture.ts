import { vi } from "vitest";
import type { ChosenFile } from "./upload-files.ts";

/** A file as one is chosen; the year tells exports of one name apart. */
export function chosen(path: string, text: string, year = 2024): ChosenFile {
  return { path, file: new File([text], path, { lastModified: Date.UTC(year, 2, 5) }) };
}

type Stated = { readonly path: string; readonly size: number; readonly changed: number };
type Held = { readonly key: string; readonly files: readonly Stated[]; readonly texts: Map<string, string> };

export type UploadServer = {
  /** What was asked for, in order. */
  readonly asked: string[];
  /** Files of one upload as they are there, `undefined` when it is none. */
  readonly held: (id: string) => Readonly<Record<string, string>> | undefined;
  readonly ids: () => readonly string[];
  /** Deletes an upload as another page does. */
  readonly loses: (id: string) => void;
  /** Cuts the line in a file, after so many of its bytes came. */
  readonly breaksAt: (path: string | undefined, bytes?: number) => void;
  /** Holds answers to parts of a file back until the promise of the request is released or broken off. */
  readonly holdsAt: (path: string | undefined) => void;
  /** Resolves when a part is held back. */
  readonly isHeld: () => Promise<void>;
};

/** A server in the place of `fetch` that takes uploads as the real one does. */
export function takesUploads(): UploadServer {
  const uploads = new Map<string, Held>();
  const asked: string[] = [];
  let made = 0;
  let broken: { readonly path: string; readonly bytes: number } | undefined;
  let holding: string | undefined;
  let tell = (): void => undefined;
  const isWhole = ({ files, texts }: Held): boolean =>
    files.every(({ path, size }) => texts.get(path)?.length === size);
  const begin = (files: readonly Stated[]): unknown => {
    const key = JSON.stringify([...files].map((file) => JSON.stringify(file)).sort());
    const known = [...uploads].find(([, held]) => held.key === key && !isWhole(held))?.[0];
    if (known === undefined) made += 1;
    const id = known ?? String(made);
    const held = uploads.get(id) ?? { key, files, texts: new Map() };
    uploads.set(id, held);
    return {
      upload: { id, path: `/uploads/${id}` },
      received: files.map(({ path }) => held.texts.get(path)?.length ?? 0),
    };
  };
  vi.stubGlobal("fetch", async (address: string, { method = "GET", body, signal }: RequestInit) => {
    const { pathname, searchParams } = new URL(address, "http://x");
    const id = pathname.split("/")[4] ?? "";
    if (method === "POST") {
      asked.push("POST");
      return Response.json(begin(JSON.parse(String(body)).files));
    }
    if (method === "DELETE") {
      asked.push(`DELETE ${id}`);
      if (uploads.delete(id)) return new Response(null, { status: 204 });
      return Response.json({ type: "/problems/not-found", title: "Not found", status: 404 }, { status: 404 });
    }
    const path = searchParams.get("path") ?? "";
    const at = Number(searchParams.get("at"));
    const sent = body instanceof Blob ? await body.text() : "";
    asked.push(`PUT ${id} ${path}@${at} ${sent}`.trim());
    const texts = uploads.get(id)?.texts;
    const text = broken?.path === path ? sent.slice(0, broken.bytes) : sent;
    texts?.set(path, `${(texts.get(path) ?? "").slice(0, at)}${text}`);
    if (broken?.path === path) throw new TypeError("network");
    if (holding === path) {
      tell();
      await new Promise((_, reject) => {
        signal?.addEventListener("abort", () => reject(signal.reason));
      });
    }
    return Response.json({ received: at + text.length, isWhole: true });
  });
  return {
    asked,
    held: (id) => {
      const texts = uploads.get(id)?.texts;
      return texts === undefined ? undefined : Object.fromEntries(texts);
    },
    ids: () => [...uploads.keys()],
    loses: (id) => {
      uploads.delete(id);
    },
    breaksAt: (path, bytes = 0) => {
      broken = path === undefined ? undefined : { path, bytes };
    },
    holdsAt: (path) => {
      holding = path;
    },
    isHeld: () =>
      new Promise((resolve) => {
        tell = resolve;
      }),
  };
}
