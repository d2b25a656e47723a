import { definitionWords, SETTLERS, type Settler } from "@materbone/finder";
import type { ReactNode } from "react";
import { useSay } from "../../../language/language.tsx";
import { numbered } from "../../../parts/numbered.ts";
import { definitionPageWords as words } from "../definition-page-words.ts";
import { useEditing } from "../editing-context.tsx";
import panelClasses from "../Panel.module.css";
import { AddPart } from "../parts/AddPart.tsx";
import itemClasses from "../parts/Item.module.css";
import { Item } from "../parts/Item.tsx";
import { NameFields } from "../parts/NameFields.tsx";
import { PartActs } from "../parts/PartActs.tsx";
import { Pick, Tick } from "../parts/Pick.tsx";
import { SourceFields } from "../parts/SourceFields.tsx";
import { CriterionEditor } from "./CriterionEditor.tsx";
import fieldsetClasses from "./Fieldset.module.css";

/** Who stands on the worklist, and in which order. */
export function TiersSection(): ReactNode {
  const say = useSay();
  const { definition, edit } = useEditing();
  const setSettler = (at: string, chosen: readonly Settler[], settler: Settler, isIn: boolean): void => {
    const value = SETTLERS.filter((each) => (each === settler ? isIn : chosen.includes(each)));
    edit({ kind: "set", at, value });
  };
  return (
    <section className={`mb-card ${panelClasses.section}`} aria-labelledby="definition-tiers">
      <h2 id="definition-tiers">{say(definitionWords.headings.tiers)}</h2>
      <p className={panelClasses.note}>{say(words.tiersNote)}</p>
      <ul className={itemClasses.items}>
        {numbered(definition.tiers).map(({ key, item }) => {
          const at = `/tiers/${key}`;
          return (
            <Item key={item.id} at={at}>
              <CriterionEditor part="tiers" position={Number(key)} path={[]} criterion={item.when} />
              <fieldset className={fieldsetClasses.ticks}>
                <legend>{say(words.settle)}</legend>
                {SETTLERS.map((settler) => (
                  <Tick
                    key={settler}
                    label={say(definitionWords.settler[settler])}
                    isOn={item.settle.includes(settler)}
                    onChange={(isOn) => setSettler(`${at}/settle`, item.settle, settler, isOn)}
                  />
                ))}
              </fieldset>
              <NameFields at={`${at}/name`} value={item.name} />
              <SourceFields at={`${at}/source`} source={item.source} />
              <PartActs part="tiers" name={item.id} position={Number(key)} />
            </Item>
          );
        })}
      </ul>
      <AddPart part="tiers" contentOf={() => ({ when: anyDelivery(definition), settle: [] })} />
    </section>
  );
}

/** Women who are left out or flagged. */
export function ExclusionsSection(): ReactNode {
  const say = useSay();
  const { definition, edit } = useEditing();
  return (
    <section className={`mb-card ${panelClasses.section}`} aria-labelledby="definition-exclusions">
      <h2 id="definition-exclusions">{say(definitionWords.headings.exclusions)}</h2>
      <ul className={itemClasses.items}>
        {numbered(definition.exclusions).map(({ key, item }) => {
          const at = `/exclusions/${key}`;
          return (
            <Item key={item.id} at={at}>
              <Pick
                label={say(words.effect)}
                isLabelShown
                value={item.effect}
                options={(["exclude", "flag"] as const).map((value) => ({ value, text: say(words.effects[value]) }))}
                onPick={(value) => edit({ kind: "set", at: `${at}/effect`, value })}
              />
              <CriterionEditor part="exclusions" position={Number(key)} path={[]} criterion={item.when} />
              <NameFields at={`${at}/name`} value={item.name} />
              <SourceFields at={`${at}/source`} source={item.source} />
              <PartActs part="exclusions" name={item.id} position={Number(key)} />
            </Item>
          );
        })}
      </ul>
      <AddPart part="exclusions" contentOf={() => ({ when: anyDelivery(definition), effect: "flag" })} />
    </section>
  );
}

/** The criterion with which a new tier begins: names that every definition has. */
function anyDelivery(definition: ReturnType<typeof useEditing>["definition"]): {
  readonly event: string;
  readonly window: string;
} {
  return { event: definition.episodes.delivery, window: definition.clock.window };
}
