import { memo, type ReactNode } from "react";
import { EntryList, useCount } from "../fields/EntryList.tsx";
import fields from "../fields/Fields.module.css";
import { FieldList, Fields, Group } from "../fields/Fields.tsx";
import { LineField } from "../fields/LineField.tsx";
import { useSay } from "../language/language.tsx";
import { AddText } from "./AddText.tsx";
import { AnalyteOrder } from "./AnalyteOrder.tsx";
import { ClaimList } from "./ClaimList.tsx";
import { DefinitionsReference } from "./DefinitionsReference.tsx";
import classes from "./Head.module.css";
import {
  assayList,
  authorList,
  crossCalibrationList,
  densitometerList,
  ethicsGroup,
  fractureRuleFields,
  publicationFields,
  statedPrecisionList,
} from "./head-spec.ts";
import { headWords as words } from "./head-words.ts";
import { IntervalGrid } from "./IntervalGrid.tsx";
import { LiteratureList } from "./LiteratureList.tsx";
import { PrecisionStudies } from "./PrecisionStudies.tsx";
import { TextList } from "./TextList.tsx";
import { yearsCodec } from "./years-codec.ts";

const SECTIONS = [
  "publication",
  "people",
  "densitometers",
  "calibrations",
  "fractures",
  "assays",
  "intervals",
  "panel",
  "claims",
  "literature",
  "definitions",
] as const;
type SectionId = (typeof SECTIONS)[number];

/** Everything of the head, section by section, with an index that stays in view. */
export const HeadSections = memo(function HeadSections(): ReactNode {
  const say = useSay();
  return (
    <div className={classes.layout}>
      <nav aria-label={say(words.sections)}>
        <ul className={classes.index}>
          {SECTIONS.map((id) => (
            <li key={id}>
              <a href={`#head-${id}`}>{say(words[id])}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div className={classes.sections}>
        {SECTIONS.map((id) => (
          <section
            key={id}
            id={`head-${id}`}
            className={`mb-card ${classes.section}`}
            aria-labelledby={`head-title-${id}`}
          >
            <h2 id={`head-title-${id}`}>{say(words[id])}</h2>
            <Section id={id} />
          </section>
        ))}
      </div>
    </div>
  );
});

function Section({ id }: { readonly id: SectionId }): ReactNode {
  const say = useSay();
  switch (id) {
    case "publication":
      return (
        <>
          <Fields specs={publicationFields} base="" needs={["title"]} />
          <LineField at="/recruitmentYears" label={say(words.recruitment)} codec={yearsCodec} />
          <TextList at="/keywords" label={say(words.keywords)} />
          <TextList at="/outcomes" label={say(words.outcomes)} />
        </>
      );
    case "people":
      return (
        <>
          <AuthorList />
          <Group spec={ethicsGroup} at="/ethics" />
        </>
      );
    case "densitometers":
      return (
        <EntryList spec={densitometerList} at="/methods/densitometers">
          {(at) => (
            <>
              <Fields specs={densitometerList.fields} base={at} needs={densitometerList.opens} />
              <fieldset className={fields.group}>
                <legend>{say(words.stated)}</legend>
                <FieldList spec={statedPrecisionList} at={`${at}/precision`} />
              </fieldset>
              <PrecisionStudies at={`${at}/precisionStudy`} />
            </>
          )}
        </EntryList>
      );
    case "calibrations":
      return <FieldList spec={crossCalibrationList} at="/methods/crossCalibrations" />;
    case "fractures":
      return <Fields specs={fractureRuleFields} base="/methods" />;
    case "assays":
      return (
        <EntryList spec={assayList} at="/methods/assays">
          {(at) => (
            <>
              <AnalyteOrder at={`${at}/analytes`} isNeeded />
              <Fields specs={assayList.fields} base={at} />
            </>
          )}
        </EntryList>
      );
    case "intervals":
      return <IntervalGrid />;
    case "panel":
      return <AnalyteOrder at="/laboratory/panel" />;
    case "claims":
      return <ClaimList />;
    case "literature":
      return <LiteratureList />;
    case "definitions":
      return <DefinitionsReference />;
  }
}

function AuthorList(): ReactNode {
  const say = useSay();
  const at = "/authors";
  const count = useCount(at);
  return (
    <EntryList
      spec={authorList}
      at={at}
      adding={<AddText at={at} count={count} label={say(words.authorName)} entryOf={(name) => ({ name })} />}
    >
      {(entry) => <Fields specs={authorList.fields} base={entry} needs={authorList.opens} />}
    </EntryList>
  );
}
