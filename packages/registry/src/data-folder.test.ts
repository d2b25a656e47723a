import { describe, expect, it } from "vitest";
import { defaultDataFolder } from "./data-folder.ts";

describe("the folder of the data", () => {
  it.each([
    [{ MATERBONE_DATA: "/srv/m" }, "linux", "/srv/m"],
    [{ MATERBONE_DATA: "", XDG_DATA_HOME: "/data" }, "linux", "/data/materbone"],
    [{ XDG_DATA_HOME: "relative" }, "linux", "/home/li/.local/share/materbone"],
    [{}, "freebsd", "/home/li/.local/share/materbone"],
    [{ XDG_DATA_HOME: "/data" }, "darwin", "/home/li/Library/Application Support/Materbone"],
    [{ APPDATA: "C:\\Users\\li\\AppData\\Roaming" }, "win32", "C:\\Users\\li\\AppData\\Roaming\\Materbone"],
    [{}, "win32", "\\home\\li\\AppData\\Roaming\\Materbone"],
  ])("with %j on %s is %s", (env, platform, expected) => {
    expect(defaultDataFolder(env, platform, "/home/li")).toBe(expected);
  });
});
