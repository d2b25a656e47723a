import { createTerms, type Terms, type Text } from "@materbone/clinical";

/** A sentence made of terms, in both languages. */
export function bothLanguages(make: (terms: Terms) => string): Text {
  return { en: make(createTerms("en")), zh: make(createTerms("zh")) };
}
