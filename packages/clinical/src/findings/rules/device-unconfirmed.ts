import { caseRule } from "../rule.ts";
import { sourcePaper } from "./cited.ts";
import { type NamedScan, namedScan, sayScans } from "./named-scan.ts";
import { commonPlace } from "./place.ts";

type DeviceUnconfirmedFacts = {
  readonly outside: readonly NamedScan[];
  readonly scansWithoutDevice: readonly NamedScan[];
};

/** With a scan made elsewhere in the record, a scan without a device may be that one: its change is then not like for like. */
export const deviceUnconfirmed = caseRule<DeviceUnconfirmedFacts>({
  id: "device-unconfirmed",
  severity: "major",
  reads: ["scans[].place", "scans[].device"],
  source: sourcePaper(
    "l.101-105, l.136-140",
    "an outside measurement is reported and the device of the tabulated scans is not",
  ),
  title: {
    en: "Was there a scan at another hospital while the device of a measured scan is not recorded?",
    zh: "存在外院骨密度检查时，是否有检查未记录所用仪器？",
  },
  message: {
    en: ({ scansWithoutDevice }, t) =>
      `A scan was made at an outside hospital and the device of ${sayScans(scansWithoutDevice, t)} is not recorded: confirm that the scans compared come from one device.`,
    zh: ({ scansWithoutDevice }, t) =>
      `曾在外院测量骨密度，而${sayScans(scansWithoutDevice, t)}检查未记录所用仪器：请核实所比较的检查是否由同一台仪器完成。`,
  },
  find: (view) => {
    const outside = view.record.scans?.filter((scan) => scan.place === "outsideHospital");
    // With one scan nothing is compared, so its device decides nothing yet.
    if (outside === undefined || outside.length === 0 || view.record.scans?.length === 1) return [];
    const unnamed = view.scans.filter(({ entry }) => entry.device === undefined);
    if (unnamed.length === 0) return [];
    return [
      {
        at: commonPlace(unnamed.map(({ at }) => at)),
        facts: {
          outside: outside.map(namedScan),
          scansWithoutDevice: unnamed.map(({ entry }) => namedScan(entry)),
        },
      },
    ];
  },
});
