import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { deleteDefinition, type KeptDefinition } from "../../api/definition-queries.ts";
import { finderKeys } from "../../api/finder-queries.ts";
import { useSay } from "../../language/language.tsx";
import { ProblemCard } from "../../parts/ProblemCard.tsx";
import classes from "./Definition.module.css";
import { definitionPageWords as words } from "./definition-page-words.ts";

/** A kept definition whose file was changed by hand so that it is none any more. */
export function DamagedDefinition(props: {
  readonly id: string;
  readonly kept: Extract<KeptDefinition, { kind: "refused" }>;
}): ReactNode {
  const say = useSay();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [problem, setProblem] = useState<Error>();
  const { id, kept } = props;
  const remove = async (): Promise<void> => {
    try {
      await deleteDefinition(id, kept.state ?? "");
      await client.invalidateQueries({ queryKey: finderKeys.definitions });
      await navigate({ to: "/find/definition", search: {} });
    } catch (error) {
      setProblem(error instanceof Error ? error : new Error(String(error)));
    }
  };
  return (
    <section className={`mb-card ${classes.panel}`}>
      <h2>
        {id}: {say(words.damaged)}
      </h2>
      <ul>
        {kept.problems.map(({ pointer, detail }) => (
          <li key={pointer + detail}>
            <code>{pointer}</code> {detail}
          </li>
        ))}
      </ul>
      <button type="button" className={classes.quiet} onClick={() => void remove()}>
        {say(words.delete)}
      </button>
      {problem !== undefined && <ProblemCard problem={problem} />}
    </section>
  );
}
