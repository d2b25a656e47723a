import type { LocalText, Text } from "@materbone/clinical";
import type { ReactNode } from "react";
import { useSay } from "../../../language/language.tsx";
import { definitionPageWords as words } from "../definition-page-words.ts";
import { useEditing } from "../editing-context.tsx";
import classes from "./Field.module.css";
import { TextInput } from "./TextInput.tsx";

/** A text of the definition in both languages; one of them is enough. */
export function NameFields(props: {
  readonly at: string;
  readonly value: LocalText | undefined;
  readonly isLong?: boolean;
  /** May the text be left out? */
  readonly isOptional?: boolean;
  readonly labels?: Readonly<Record<"inEnglish" | "inChinese", Text>>;
}): ReactNode {
  const say = useSay();
  const { edit } = useEditing();
  const { value, at, labels = words.names } = props;
  const texts = typeof value === "string" ? { en: value, zh: value } : (value ?? {});
  const write = (lang: "en" | "zh", text: string): void => {
    const other = lang === "en" ? "zh" : "en";
    const next: LocalText = {
      ...(texts[other] === undefined ? {} : { [other]: texts[other] }),
      ...(text.trim() === "" ? {} : { [lang]: text }),
    };
    edit({ kind: "set", at, value: next.en === undefined && next.zh === undefined ? undefined : next });
  };
  return (
    <div className={classes.pair}>
      {(["zh", "en"] as const).map((lang) => (
        <TextInput
          key={lang}
          label={say(lang === "zh" ? labels.inChinese : labels.inEnglish)}
          value={texts[lang] ?? ""}
          lang={lang === "zh" ? "zh-CN" : "en"}
          isLong={props.isLong === true}
          problemOf={(text) =>
            text.trim() === "" && (texts[lang === "en" ? "zh" : "en"] ?? "") === "" && props.isOptional !== true
              ? say(words.nameNeeded)
              : undefined
          }
          onText={(text) => write(lang, text)}
        />
      ))}
    </div>
  );
}
