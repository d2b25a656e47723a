import type { Source, Text } from "@materbone/clinical";
import data from "../../knowledge/appraisal.json" with { type: "json" };
import type { Appraisal } from "./literature-record.ts";

export type AppraisalItem = {
  readonly id: string;
  /** Part of the tool the item belongs to. */
  readonly domain: string;
  readonly asks: Text;
};

export type AppraisalTool = {
  readonly id: Appraisal["tool"];
  readonly name: Text;
  readonly source: Source;
  readonly items: readonly AppraisalItem[];
};

type AppraisalKnowledge = {
  readonly version: string;
  readonly tools: readonly AppraisalTool[];
  readonly grade: { readonly source: Source };
};

/** Tools that ask how far a report can be trusted. Their answers are counted, never summed into a score. */
export const appraisalKnowledge: AppraisalKnowledge = data as AppraisalKnowledge;
