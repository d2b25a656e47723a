import { CODE_SYSTEMS, type ConceptRule, type ConceptSet } from "@materbone/finder";
import { type FormEvent, type ReactNode, useState } from "react";
import { useTerms } from "../../../language/language.tsx";
import { numbered } from "../../../parts/numbered.ts";
import actClasses from "../Acts.module.css";
import { definitionPageWords as words } from "../definition-page-words.ts";
import { useEditing } from "../editing-context.tsx";
import panelClasses from "../Panel.module.css";
import { AddPart } from "../parts/AddPart.tsx";
import itemClasses from "../parts/Item.module.css";
import { Item } from "../parts/Item.tsx";
import { NameFields } from "../parts/NameFields.tsx";
import { PartActs } from "../parts/PartActs.tsx";
import { Pick } from "../parts/Pick.tsx";
import { RemoveButton } from "../parts/RemoveButton.tsx";
import { TextInput } from "../parts/TextInput.tsx";
import { sayConceptSet } from "../say-rule.ts";
import fieldsetClasses from "./Fieldset.module.css";

const MATCHES = ["prefix", "exact", "descendants"] as const;
const NOTHING: ConceptRule = { system: "ICD-10", code: "", match: "prefix" };

/** Concept sets of the definition itself, beside those of the library. */
export function ConceptsSection(): ReactNode {
  const terms = useTerms();
  const { text } = terms;
  const { definition } = useEditing();
  const [rule, setRule] = useState(NOTHING);
  const sets = Object.entries(definition.concepts ?? {});
  return (
    <section className={`mb-card ${panelClasses.section}`} aria-labelledby="definition-concepts">
      <h2 id="definition-concepts">{text(words.ownSets)}</h2>
      <p className={panelClasses.note}>{text(words.ownSetsNote)}</p>
      <ul className={itemClasses.items}>
        {numbered(sets).map(({ key, item: [name, set] }) => (
          <Item key={key} at={`/concepts/${name}`} lines={[sayConceptSet(set, terms)]}>
            <NameFields at={`/concepts/${name}/name`} value={set.name} />
            <Rules at={`/concepts/${name}`} list="include" set={set} />
            <Rules at={`/concepts/${name}`} list="exclude" set={set} />
            <p className={panelClasses.note}>{text(words.matchNote)}</p>
            <PartActs part="concepts" name={name} />
          </Item>
        ))}
      </ul>
      <AddPart
        part="concepts"
        contentOf={() => {
          if (rule.code.trim() === "") return undefined;
          setRule({ ...NOTHING, system: rule.system });
          return { include: [{ ...rule, code: rule.code.trim() }] };
        }}
      >
        <RuleFields rule={rule} onChange={setRule} isNew />
      </AddPart>
    </section>
  );
}

function Rules(props: {
  readonly at: string;
  readonly list: "include" | "exclude";
  readonly set: ConceptSet;
}): ReactNode {
  const { text } = useTerms();
  const { edit } = useEditing();
  const { at, list, set } = props;
  const [rule, setRule] = useState(NOTHING);
  const rules = set[list] ?? [];
  const add = (event: FormEvent): void => {
    event.preventDefault();
    const value = { ...rule, code: rule.code.trim() };
    if (value.code === "") return;
    // The first of a list begins the list.
    const place =
      rules.length === 0 ? { at: `${at}/${list}`, value: [value] } : { at: `${at}/${list}/${rules.length}`, value };
    if (edit({ kind: "set", ...place })) setRule({ ...NOTHING, system: rule.system });
  };
  return (
    <fieldset className={fieldsetClasses.group}>
      <legend>{text(words.rules[list])}</legend>
      {numbered(rules).map(({ key, item }) => (
        <div key={key} className={actClasses.row}>
          <RuleFields rule={item} onChange={(value) => edit({ kind: "set", at: `${at}/${list}/${key}`, value })} />
          <RemoveButton
            of={`${item.system} ${item.code}`}
            isQuiet
            onRemove={() => edit({ kind: "removeEntry", at: `${at}/${list}/${key}` })}
          />
        </div>
      ))}
      <form className={actClasses.row} onSubmit={add} aria-label={text(words.addRule[list])}>
        <RuleFields rule={rule} onChange={setRule} isNew />
        <button type="submit" disabled={rule.code.trim() === ""}>
          {text(words.addRule[list])}
        </button>
      </form>
    </fieldset>
  );
}

function RuleFields(props: {
  readonly rule: ConceptRule;
  /** A code that is on its way may be empty. */
  readonly isNew?: boolean;
  readonly onChange: (rule: ConceptRule) => void;
}): ReactNode {
  const { text } = useTerms();
  const { rule, onChange } = props;
  const needed = (typed: string): string | undefined => (typed.trim() === "" ? text(words.codeNeeded) : undefined);
  return (
    <>
      <TextInput
        label={text(words.system)}
        value={rule.system}
        suggestions={CODE_SYSTEMS}
        problemOf={needed}
        onText={(system) => onChange({ ...rule, system })}
      />
      <TextInput
        label={text(words.code)}
        value={rule.code}
        problemOf={props.isNew === true ? () => undefined : needed}
        onText={(code) => onChange({ ...rule, code })}
      />
      <Pick
        label={text(words.match)}
        isLabelShown
        value={rule.match}
        options={MATCHES.map((value) => ({ value, text: text(words.matches[value]) }))}
        onPick={(value) => onChange({ ...rule, match: MATCHES.find((each) => each === value) ?? "exact" })}
      />
    </>
  );
}
