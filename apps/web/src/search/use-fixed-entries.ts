import { useMantineColorScheme } from "@mantine/core";
import type { Lang } from "@materbone/clinical";
import { useNavigate } from "@tanstack/react-router";
import { useScheme } from "../app/scheme.tsx";
import { useSay, useTerms } from "../language/language.tsx";
import type { Entry } from "./palette-entries.ts";
import { paletteWords as words } from "./palette-words.ts";

/** What choosing an entry does. */
export type Run = () => void;

/** Pages and actions, those of the series at hand included. */
export function useFixedEntries(here: string | undefined): readonly Entry<Run>[] {
  const sayText = useSay();
  const { lang } = useTerms();
  const navigate = useNavigate();
  const { setColorScheme } = useMantineColorScheme();
  const isDark = useScheme() === "dark";
  const page = (id: string, label: string, target: Run, detail?: string): Entry<Run> => ({
    id,
    section: "pages",
    label,
    detail,
    target,
  });
  const action = (id: string, label: string, target: Run): Entry<Run> => ({ id, section: "actions", label, target });
  const other: Lang = lang === "zh" ? "en" : "zh";
  return [
    ...(here === undefined
      ? []
      : SERIES_PAGES.map(({ to, word }) =>
          page(to, sayText(words[word]), () => void navigate({ to, params: { series: here } }), here),
        )),
    page("start", sayText(words.start), () => void navigate({ to: "/" })),
    page("evidence", sayText(words.evidence), () => void navigate({ to: "/evidence" })),
    page("simulator", sayText(words.simulator), () => void navigate({ to: "/simulate" })),
    page("finder", sayText(words.finder), () => void navigate({ to: "/find" })),
    page("settings", sayText(words.settings), () => void navigate({ to: "/settings" })),
    action("new", sayText(words.newSeries), () => void navigate({ to: "/", search: { open: "new" } })),
    action(
      "import",
      sayText(words.importFiles),
      () => void navigate({ to: "/", search: { open: "import", ...(here === undefined ? {} : { into: here }) } }),
    ),
    action(
      "language",
      sayText(other === "zh" ? words.toChinese : words.toEnglish),
      () =>
        void navigate({
          to: ".",
          search: (previous) => ({ ...previous, lang: other }),
          replace: true,
          resetScroll: false,
        }),
    ),
    action("colours", sayText(isDark ? words.light : words.dark), () => setColorScheme(isDark ? "light" : "dark")),
  ];
}

const SERIES_PAGES = [
  { to: "/series/$series", word: "board" },
  { to: "/series/$series/findings", word: "findings" },
  { to: "/series/$series/follow-up", word: "followUp" },
  { to: "/series/$series/tables", word: "tables" },
  { to: "/series/$series/settings", word: "methods" },
  { to: "/series/$series/history", word: "history" },
] as const;
