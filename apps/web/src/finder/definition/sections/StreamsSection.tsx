import { definitionWords, EVENT_KINDS, type EventStream } from "@materbone/finder";
import { type ReactNode, useState } from "react";
import { useSay } from "../../../language/language.tsx";
import { numbered } from "../../../parts/numbered.ts";
import { definitionPageWords as words } from "../definition-page-words.ts";
import { useEditing } from "../editing-context.tsx";
import panelClasses from "../Panel.module.css";
import { AddPart } from "../parts/AddPart.tsx";
import { ConceptPick } from "../parts/ConceptPick.tsx";
import itemClasses from "../parts/Item.module.css";
import { Item } from "../parts/Item.tsx";
import { NameFields } from "../parts/NameFields.tsx";
import { PartActs } from "../parts/PartActs.tsx";
import { Pick, Tick } from "../parts/Pick.tsx";
import fieldsetClasses from "./Fieldset.module.css";
import { StreamConcepts } from "./StreamConcepts.tsx";
import { StreamValues } from "./StreamValues.tsx";

const LATER_VISITS = ["all", "leaveOut", "only"] as const;

/** What counts as an event of one kind. */
export function StreamsSection(): ReactNode {
  const say = useSay();
  const { definition } = useEditing();
  const [concept, setConcept] = useState("");
  return (
    <section className={`mb-card ${panelClasses.section}`} aria-labelledby="definition-streams">
      <h2 id="definition-streams">{say(definitionWords.headings.events)}</h2>
      <ul className={itemClasses.items}>
        {numbered(Object.entries(definition.streams)).map(({ key, item: [name, stream] }) => (
          <Item key={key} at={`/streams/${name}`}>
            <StreamFields name={name} stream={stream} />
          </Item>
        ))}
      </ul>
      <AddPart part="streams" contentOf={() => (concept === "" ? undefined : { concepts: [concept] })}>
        <ConceptPick label={say(words.conceptSet)} value={concept} onPick={setConcept} />
      </AddPart>
    </section>
  );
}

function StreamFields({ name, stream }: { readonly name: string; readonly stream: EventStream }): ReactNode {
  const say = useSay();
  const { edit } = useEditing();
  const at = `/streams/${name}`;
  const { kinds } = stream;
  const setKind = (kind: (typeof EVENT_KINDS)[number], isIn: boolean): void => {
    const next = EVENT_KINDS.filter((each) => (each === kind ? isIn : kinds?.includes(each) === true));
    edit({ kind: "set", at: `${at}/kinds`, value: next.length === 0 ? undefined : next });
  };
  return (
    <>
      <StreamConcepts name={name} concepts={stream.concepts} />
      <fieldset className={fieldsetClasses.ticks}>
        <legend>{say(words.kinds)}</legend>
        {EVENT_KINDS.map((kind) => (
          <Tick
            key={kind}
            label={say(definitionWords.kind[kind])}
            isOn={kinds?.includes(kind) === true}
            onChange={(isOn) => setKind(kind, isOn)}
          />
        ))}
      </fieldset>
      <Pick
        label={say(words.laterVisits)}
        isLabelShown
        value={stream.laterVisits ?? "all"}
        options={LATER_VISITS.map((value) => ({ value, text: say(words.laterVisitsOf[value]) }))}
        onPick={(value) => edit({ kind: "set", at: `${at}/laterVisits`, value: value === "all" ? undefined : value })}
      />
      <StreamValues at={at} stream={stream} />
      <NameFields at={`${at}/name`} value={stream.name} />
      <PartActs part="streams" name={name} />
    </>
  );
}
