import { type CaseView, caseRecordSchema, openCase } from "@materbone/clinical";

/**
 * The three women of the source paper with what a comparison needs: weaning as read from l.225 (stopped on admission) and the
 * spine of Table 2.
 */
export function publishedWomen(): readonly CaseView[] {
  return [
    woman("case-1", { months: 15 }, [
      ["first", { months: 15 }, 0.678],
      ["second", { months: 22 }, 0.763],
      ["last", { months: [39, 51] }, 0.929],
    ]),
    woman("case-2", { months: 6 }, [
      ["first", { months: 6 }, 0.765],
      ["last", { months: 17 }, 0.892],
    ]),
    woman("case-3", { months: [3, 9] }, [
      ["first", { months: [3, 9] }, 0.618],
      ["last", { months: 15 }, 0.716],
    ]),
  ];
}

type Time = { readonly months: number | readonly [number, number] };

function woman(id: string, weaned: Time, spine: readonly (readonly [string, Time, number])[]): CaseView {
  return openCase(
    caseRecordSchema.parse({
      schema: "materbone/case/1",
      id,
      pregnancies: [{ index: true, lactation: { breastfed: "yes", weaned } }],
      scans: spine.map(([scan, at, bmdGPerCm2]) => ({ id: scan, at, sites: { lumbarSpine: { bmdGPerCm2 } } })),
    }),
  );
}
