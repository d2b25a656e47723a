import { describe, expect, it } from "vitest";
import { deviceUnconfirmed } from "./device-unconfirmed.ts";
import { found, scanAt } from "./woman.fixture.ts";

const outside = { id: "outside", place: "outsideHospital", sites: {} } as const;
const own = (device?: string) =>
  scanAt(15, { totalHip: { bmdGPerCm2: 0.698 } }, device === undefined ? {} : { device });

describe("device-unconfirmed", () => {
  it("asks when a scan made elsewhere meets a scan without a device", () => {
    const [raised] = found(deviceUnconfirmed, { scans: [outside, own()] });
    expect(raised?.at).toBe("/scans/1");
    expect(raised?.facts.scansWithoutDevice.map(({ scan }) => scan)).toEqual(["month-15"]);
  });

  it("is content when every scan with readings names its device", () => {
    expect(found(deviceUnconfirmed, { scans: [outside, own("primus")] })).toEqual([]);
  });

  it("is content without a scan from elsewhere", () => {
    expect(found(deviceUnconfirmed, { scans: [{ ...outside, place: "thisCentre" }, own()] })).toEqual([]);
    expect(found(deviceUnconfirmed, { scans: [own()] })).toEqual([]);
  });

  it("asks once for several scans", () => {
    const second = { ...own(), id: "second" };
    const raised = found(deviceUnconfirmed, { scans: [outside, own(), second] });
    expect(raised).toHaveLength(1);
    expect(raised[0]?.at).toBe("/scans");
  });
});
