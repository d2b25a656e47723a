import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useSay } from "../language/language.tsx";
import { shellWords } from "./shell-words.ts";

export function NotFoundPage(): ReactNode {
  const say = useSay();
  return (
    <div className="mb-card">
      <h1>{say(shellWords.notFoundTitle)}</h1>
      <p>{say(shellWords.notFoundText)}</p>
      <Link to="/">{say(shellWords.toStart)}</Link>
    </div>
  );
}
