import { Button, NativeSelect, TextInput } from "@mantine/core";
import { ENCODINGS } from "@materbone/finder";
import { type ReactNode, useState } from "react";
import { useSay } from "../../language/language.tsx";
import { DateWays } from "./DateWays.tsx";
import { type Draft, withKey } from "./draft.ts";
import classes from "./Mapping.module.css";
import { mappingWords as words } from "./mapping-words.ts";

/** What holds for all tables of a mapping. */
export function GeneralPart(props: {
  readonly draft: Draft;
  /** The sample has sex as numbers. */
  readonly hasSexNumbers: boolean;
  readonly onChange: (draft: Draft) => void;
}): ReactNode {
  const say = useSay();
  const { draft, onChange } = props;
  const sexes = draft.sexes ?? { female: [], male: [] };
  const [taken, setTaken] = useState(0);
  const isTold = sexes.female.length + sexes.male.length > 0;
  return (
    <section className={`mb-card ${classes.part}`} aria-labelledby="general-title">
      <h2 id="general-title">{say(words.general)}</h2>
      <div className={classes.fields}>
        <NativeSelect
          label={say(words.encodingAll)}
          value={draft.encoding ?? "utf-8"}
          data={ENCODINGS.map((value) => ({ value, label: value.toUpperCase() }))}
          onChange={(event) => {
            const encoding = ENCODINGS.find((one) => one === event.currentTarget.value);
            onChange(withKey(draft, "encoding", encoding));
          }}
        />
        {(["female", "male"] as const).map((sex) => (
          <WordList
            key={`${sex} ${taken}`}
            label={say(words[sex])}
            hint={say(words.sexHint)}
            words={sexes[sex]}
            onChange={(list) => onChange({ ...draft, sexes: { ...sexes, [sex]: list } })}
          />
        ))}
      </div>
      {props.hasSexNumbers && !isTold && (
        <p className={classes.note}>
          {say(words.sexNumbers)}{" "}
          <Button
            variant="light"
            size="compact-md"
            onClick={() => {
              onChange({ ...draft, sexes: SEX_NUMBERS });
              setTaken(taken + 1);
            }}
          >
            {say(words.takeSexNumbers)}
          </Button>
        </p>
      )}
      <DateWays
        title={say(words.datesAll)}
        chosen={draft.dates}
        onChange={(dates) => onChange(withKey(draft, "dates", dates))}
      />
    </section>
  );
}

/** @see GB/T 2261.1-2003, codes for human sex */
const SEX_NUMBERS = { female: ["2"], male: ["1"] };

/** Words divided by commas; what is typed stays as it is while it is typed. */
function WordList(props: {
  readonly label: string;
  readonly hint: string;
  readonly words: readonly string[];
  readonly onChange: (words: string[]) => void;
}): ReactNode {
  const [typed, setTyped] = useState(props.words.join(", "));
  return (
    <TextInput
      label={props.label}
      description={props.hint}
      value={typed}
      spellCheck={false}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        const words = event.currentTarget.value.split(/[,，、]/u).map((word) => word.trim());
        props.onChange(words.filter((word) => word !== ""));
      }}
    />
  );
}
