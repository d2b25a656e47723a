import { ActionIcon, Button, SegmentedControl, useMantineColorScheme } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import type { Lang } from "@materbone/clinical";
import { Link, Outlet, useMatchRoute, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { speak } from "../api/request.ts";
import { LanguageProvider, preferredLanguage, useSay } from "../language/language.tsx";
import { apart } from "../parts/apart.tsx";
import classes from "./Shell.module.css";
import { useScheme } from "./scheme.tsx";
import { shellWords } from "./shell-words.ts";

const SearchPalette = apart(
  () => import("../search/SearchPalette.tsx"),
  ({ SearchPalette }) => SearchPalette,
);

/** What stands around every page: where one is, the language, the colours, the search, and what the tool is not. */
export function Shell(): ReactNode {
  const { lang = preferredLanguage() } = useSearch({ strict: false });
  speak(lang);
  return (
    <LanguageProvider lang={lang}>
      <Frame lang={lang} />
    </LanguageProvider>
  );
}

function Frame({ lang }: { readonly lang: Lang }): ReactNode {
  const say = useSay();
  const { series } = useParams({ strict: false });
  const [isSearching, setIsSearching] = useState(false);
  useHotkeys([["mod+K", () => setIsSearching(true)]], []);
  return (
    <>
      <a className={classes.skip} href="#page">
        {say(shellWords.skip)}
      </a>
      <header className="mb-noprint">
        <div className={classes.header}>
          <Link to="/" className={classes.brand}>
            Materbone
          </Link>
          {series !== undefined && <SeriesNav series={series} />}
          <div className={classes.tools}>
            <Button
              variant="subtle"
              size="compact-sm"
              className={classes.search}
              onClick={() => setIsSearching(true)}
              aria-keyshortcuts="Control+K"
            >
              <Glass />
              <span className={classes.word}>{say(shellWords.search)}</span> <kbd className={classes.key}>Ctrl K</kbd>
            </Button>
            <Link to="/evidence" className={classes.tool}>
              {say(shellWords.evidence)}
            </Link>
            <Link to="/simulate" className={classes.tool}>
              {say(shellWords.simulator)}
            </Link>
            <Link to="/find" className={classes.tool}>
              {say(shellWords.finder)}
            </Link>
            <Link to="/settings" className={classes.tool}>
              {say(shellWords.settings)}
            </Link>
            <SchemeSwitch />
            <LanguageSwitch lang={lang} />
          </div>
        </div>
        <p className={classes.banner}>{say(shellWords.researchUse)}</p>
      </header>
      <main id="page" className={classes.page} tabIndex={-1}>
        <Outlet />
      </main>
      {isSearching && <SearchPalette onClose={() => setIsSearching(false)} />}
    </>
  );
}

const SECTIONS = [
  { to: "/series/$series", word: "series" },
  { to: "/series/$series/findings", word: "findings" },
  { to: "/series/$series/follow-up", word: "followUp" },
  { to: "/series/$series/tables", word: "tables" },
  { to: "/series/$series/settings", word: "seriesSettings" },
  { to: "/series/$series/history", word: "history" },
] as const;

function SeriesNav({ series }: { readonly series: string }): ReactNode {
  const say = useSay();
  const matches = useMatchRoute();
  return (
    <nav aria-label={say(shellWords.sections)} className={classes.nav}>
      {SECTIONS.map(({ to, word }) => {
        const isHere =
          matches({ to, params: { series } }) !== false ||
          (word === "series" &&
            matches({ to: "/series/$series/case/$case", params: { series }, fuzzy: true }) !== false);
        return (
          <Link
            key={to}
            to={to}
            params={{ series }}
            className={classes.section}
            activeOptions={{ exact: true, includeSearch: false }}
            aria-current={isHere ? "page" : undefined}
          >
            {say(shellWords[word])}
          </Link>
        );
      })}
    </nav>
  );
}

function LanguageSwitch({ lang }: { readonly lang: Lang }): ReactNode {
  const say = useSay();
  const navigate = useNavigate();
  return (
    <SegmentedControl
      size="xs"
      aria-label={say(shellWords.language)}
      value={lang}
      data={[
        { value: "zh", label: <span lang="zh-CN">中文</span> },
        { value: "en", label: <span lang="en">EN</span> },
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
  );
}

/** Stands for the word on a phone, where it would take a second line. */
function Glass(): ReactNode {
  return (
    <svg className={classes.glass} width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
      <circle cx="7.5" cy="7.5" r="5" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M11.5 11.5 16 16" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
    </svg>
  );
}

function SchemeSwitch(): ReactNode {
  const say = useSay();
  const { setColorScheme } = useMantineColorScheme();
  const isDark = useScheme() === "dark";
  return (
    <ActionIcon
      variant="subtle"
      aria-label={say(isDark ? shellWords.light : shellWords.dark)}
      title={say(isDark ? shellWords.light : shellWords.dark)}
      onClick={() => setColorScheme(isDark ? "light" : "dark")}
    >
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="M8 1.5a6.5 6.5 0 0 1 0 13z" fill="currentColor" />
      </svg>
    </ActionIcon>
  );
}
