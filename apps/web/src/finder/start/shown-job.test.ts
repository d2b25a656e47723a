import { expect, it } from "vitest";
import type { JobState } from "../../api/finder-queries.ts";
import { shownJob } from "./shown-job.ts";

const running: JobState = {
  kind: "running",
  id: "b",
  data: "0123456789abcdef",
  progress: { phase: "read", done: 1, total: 2 },
};
const ended: JobState = { kind: "cancelled", id: "a" };

it("shows the search of the address, and another one that runs never as its own", () => {
  expect(shownJob([running, ended], "a")).toEqual({ job: ended, other: running });
  expect(shownJob([running, ended], "b")).toEqual({ job: running, other: undefined });
  expect(shownJob([running, ended], "forgotten")).toEqual({ job: undefined, other: running });
  expect(shownJob([ended], "a")).toEqual({ job: ended, other: undefined });
});

it("shows the search that runs where the address names none", () => {
  expect(shownJob([running, ended], undefined)).toEqual({ job: running, other: undefined });
  expect(shownJob([ended], undefined)).toEqual({ job: undefined, other: undefined });
});
