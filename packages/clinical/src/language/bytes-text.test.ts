import { expect, it } from "vitest";
import { bytesText } from "./bytes-text.ts";

it.each([
  [0, "0 B"],
  [999, "999 B"],
  [1000, "1 kB"],
  [999_499, "999 kB"],
  [999_500, "1.0 MB"],
  [3_440_000, "3.4 MB"],
  [99_900_000, "99.9 MB"],
  [523_000_000, "523 MB"],
  [2_000_000_000, "2.0 GB"],
  [5e15, "5000 TB"],
])("%d bytes are %s", (bytes, said) => {
  expect(bytesText(bytes)).toBe(said);
});
