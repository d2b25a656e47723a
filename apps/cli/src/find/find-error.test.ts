import { createTerms } from "@materbone/clinical";
import { EngineError } from "@materbone/exchange";
import { expect, it } from "vitest";
import { asFindError } from "./find-error.ts";

const RUNNING = new AbortController().signal;

it.each([
  ["en", "Ask with fewer criteria"],
  ["zh", "请减少定义中的标准"],
] as const)("says in %s what to do about a question that takes too much memory", (language, mend) => {
  const error = new EngineError("duckdb", "Out of Memory Error: 572 MiB used", undefined, true);
  const said = asFindError(error, "data", createTerms(language), RUNNING);
  expect(said).toMatchObject({ name: "FindError", message: expect.stringContaining(mend), cause: error });
  expect(asFindError(new EngineError("duckdb", "IO Error"), "data", createTerms(language), RUNNING)).toMatchObject({
    name: "EngineError",
  });
});
