import { problemsOf, sayProblem } from "@materbone/clinical";
import type * as z from "zod";
import type { AppContext } from "../environment.ts";
import { termsOf } from "../language-of.ts";
import { Refusal } from "./refusal.ts";

/**
 * Parameters or a small body that their schema refuses, with the place and the nearest known word.
 *
 * @param where - a pointer of the body, or the name of a parameter of the address or the headers
 */
export function refuseParse(
  c: AppContext,
  error: z.ZodError,
  given: unknown,
  schema: z.ZodType,
  where: "body" | "parameter",
): Refusal {
  const terms = termsOf(c);
  const problems = problemsOf(error, given, schema).map((problem) => {
    const detail = sayProblem(problem, terms);
    return where === "body"
      ? { pointer: problem.at, detail }
      : { pointer: "", parameter: problem.at.split("/")[1] ?? "", detail };
  });
  return new Refusal("invalid-request", {}, { problems });
}
