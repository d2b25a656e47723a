import { paperChoice, publishedWindows } from "@materbone/clinical";
import { describe, expect, it } from "vitest";
import { choiceOfSearch, searchOfChoice } from "./choice-of-search.ts";

describe("choiceOfSearch", () => {
  it("is the paper's own without a word in the address", () => {
    expect(choiceOfSearch({})).toEqual(paperChoice);
    expect(searchOfChoice(paperChoice)).toEqual({ siteRule: undefined, windowMonths: undefined, operator: undefined });
  });

  it("goes to the address and back for every choice", () => {
    for (const { months } of publishedWindows) {
      for (const siteRule of ["any", "all"] as const) {
        for (const operator of ["<", "<="] as const) {
          const choice = { siteRule, windowMonths: months, operator };
          const { siteRule: rule, windowMonths, operator: sign } = searchOfChoice(choice);
          expect(
            choiceOfSearch({
              ...(rule === undefined ? {} : { siteRule: rule }),
              ...(windowMonths === undefined ? {} : { windowMonths }),
              ...(sign === undefined ? {} : { operator: sign }),
            }),
          ).toEqual(choice);
        }
      }
    }
  });

  it.each([7, -1, Number.POSITIVE_INFINITY])("takes no window that is not published (%s)", (windowMonths) => {
    expect(choiceOfSearch({ windowMonths }).windowMonths).toBe(paperChoice.windowMonths);
  });
});
