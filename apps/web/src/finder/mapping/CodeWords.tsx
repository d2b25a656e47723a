import { Button, Group } from "@mantine/core";
import { localText, type Terms } from "@materbone/clinical";
import { type CodeChoice, codeChoices, type MappedCode, suggestCodes } from "@materbone/finder";
import { type ReactNode, useId, useState } from "react";
import type { TableHead } from "../../api/finder-keep-queries.ts";
import { useSay, useTerms } from "../../language/language.tsx";
import { bracketed } from "../../language/punctuation.ts";
import { ScrollRegion } from "../../parts/ScrollRegion.tsx";
import { sampleOf, suggestedValues, withKey } from "./draft.ts";
import classes from "./Mapping.module.css";
import { mappingWords as words } from "./mapping-words.ts";

type ColumnCode = Extract<MappedCode, { readonly column: string }>;
type Line = { readonly id: number; readonly word: string; readonly code: string; readonly system: string };

/** Codes for the words of a column; lines without a word or a code wait and are not part of the mapping yet. */
export function CodeWords(props: {
  readonly code: ColumnCode;
  readonly head: TableHead | undefined;
  readonly onChange: (code: ColumnCode) => void;
}): ReactNode {
  const say = useSay();
  const terms = useTerms();
  const { lang } = terms;
  const listId = useId();
  const { code, onChange } = props;
  const [lines, setLines] = useState(() => linesOf(code));
  const change = (next: readonly Line[]): void => {
    setLines(next);
    onChange(withKey(code, "values", valuesOf(next)));
  };
  const nextId = 1 + Math.max(0, ...lines.map(({ id }) => id));
  const known = new Set(lines.map(({ word }) => word));
  const sample = sampleOf(props.head, code.column).filter((word) => !known.has(word));
  const filled = Object.keys(code.values ?? {}).length;
  const isLocal = code.system === "local" && filled === 0;
  const edit = (id: number, part: Partial<Line>): void =>
    change(lines.map((line) => (line.id === id ? { ...line, ...part } : line)));
  return (
    <div className={classes.words}>
      {isLocal && code.column !== "" && <p className={classes.note}>{say(words.localWords)}</p>}
      <details>
        <summary>{bracketed(say(words.words), filled, lang)}</summary>
        <p className="mb-muted">{say(words.wordsHint)}</p>
        <datalist id={listId}>
          {codeChoices.map((choice) => (
            <option key={nameOf(choice, terms)} value={nameOf(choice, terms)} />
          ))}
        </datalist>
        {lines.length > 0 && (
          <ScrollRegion label={say(words.words)}>
            <table className={classes.grid}>
              <thead>
                <tr>
                  <th scope="col">{say(words.word)}</th>
                  <th scope="col">{say(words.code)}</th>
                  <th scope="col">{say(words.system)}</th>
                  <th scope="col">{say(words.byNameOf)}</th>
                  <td />
                </tr>
              </thead>
              <tbody>
                {lines.map((line) => (
                  <tr key={line.id}>
                    {(["word", "code", "system"] as const).map((part) => (
                      <td key={part}>
                        <input
                          className={classes.cell}
                          aria-label={bracketed(say(words[part]), line.word === "" ? line.id : line.word, lang)}
                          value={line[part]}
                          spellCheck={false}
                          maxLength={200}
                          onChange={(event) => edit(line.id, { [part]: event.currentTarget.value })}
                        />
                      </td>
                    ))}
                    <td>
                      <CodeByName
                        key={`${line.system} ${line.code}`}
                        label={bracketed(say(words.byNameOf), line.word === "" ? line.id : line.word, lang)}
                        listId={listId}
                        word={line.code === "" ? line.word : ""}
                        onChoose={({ system, code: chosen }) => edit(line.id, { system, code: chosen })}
                      />
                    </td>
                    <td>
                      <Button
                        variant="subtle"
                        color="red"
                        size="compact-sm"
                        aria-label={bracketed(say(words.removeWord), line.word === "" ? line.id : line.word, lang)}
                        onClick={() => change(lines.filter(({ id }) => id !== line.id))}
                      >
                        {say(words.removeEvent)}
                      </Button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRegion>
        )}
        <Group gap="xs" mt="xs">
          <Button
            variant="light"
            size="compact-md"
            onClick={() => change([...lines, { id: nextId, word: "", code: "", system: "" }])}
          >
            {say(words.addWord)}
          </Button>
          {sample.length > 0 && (
            <Button
              variant="light"
              size="compact-md"
              onClick={() => change([...lines, ...sample.map((word, index) => suggestedLine(word, nextId + index))])}
            >
              {say(words.addWords)}
            </Button>
          )}
        </Group>
      </details>
    </div>
  );
}

/** A code found by its name; for a word without a code the closest ones stand beside. */
function CodeByName(props: {
  readonly label: string;
  readonly listId: string;
  readonly word: string;
  readonly onChoose: (choice: CodeChoice) => void;
}): ReactNode {
  const terms = useTerms();
  return (
    <>
      <input
        className={classes.cell}
        aria-label={props.label}
        list={props.listId}
        spellCheck={false}
        onChange={(event) => {
          const chosen = codeChoices.find((choice) => nameOf(choice, terms) === event.currentTarget.value);
          if (chosen !== undefined) props.onChoose(chosen);
        }}
      />
      {(props.word === "" ? [] : suggestCodes(props.word).near).map((choice) => (
        <Button key={nameOf(choice, terms)} variant="subtle" size="compact-sm" onClick={() => props.onChoose(choice)}>
          {nameOf(choice, terms)}
        </Button>
      ))}
    </>
  );
}

/** "腰椎Z值 · DXA Lumbar spine [Z-score] Bone density · LOINC 85394-5" */
function nameOf({ name, display, system, code }: CodeChoice, { lang }: Terms): string {
  return [localText(name, lang), display, `${system} ${code}`].join(" · ");
}

function suggestedLine(word: string, id: number): Line {
  const [line = { id, word, code: "", system: "" }] = linesOf({
    column: "",
    system: "",
    values: suggestedValues([word]),
  });
  return { ...line, id };
}

function linesOf({ values = {} }: ColumnCode): readonly Line[] {
  return Object.entries(values).map(([word, to], id) =>
    typeof to === "string" ? { id, word, code: to, system: "" } : { id, word, code: to.code, system: to.system },
  );
}

function valuesOf(lines: readonly Line[]): ColumnCode["values"] {
  const whole = lines.filter(({ word, code }) => word.trim() !== "" && code.trim() !== "");
  if (whole.length === 0) return undefined;
  return Object.fromEntries(
    whole.map(({ word, code, system }) => [
      word.trim(),
      system.trim() === "" ? code.trim() : { system: system.trim(), code: code.trim() },
    ]),
  );
}
