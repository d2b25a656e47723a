import { Button } from "@mantine/core";
import type { AppraisalTool, EvidenceStudy } from "@materbone/evidence";
import { sourceText } from "@materbone/report";
import { type ReactNode, useMemo } from "react";
import { useEditorStore } from "../../editor/editor-context.tsx";
import { ChoiceField } from "../../fields/ChoiceField.tsx";
import { plainCodec } from "../../fields/codec.ts";
import { LineField } from "../../fields/LineField.tsx";
import { TextField } from "../../fields/TextField.tsx";
import { useTerms } from "../../language/language.tsx";
import sheet from "../Evidence.module.css";
import classes from "./Appraisal.module.css";
import { ANSWER_WORDS, appraisalWords as words } from "./appraisal-words.ts";
import { JudgeForm } from "./JudgeForm.tsx";

/** The questions of one tool about one study, with answers, reasons, and who gave them. */
export function ToolForm(props: {
  readonly tool: AppraisalTool;
  readonly study: EvidenceStudy;
  /** Pointer of the study. */
  readonly at: string;
}): ReactNode {
  const { tool, study, at } = props;
  const terms = useTerms();
  const { text } = terms;
  const store = useEditorStore();
  const appraisals = study.appraisals ?? [];
  const position = appraisals.findIndex((each) => each.tool === tool.id);
  const answers = useMemo(
    () => Object.entries(ANSWER_WORDS).map(([value, word]) => ({ value, text: text(word) })),
    [text],
  );
  const base = `${at}/appraisals/${position}`;
  const given = appraisals[position]?.answers ?? {};
  return (
    <fieldset className={classes.tool}>
      <legend>{text(tool.name)}</legend>
      <p className={sheet.note}>{sourceText(tool.source, terms)}</p>
      {position < 0 ? (
        <JudgeForm
          action={text(words.begin)}
          subject={text(tool.name)}
          onBegin={(by, on) =>
            store.editAll([
              { at: `${at}/appraisals/${appraisals.length}`, value: { tool: tool.id, answers: {}, by, on } },
            ])
          }
        />
      ) : (
        <>
          <div className={classes.items}>
            {tool.items.map((item) => {
              const place = `${base}/answers/${item.id}`;
              return (
                <div key={item.id} className={classes.item}>
                  <ChoiceField at={`${place}/answer`} opens={place} label={text(item.asks)} options={answers} />
                  {given[item.id] !== undefined && <TextField at={`${place}/because`} label={text(words.because)} />}
                </div>
              );
            })}
          </div>
          <div className={classes.item}>
            <LineField at={`${base}/by`} label={text(words.by)} codec={plainCodec} />
            <LineField at={`${base}/on`} label={text(words.on)} codec={plainCodec} />
          </div>
          <Button
            size="compact-sm"
            variant="subtle"
            color="red"
            className="mb-noprint"
            onClick={() => store.removeEntry(base)}
          >
            {text(words.remove)}
          </Button>
        </>
      )}
    </fieldset>
  );
}
