import data from "../../knowledge/physiology.json" with { type: "json" };

/** One value of bone or hormone in healthy pregnant, lactating or weaned women, as its document gives it. */
export type PhysiologyRecord = {
  readonly id: string;
  readonly study: string;
  readonly doi?: string;
  readonly pmid?: string;
  readonly journal?: string;
  readonly women?: number;
  /** `allGroups`: those of the whole study; of the group that the value belongs to no number is known. */
  readonly womenAre?: "allGroups";
  readonly population?: string;
  readonly phase?: string;
  readonly group?: string;
  /** Skeletal site or analyte, as collected. */
  readonly what: string;
  readonly measure: string;
  readonly from?: string;
  readonly to?: string;
  readonly months?: number;
  readonly statistic: string;
  readonly value?: number;
  readonly unit?: string;
  readonly low?: number;
  readonly high?: number;
  readonly error?: number;
  /** `probablySe`: printed after a plus-minus without a name. */
  readonly errorKind?: "se" | "sd" | "probablySe";
  /** What was read of the document. */
  readonly reached: string;
  readonly note?: string;
};

export const physiologyRecords: readonly PhysiologyRecord[] = data.records as readonly PhysiologyRecord[];
