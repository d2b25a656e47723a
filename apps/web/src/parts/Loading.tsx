import { Loader } from "@mantine/core";
import type { ReactNode } from "react";
import { shellWords } from "../app/shell-words.ts";
import { useSay } from "../language/language.tsx";

export function Loading(): ReactNode {
  const say = useSay();
  return (
    <p role="status" className="mb-muted">
      <Loader size="xs" aria-hidden="true" /> {say(shellWords.loading)}
    </p>
  );
}
