import { type ClaimKind, readSeriesHead, type SeriesHead, vocabularies } from "@materbone/clinical";
import { describe, expect, it } from "vitest";
import { claimSpecs, freshClaimId } from "./claim-spec.ts";
import { pastedIntervals } from "./pasted-intervals.ts";
import { pastedRepeats } from "./pasted-repeats.ts";

describe("pastedRepeats", () => {
  it("reads one person a line, with tabs, commas or blanks between", () => {
    const people = [
      [0.812, 0.804],
      [0.911, 0.92, 0.915],
    ];
    expect(pastedRepeats("0.812\t0.804\n0.911\t0.920\t0.915").people).toEqual(people);
    expect(pastedRepeats("0.812,0.804\n0.911, 0.920, 0.915").people).toEqual(people);
    expect(pastedRepeats("0.812 0.804\n0.911 0.920 0.915").people).toEqual(people);
  });

  it("passes over headings, names and the number of the person", () => {
    const text = "No.\tFirst\tSecond\n1\t0.812\t0.804\nB\t0.911\t0.920";
    expect(pastedRepeats(text)).toEqual({
      people: [
        [0.812, 0.804],
        [0.911, 0.92],
      ],
      leftovers: [],
    });
  });

  it("leaves a single scan and what cannot be g/cm²", () => {
    expect(pastedRepeats("0.812\n812\t804")).toEqual({ people: [], leftovers: ["0.812", "812 804"] });
  });
});

describe("pastedIntervals", () => {
  it("reads limits in two cells or as a range and keeps their digits", () => {
    const { intervals, leftovers } = pastedIntervals("PTH\t15\t65\tpg/mL\nβ-CTX\t0.068-0.680\tng/mL");
    expect(leftovers).toEqual([]);
    expect(intervals).toEqual([
      { analyte: "pth", low: "15", high: "65", unit: "pg/mL" },
      { analyte: "betaCtx", low: "0.068", high: "0.680", unit: "ng/mL" },
    ]);
  });

  it("reads season, state and laboratory in either language, in any order", () => {
    const text = "25(OH)D\t15.7\t60.3\tng/mL\t夏季\t中心实验室\n25(OH)D\t8.8\t46.3\twinter\tng/mL\tlactating";
    expect(pastedIntervals(text).intervals).toEqual([
      { analyte: "vitaminD25oh", low: "15.7", high: "60.3", unit: "ng/mL", season: "summer", laboratory: "中心实验室" },
      { analyte: "vitaminD25oh", low: "8.8", high: "46.3", unit: "ng/mL", season: "winter", state: "lactating" },
    ]);
  });

  it("reads an interval that is open on one side", () => {
    expect(pastedIntervals("PTH\t<65\tpg/mL\nPTH\t\t65\tpg/mL\nPTH\t15\t\tpg/mL").intervals).toEqual([
      { analyte: "pth", high: "65", unit: "pg/mL" },
      { analyte: "pth", high: "65", unit: "pg/mL" },
      { analyte: "pth", low: "15", unit: "pg/mL" },
    ]);
  });

  it("passes over a line of headings and leaves what it does not understand", () => {
    const text = "Analyte\tLow\tHigh\tUnit\nunobtainium\t1\t2\tng/mL\nPTH\t15\t65\tparsecs per fortnight";
    expect(pastedIntervals(text)).toEqual({
      intervals: [],
      leftovers: ["unobtainium 1 2 ng/mL", "PTH 15 65 parsecs per fortnight"],
    });
  });
});

/** A value that the control of a field would put in. */
function sample(spec: { readonly kind: string; readonly key: string }): unknown {
  if (spec.kind === "several" && "vocabulary" in spec) {
    return [Object.keys(vocabularies[spec.vocabulary as keyof typeof vocabularies])[0]];
  }
  if (spec.kind === "choice" && "vocabulary" in spec) {
    return Object.keys(vocabularies[spec.vocabulary as keyof typeof vocabularies])[0];
  }
  if (spec.kind === "options" && "options" in spec) return (spec.options as readonly { value: string }[])[0]?.value;
  if (spec.kind === "number") return 3;
  if (spec.kind === "flag") return true;
  return spec.kind === "words" ? ["/cases/0"] : "3";
}

describe.each(Object.entries(claimSpecs))("a claim of kind %s", (kind, { fields, needs }) => {
  const head = (claim: object): SeriesHead =>
    ({ schema: "materbone/series/1", id: "s", title: "S", claims: [{ kind, id: "c", ...claim }] }) as SeriesHead;

  it("is valid with the fields it needs, and with all", () => {
    const all = Object.fromEntries(fields.map((field) => [field.key, sample(field)]));
    const needed = Object.fromEntries(needs.map((key) => [key, all[key]]));
    expect(readSeriesHead(head(needed)).kind).toBe("read");
    expect(readSeriesHead(head(all)).kind).toBe("read");
  });

  it("is refused without any of them", () => {
    const all = Object.fromEntries(fields.map((field) => [field.key, sample(field)]));
    for (const key of needs) {
      const { [key]: _left, ...rest } = all;
      expect(readSeriesHead(head(rest)).kind, key).toBe("refused");
    }
  });
});

describe("freshClaimId", () => {
  it("names the kind, and counts on where it is taken", () => {
    const kind: ClaimKind = "meanAge";
    expect(freshClaimId(kind, [])).toBe("mean-age");
    expect(freshClaimId(kind, ["mean-age", "mean-age-2"])).toBe("mean-age-3");
  });
});
