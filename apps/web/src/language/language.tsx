import { createTerms, type Lang, type Terms, type Text } from "@materbone/clinical";
import { createContext, type ReactNode, useContext, useEffect, useMemo } from "react";

const LanguageContext = createContext<Terms>(createTerms("en"));

/** Gives everything below it words of one language. A change of language re-words the page and keeps all its state. */
export function LanguageProvider({ lang, children }: { readonly lang: Lang; readonly children: ReactNode }): ReactNode {
  const terms = useMemo(() => createTerms(lang), [lang]);
  useEffect(() => {
    document.documentElement.lang = lang === "zh" ? "zh-CN" : "en";
    localStorage.setItem(STORED, lang);
  }, [lang]);
  return <LanguageContext value={terms}>{children}</LanguageContext>;
}

/** Words and numbers of the language in use. */
export function useTerms(): Terms {
  return useContext(LanguageContext);
}

/** Turns a typed pair of sentences into the one of the language in use. */
export function useSay(): (text: Text) => string {
  return useTerms().text;
}

/** The language last chosen here, else the browser's, else English. */
export function preferredLanguage(): Lang {
  const stored = localStorage.getItem(STORED);
  if (stored === "zh" || stored === "en") return stored;
  return navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en";
}

const STORED = "materbone.language";
