import data from "../../knowledge/literature.json" with { type: "json" };
import type { Literature } from "./literature-record.ts";

/** The literature that comes with the workbench; its file is checked against the schema by a test. */
export const shippedLiterature: Literature = data as Literature;
