import { type Fracture, openCase } from "@materbone/clinical";
import { expect, it } from "vitest";
import { spineFigure } from "./spine-figure.ts";

const said = (lang: "en" | "zh", ...fractures: Fracture[]): string =>
  spineFigure(openCase({ schema: "materbone/case/1", id: "w", fractures }, {}), { lang }).description;

it("lists a vertebra whose level is not stated beside the spine, and says that there is a fracture", () => {
  const fracture: Fracture = { site: "vertebra", at: { months: 3 } };
  expect(said("en", fracture)).toContain("Vertebral fracture recorded, level not stated.");
  expect(said("en", fracture)).toContain("Other fractures: vertebra (level not stated)");
  expect(said("zh", fracture)).toContain("已记录椎体骨折，节段未说明。");
  expect(said("en")).toContain("No vertebral fractures recorded.");
});

it("names the levels that are stated", () => {
  const both = said("en", { site: "L1" }, { site: "vertebra" });
  expect(both).toContain("L1: ");
  expect(both).not.toContain("No vertebral fractures recorded");
});
