import { setCookie } from "hono/cookie";
import { html } from "hono/html";
import type { AppOptions } from "../app-options.ts";
import type { AppContext } from "../environment.ts";
import { freshNonce, plainPagePolicy } from "./answer-headers.ts";
import { cookieName } from "./guard.ts";

/** Signs the browser in with the key of the address and opens the same address without it. */
export function signIn(c: AppContext, { keys, port }: AppOptions): Promise<Response> | Response {
  setCookie(c, cookieName(port), keys.secret, { path: "/", httpOnly: true, sameSite: "Strict" });
  const url = new URL(c.req.url);
  url.searchParams.delete("key");
  // Two slashes at the start would name another host.
  const place = `/${url.pathname.replace(/^[/\\]+/, "")}${url.search}`;
  const site = c.req.header("sec-fetch-site");
  if (site === undefined || site === "none" || site === "same-origin") return c.redirect(place, 303);
  // After a link of another page a redirect would still count as coming from there and leave the cookie out.
  const nonce = freshNonce();
  c.header("Content-Security-Policy", plainPagePolicy(nonce));
  return c.html(
    html`<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=${place}"><title>Materbone</title>`,
  );
}

/** Shown to a browser that has not been signed in. */
export function signInPage(c: AppContext): Promise<Response> | Response {
  const nonce = freshNonce();
  c.header("Content-Security-Policy", plainPagePolicy(nonce));
  return c.html(
    html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Materbone</title>
<style nonce="${nonce}">
:root { color-scheme: light dark; font: 1.0625rem/1.6 system-ui, sans-serif; }
main { max-width: 34rem; margin: 12vh auto; padding: 0 1.5rem; }
h1 { font-size: 1.25rem; }
</style>
</head>
<body>
<main>
<h1>Materbone</h1>
<p>请打开终端中显示的地址。该地址含有本次启动的密钥，可使本浏览器登录，直至程序停止。</p>
<p lang="en">Open the address that the terminal shows. It holds the key of this launch and signs this browser in until the program stops.</p>
</main>
</body>
</html>`,
    401,
  );
}
