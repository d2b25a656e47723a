import { spawn } from "node:child_process";

type Environment = Readonly<Record<string, string | undefined>>;

/** The command that opens an address in the user's browser; `undefined` where no desktop is. */
export function browserCommand(platform: NodeJS.Platform, env: Environment): readonly string[] | undefined {
  // A session on another machine has its desktop there.
  if (env.SSH_CONNECTION !== undefined || env.CI !== undefined) return undefined;
  switch (platform) {
    case "darwin":
      return ["open"];
    case "win32":
      return ["rundll32", "url.dll,FileProtocolHandler"];
    case "linux":
      return env.DISPLAY || env.WAYLAND_DISPLAY ? ["xdg-open"] : undefined;
    default:
      return undefined;
  }
}

/** Opens the address where a desktop exists. That it cannot be opened is no failure: the address is printed anyway. */
export function openBrowser(address: string, platform: NodeJS.Platform, env: Environment): void {
  const [program, ...args] = browserCommand(platform, env) ?? [];
  if (program === undefined) return;
  const child = spawn(program, [...args, address], { stdio: "ignore", detached: true });
  child.on("error", () => undefined);
  child.unref();
}
