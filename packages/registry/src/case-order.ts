/** What a list of women can be ordered by. In a file of its own, so that a page may name them without the schemas. */
export const CASE_ORDERS = ["id", "age", "delivery", "diagnosis", "lowestZ", "findings", "saved"] as const;
export type CaseOrder = (typeof CASE_ORDERS)[number];
