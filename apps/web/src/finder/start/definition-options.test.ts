import { createTerms } from "@materbone/clinical";
import { expect, it } from "vitest";
import { definitionOptions } from "./definition-options.ts";

const paper = { id: "paper", version: "1", name: "Source paper", own: false, damaged: false };
const ours = { id: "ours", version: "2", name: "Ours", own: true, damaged: true };

it("offers what is listed, what is damaged not to be chosen", () => {
  expect(definitionOptions([paper, ours], "paper", createTerms("en"))).toEqual([
    { value: "paper", label: "Source paper (version 1)", disabled: false },
    { value: "ours", label: "Ours (damaged)", disabled: true },
  ]);
});

it("shows a definition of the address that is none here as such, and not the first of the list", () => {
  const [first, ...others] = definitionOptions([paper], "nope", createTerms("zh"));
  expect(first).toEqual({ value: "nope", label: "nope（未找到）", disabled: true });
  expect(others.map(({ value }) => value)).toEqual(["paper"]);
});
