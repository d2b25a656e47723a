import type { ReactNode } from "react";
import { useSay } from "../language/language.tsx";
import { AppearanceCard } from "./AppearanceCard.tsx";
import { AuthorCard } from "./AuthorCard.tsx";
import { DataCard } from "./DataCard.tsx";
import { LogCard } from "./LogCard.tsx";
import classes from "./Settings.module.css";
import { settingsWords as words } from "./settings-words.ts";
import { VerifyCard } from "./VerifyCard.tsx";

/** What holds for this computer and not for one series. */
export function SettingsPage(): ReactNode {
  const say = useSay();
  return (
    <div className={classes.page}>
      <h1 className={classes.title}>{say(words.title)}</h1>
      <AuthorCard />
      <AppearanceCard />
      <DataCard />
      <VerifyCard />
      <section className={`mb-card ${classes.card}`}>
        <h2>{say(words.api)}</h2>
        <p className="mb-muted">{say(words.apiText)}</p>
        <p>
          <code>{`${location.origin}/api`}</code>
        </p>
        <p>
          <a href="/api/docs" target="_blank" rel="noreferrer">
            {say(words.apiDocs)}
          </a>
        </p>
      </section>
      <LogCard />
    </div>
  );
}
