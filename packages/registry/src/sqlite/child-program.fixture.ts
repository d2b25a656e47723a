// A process of its own for tests: it says what it did on stdout at once, and is killed or left to end.
import { writeSync } from "node:fs";
import type { CaseRecord } from "@materbone/clinical";
import type { Registry } from "../registry.ts";
import { StaleRevisionError, StoreError } from "../registry-error.ts";
import { openSqliteRegistry } from "./open-sqlite-registry.ts";

const ref = { kind: "case", series: "s", case: "w-1" } as const;
const [task = "", file = "", count = "0"] = process.argv.slice(2);
const tasks: Readonly<Record<string, () => Promise<void>>> = { open, save, draft, count: increment };

await (tasks[task] ?? unknown)();

function say(line: string): void {
  // Not through the stream, which would keep it for later.
  writeSync(1, `${line}\n`);
}

async function unknown(): Promise<void> {
  throw new RangeError(`no task ${task}`);
}

async function open(): Promise<void> {
  try {
    await (await openSqliteRegistry({ file })).close();
    say("opened");
  } catch (error) {
    if (error instanceof StoreError) say(`${error.name} ${error.trouble} ${error.path}`);
    else throw error;
  }
}

/** Saves again and again, each save from the one before, and tells every acknowledgement. */
async function save(): Promise<void> {
  const registry = await openSqliteRegistry({ file });
  let { revision, value } = await registry.readCase(ref);
  for (;;) {
    value = { ...value, note: { en: `saved as ${revision + 1}` } };
    const saved = await registry.saveCase(ref, value, revision, act());
    revision = saved.revision;
    say(`${revision} ${saved.hash}`);
  }
}

/** Keeps a draft that counts up. */
async function draft(): Promise<void> {
  const registry = await openSqliteRegistry({ file });
  for (let body = Number(count); ; body++) {
    await registry.saveDraft({
      document: ref,
      window: "tab",
      baseRevision: 1,
      body: { body, text: "字".repeat(2000) },
      ...act(),
    });
    say(`${body}`);
  }
}

/** Adds one to a number in the record, so often, against whoever else does the same. */
async function increment(): Promise<void> {
  // On a slow disk the other's write may take longer than a user would wait.
  const registry = await openSqliteRegistry({ file, busyMs: 60_000 });
  let refused = 0;
  for (let done = 0; done < Number(count); ) {
    const { value, revision } = await registry.readCase(ref);
    // Others get their turn between reading and saving, as they do while a person types.
    await new Promise((resume) => setTimeout(resume, 1));
    const kept = await trySave(registry, plusOne(value), revision);
    if (kept) done += 1;
    else refused += 1;
  }
  say(`refused ${refused}`);
  await registry.close();
}

async function trySave(registry: Registry, value: CaseRecord, revision: number): Promise<boolean> {
  try {
    await registry.saveCase(ref, value, revision, act());
    return true;
  } catch (error) {
    if (error instanceof StaleRevisionError) return false;
    throw error;
  }
}

function plusOne(record: CaseRecord): CaseRecord {
  return { ...record, tags: [String(Number(record.tags?.[0] ?? 0) + 1)] };
}

function act(): { readonly by: string; readonly at: string } {
  return { by: "child", at: new Date().toISOString() };
}
