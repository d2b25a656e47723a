import { posix, win32 } from "node:path";

/** Name of the file in the data folder. */
export const REGISTRY_FILE = "materbone.sqlite";

/**
 * Where data are kept when nothing else is said: `MATERBONE_DATA`, else where the operating system keeps the data of
 * applications.
 *
 * @param env - environment of the process
 * @param platform - as `process.platform`
 * @param home - home folder of the user
 */
export function defaultDataFolder(
  env: Readonly<Record<string, string | undefined>>,
  platform: string,
  home: string,
): string {
  const chosen = given(env.MATERBONE_DATA);
  if (chosen !== undefined) return chosen;
  if (platform === "win32") {
    return win32.join(given(env.APPDATA) ?? win32.join(home, "AppData", "Roaming"), "Materbone");
  }
  if (platform === "darwin") return posix.join(home, "Library", "Application Support", "Materbone");
  // A relative folder there is invalid by the XDG base directory specification and is to be ignored.
  const shared = given(env.XDG_DATA_HOME);
  return posix.join(shared?.startsWith("/") ? shared : posix.join(home, ".local", "share"), "materbone");
}

function given(value: string | undefined): string | undefined {
  return value === undefined || value === "" ? undefined : value;
}
