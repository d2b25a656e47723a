import { SegmentedControl, useMantineColorScheme } from "@mantine/core";
import type { Lang } from "@materbone/clinical";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTerms } from "../language/language.tsx";
import classes from "./Settings.module.css";
import { settingsWords as words } from "./settings-words.ts";

/** Language and colours of this browser. */
export function AppearanceCard(): ReactNode {
  const { text, lang } = useTerms();
  const navigate = useNavigate();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <section className={`mb-card ${classes.card}`}>
      <h2>{text(words.appearance)}</h2>
      <div className={classes.row}>
        <div>
          <div aria-hidden="true">{text(words.language)}</div>
          <SegmentedControl
            aria-label={text(words.language)}
            value={lang}
            data={[
              { value: "zh", label: <span lang="zh-CN">中文</span> },
              { value: "en", label: <span lang="en">English</span> },
            ]}
            onChange={(value) => {
              const next: Lang = value === "zh" ? "zh" : "en";
              void navigate({
                to: ".",
                search: (previous) => ({ ...previous, lang: next }),
                replace: true,
                resetScroll: false,
              });
            }}
          />
        </div>
        <div>
          <div aria-hidden="true">{text(words.scheme)}</div>
          <SegmentedControl
            aria-label={text(words.scheme)}
            value={colorScheme}
            data={(["light", "dark", "auto"] as const).map((value) => ({ value, label: text(words[value]) }))}
            onChange={(value) => setColorScheme(value === "light" || value === "dark" ? value : "auto")}
          />
        </div>
      </div>
    </section>
  );
}
