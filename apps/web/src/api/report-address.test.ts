import { expect, it } from "vitest";
import { reportAddress } from "./report-address.ts";

it("names the limit that the pages begin with, and the one that was chosen", () => {
  expect(reportAddress("qingdao-2016-2019", "zh")).toBe("/api/series/qingdao-2016-2019/report?lang=zh&lsc=minimum");
  expect(reportAddress("s", "en", "paper")).toBe("/api/series/s/report?lang=en&lsc=paper");
});
