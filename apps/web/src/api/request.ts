import type { Lang } from "@materbone/clinical";

/** What the server says when it refuses (RFC 9457). Its words are in the language that was asked for. */
export type ProblemDetails = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly problems?: readonly { readonly pointer: string; readonly detail: string }[];
  readonly current?: number;
  readonly record?: unknown;
  readonly savedAt?: string;
  readonly savedBy?: string;
  readonly isDeleted?: boolean;
};

/** The server refused, or could not be reached (`status` 0). */
export class ApiProblem extends Error {
  override readonly name = "ApiProblem";
  readonly details: ProblemDetails;
  constructor(details: ProblemDetails) {
    super(details.title);
    this.details = details;
  }
  /** Last part of `type`: `stale-revision`, `not-found`, `unreachable`... */
  get kind(): string {
    return this.details.type.split("/").at(-1) ?? "";
  }
  /** Nothing was wrong with what was asked: the server is stopped, or was started anew and knows this page no more. */
  get isAway(): boolean {
    return this.kind === "unreachable" || this.kind === "not-signed-in";
  }
}

type Options = {
  readonly method?: "GET" | "POST" | "PUT" | "DELETE";
  readonly body?: unknown;
  /** A file, or a part of one, in place of `body`. */
  readonly file?: Blob;
  /** Revision that the change starts from. */
  readonly fromRevision?: number;
  readonly why?: string | undefined;
  readonly signal?: AbortSignal;
  /** Lets the request outlive the page, for drafts of a closing tab (64 KiB at most). */
  readonly keepalive?: boolean;
};

/** One request to the server of this page. @throws ApiProblem */
export async function request<T>(path: string, options: Options = {}): Promise<T> {
  const headers: Record<string, string> = { Accept: "application/json", "Accept-Language": language };
  if (options.body !== undefined) headers["Content-Type"] = "application/json";
  if (options.file !== undefined) headers["Content-Type"] = "application/octet-stream";
  if (options.fromRevision !== undefined) headers["If-Match"] = `"${options.fromRevision}"`;
  if (options.why !== undefined && options.why !== "") headers["X-Materbone-Why"] = encodeURIComponent(options.why);
  let response: Response;
  let body: unknown;
  let isJson = false;
  try {
    response = await fetch(`/api${path}`, {
      method: options.method ?? "GET",
      headers,
      credentials: "same-origin",
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
      ...(options.file === undefined ? {} : { body: options.file }),
      ...(options.signal === undefined ? {} : { signal: options.signal }),
      ...(options.keepalive === undefined ? {} : { keepalive: options.keepalive }),
    });
    if (response.status === 204) return undefined as T;
    isJson = /\bjson\b/.test(response.headers.get("Content-Type") ?? "");
    // An answer may break off half-way, when the server is stopped.
    body = isJson ? await response.json() : await response.text();
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiProblem({ type: "/problems/unreachable", title: "", status: 0 });
  }
  if (response.ok) return body as T;
  throw new ApiProblem(
    isJson
      ? (body as ProblemDetails)
      : { type: "/problems/internal", title: response.statusText, status: response.status },
  );
}

/** Ids may hold only letters, digits, dot, dash and underscore; encoded all the same. */
export function seriesPath(series: string): string {
  return `/series/${encodeURIComponent(series)}`;
}

export function casePath(series: string, id: string): string {
  return `${seriesPath(series)}/cases/${encodeURIComponent(id)}`;
}

/** A registry has one literature. */
export const LITERATURE_PATH = "/literature";

let language: Lang = "en";

/** Messages of the server come in this language from now on. */
export function speak(lang: Lang): void {
  language = lang;
}
