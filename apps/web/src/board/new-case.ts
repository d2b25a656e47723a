import { type CaseRecord, type Problem, readCase } from "@materbone/clinical";

/** What is asked of a new woman; everything else is entered on her page. */
export type NewCase = {
  readonly id: string;
  /** Calendar date of the index delivery, of any precision; `undefined` in a record of months only. */
  readonly deliveryDate: string | undefined;
};

/** The record that a new woman starts with, or what is wrong with what was typed. */
export function newCase({
  id,
  deliveryDate,
}: NewCase):
  | { readonly kind: "made"; readonly record: CaseRecord }
  | { readonly kind: "refused"; readonly problems: readonly Problem[] } {
  const date = deliveryDate?.trim();
  const result = readCase({
    schema: "materbone/case/1",
    id: id.trim(),
    pregnancies: [{ index: true, ...(date === undefined ? {} : { deliveredAt: { date, basis: "stated" } }) }],
  });
  return result.kind === "read" ? { kind: "made", record: result.value } : result;
}
