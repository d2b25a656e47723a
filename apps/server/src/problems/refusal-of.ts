import { type Divergence, divergences, type Problem, sayProblem, type Terms, type Versions } from "@materbone/clinical";
import { literatureDivergences } from "@materbone/evidence";
import {
  BrokenReferenceError,
  DocumentExistsError,
  DocumentNotFoundError,
  type DocumentRef,
  DocumentStateError,
  type Registry,
  StaleRevisionError,
  StoreError,
} from "@materbone/registry";
import { HTTPException } from "hono/http-exception";
import { literatureAt, literatureOf } from "../literature.ts";
import { type PlacedDetail, Refusal } from "./refusal.ts";

/**
 * What an error of the registry or of the request means to the user; `undefined` when it is a fault of the program.
 *
 * @param sent - the valid document that the request brought, when it was a save
 */
export async function refusalOf(
  error: unknown,
  registry: Registry,
  sent: unknown,
  terms: Terms,
): Promise<Refusal | undefined> {
  if (error instanceof Refusal) return error;
  if (error instanceof StaleRevisionError) return staleRevision(error, registry, sent);
  if (error instanceof DocumentNotFoundError) return new Refusal("not-found", { what: error.document.kind });
  if (error instanceof DocumentExistsError) {
    const { isDeleted, document } = error;
    return new Refusal("exists", { what: document.kind, isDeleted }, { extras: { isDeleted } });
  }
  if (error instanceof DocumentStateError) {
    const { isDeleted, document } = error;
    return new Refusal("state", { what: document.kind, isDeleted }, { extras: { isDeleted } });
  }
  if (error instanceof BrokenReferenceError) {
    const problems = placedDetails(error.problems, terms);
    return new Refusal("broken-reference", { count: problems.length }, { problems });
  }
  if (error instanceof StoreError) return storeRefusal(error);
  // By its name: the package of the finder's engines is not loaded for this.
  if (error instanceof Error && error.name === "RunError" && "file" in error) {
    const file = String(error.file);
    return new Refusal("finder-unreadable", { what: file === "review.json" ? "review" : "run", file });
  }
  if (error instanceof HTTPException && error.status < 500) return new Refusal("invalid-request", {});
  return undefined;
}

/** Problems of a record with their places and sentences. */
export function placedDetails(problems: readonly Problem[], terms: Terms): readonly PlacedDetail[] {
  return problems.map((problem) => ({ pointer: problem.at, detail: sayProblem(problem, terms) }));
}

function storeRefusal({ trouble, path }: StoreError): Refusal {
  switch (trouble) {
    case "locked":
      return new Refusal("store-locked", { path });
    case "full":
      return new Refusal("store-full", { path });
    case "readOnly":
      return new Refusal("store-read-only", { path });
    case "notOverwritten":
      return new Refusal("store-not-overwritten", { path });
    default:
      return new Refusal("store-damaged", { trouble, path });
  }
}

async function staleRevision(error: StaleRevisionError, registry: Registry, sent: unknown): Promise<Refusal> {
  const { document, expected, current } = error;
  const stands = await readDocument(registry, document);
  const base = await readBase(registry, document, expected).catch(() => undefined);
  return new Refusal(
    "stale-revision",
    { expected, current },
    {
      extras: {
        expected,
        current,
        record: stands.value,
        // Of the shipped literature nobody says when it was saved.
        ...("savedAt" in stands ? { savedAt: stands.savedAt, savedBy: stands.savedBy } : {}),
        divergences: compare(document)({ base, mine: sent ?? base, theirs: stands.value }),
      },
    },
  );
}

/** The literature is told by study and outcome, any other record by its places. */
function compare(document: DocumentRef): (versions: Versions) => readonly Divergence[] {
  if (document.kind === "literature") return literatureDivergences;
  return ({ base, mine, theirs }) => divergences(base, mine, theirs);
}

type Standing =
  | { readonly value: object }
  | { readonly value: object; readonly savedAt: string; readonly savedBy: string };

function readDocument(registry: Registry, ref: DocumentRef): Promise<Standing> {
  switch (ref.kind) {
    case "case":
      return registry.readCase(ref);
    case "series":
      return registry.readHead(ref.series);
    case "literature":
      return literatureOf(registry);
  }
}

function readBase(registry: Registry, ref: DocumentRef, revision: number): Promise<object | undefined> {
  return ref.kind === "literature" ? literatureAt(registry, revision) : registry.readRevision(ref, revision);
}
