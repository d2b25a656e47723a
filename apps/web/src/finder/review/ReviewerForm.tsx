import { Button, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { settingsQuery } from "../../api/queries.ts";
import { useSay } from "../../language/language.tsx";
import { chooseReviewerName, isReviewerName } from "../run/reviewer-name.ts";
import classes from "./Review.module.css";
import { reviewWords as words } from "./review-words.ts";

/** Asks under which name the decisions are made; the author of the settings is proposed. */
export function ReviewerForm(): ReactNode {
  const say = useSay();
  const author = useQuery(settingsQuery).data?.author.trim() ?? "";
  const [typed, setTyped] = useState<string>();
  const [isTried, setIsTried] = useState(false);
  const name = typed ?? (isReviewerName(author) ? author : "");
  const isWrong = !isReviewerName(name.trim());
  return (
    <form
      className={`mb-card ${classes.who}`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setIsTried(true);
        if (!isWrong) chooseReviewerName(name.trim());
      }}
    >
      <h2>{say(words.who)}</h2>
      <p>{say(words.whoText)}</p>
      <TextInput
        label={say(words.name)}
        description={say(words.nameHint)}
        error={isTried && isWrong ? say(words.nameWrong) : undefined}
        value={name}
        maxLength={40}
        autoComplete="off"
        required
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button type="submit">{say(words.begin)}</Button>
    </form>
  );
}
