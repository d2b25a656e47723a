import { definitionWords, SEXES } from "@materbone/finder";
import type { ReactNode } from "react";
import { useSay } from "../../../language/language.tsx";
import { NumberField } from "../../../simulator/inputs/NumberField.tsx";
import { definitionPageWords as words } from "../definition-page-words.ts";
import { useEditing } from "../editing-context.tsx";
import panelClasses from "../Panel.module.css";
import itemClasses from "../parts/Item.module.css";
import { Item } from "../parts/Item.tsx";
import { Pick, Tick } from "../parts/Pick.tsx";
import { Sentence } from "../parts/Sentence.tsx";
import { SourceFields } from "../parts/SourceFields.tsx";
import { useNameOptions } from "../parts/use-name-options.ts";
import fieldsetClasses from "./Fieldset.module.css";

/** Completed years of age that the form of the file takes. */
const OLDEST = 120;
/** Days that nobody is pregnant for; the form of the file takes any number. */
const LONGEST_SPACING = 9999;

/** Who is looked at, and what one delivery is. */
export function WomenSection(): ReactNode {
  const say = useSay();
  const { definition, edit } = useEditing();
  const { population, episodes } = definition;
  const { sexes, ageYears } = population;
  const streams = useNameOptions("streams");
  const setSex = (sex: (typeof SEXES)[number], isIn: boolean): void => {
    const value = SEXES.filter((each) => (each === sex ? isIn : sexes.includes(each)));
    if (value.length > 0) edit({ kind: "set", at: "/population/sexes", value });
  };
  return (
    <section className={`mb-card ${panelClasses.section}`} aria-labelledby="definition-women">
      <h2 id="definition-women">{say(definitionWords.headings.women)}</h2>
      <ul className={itemClasses.items}>
        <Item at="/population">
          <fieldset className={fieldsetClasses.ticks}>
            <legend>{say(words.sexes)}</legend>
            {SEXES.map((sex) => (
              <Tick
                key={sex}
                label={say(definitionWords.sex[sex])}
                isOn={sexes.includes(sex)}
                onChange={(isOn) => setSex(sex, isOn)}
              />
            ))}
          </fieldset>
          <Tick
            label={say(words.onlyAges)}
            isOn={ageYears !== undefined}
            onChange={(isOn) =>
              edit({ kind: "set", at: "/population/ageYears", value: isOn ? { from: 0, to: OLDEST } : undefined })
            }
          />
          {ageYears !== undefined && (
            <Sentence
              of={words.ages}
              slots={{
                from: (
                  <NumberField
                    label={say(words.youngest)}
                    isLabelHidden
                    value={ageYears.from}
                    least={0}
                    most={OLDEST}
                    step={1}
                    onChange={(value) => edit({ kind: "set", at: "/population/ageYears/from", value: whole(value) })}
                  />
                ),
                to: (
                  <NumberField
                    label={say(words.oldest)}
                    isLabelHidden
                    value={ageYears.to}
                    least={0}
                    most={OLDEST}
                    step={1}
                    onChange={(value) => edit({ kind: "set", at: "/population/ageYears/to", value: whole(value) })}
                  />
                ),
              }}
            />
          )}
        </Item>
        <Item at="/episodes">
          <Sentence
            of={words.episodes}
            slots={{
              stream: (
                <Pick
                  label={say(words.deliveryStream)}
                  value={episodes.delivery}
                  options={streams}
                  onPick={(value) => edit({ kind: "set", at: "/episodes/delivery", value })}
                />
              ),
              days: (
                <NumberField
                  label={say(words.spacing)}
                  isLabelHidden
                  value={episodes.spacingDays}
                  least={1}
                  most={LONGEST_SPACING}
                  step={1}
                  onChange={(value) => edit({ kind: "set", at: "/episodes/spacingDays", value: whole(value) })}
                />
              ),
            }}
          />
          <SourceFields at="/episodes/source" source={episodes.source} isNeeded />
        </Item>
      </ul>
    </section>
  );
}

function whole(value: number): number {
  return Math.round(value);
}
