import { describe, expect, it } from "vitest";
import { browserCommand } from "./open-browser.ts";

describe("browserCommand", () => {
  it.each([
    ["linux", { DISPLAY: ":0" }, "xdg-open"],
    ["linux", { WAYLAND_DISPLAY: "wayland-0" }, "xdg-open"],
    ["darwin", {}, "open"],
    ["win32", {}, "rundll32"],
    ["linux", {}, undefined],
    ["linux", { DISPLAY: "" }, undefined],
    ["linux", { DISPLAY: ":0", SSH_CONNECTION: "a" }, undefined],
    ["darwin", { CI: "true" }, undefined],
    ["freebsd", { DISPLAY: ":0" }, undefined],
  ] as const)("on %s with %j is %s", (platform, env, program) => {
    expect(browserCommand(platform, env)?.[0]).toBe(program);
  });
});
