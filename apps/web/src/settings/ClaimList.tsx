import type { Claim } from "@materbone/clinical";
import { headed } from "@materbone/report";
import type { ReactNode } from "react";
import { useRecordPart } from "../editor/editor-context.tsx";
import { RemoveButton, useRemoval } from "../fields/EntryList.tsx";
import { Fields } from "../fields/Fields.tsx";
import { useTerms } from "../language/language.tsx";
import { numbered } from "../parts/numbered.ts";
import { AddClaim } from "./AddClaim.tsx";
import { claimCommon, claimSpecs } from "./claim-spec.ts";
import classes from "./Head.module.css";
import { headWords as words } from "./head-words.ts";

const AT = "/claims";

/** What the authors claim, each with the fields of its kind. */
export function ClaimList(): ReactNode {
  const terms = useTerms();
  const remove = useRemoval();
  const claims = (useRecordPart(AT) as readonly Claim[] | undefined) ?? [];
  return (
    <>
      <p className="mb-muted">{terms.text(words.claimsText)}</p>
      {claims.length === 0 && <p>{terms.text(words.none)}</p>}
      {numbered(claims).map(({ key, item }) => {
        const at = `${AT}/${key}`;
        const title = `${Number(key) + 1}. ${headed(terms.word("claim", item.kind))}`;
        const { fields, needs } = claimSpecs[item.kind];
        return (
          <fieldset key={`${key} ${item.kind}`} className={classes.entry} data-at={at}>
            <legend className="mb-hidden">{title}</legend>
            <div className={classes.entryHead}>
              <span className={classes.badge}>{title}</span>
              <code className="mb-muted">{item.id}</code>
              <RemoveButton title={title} onRemove={() => remove(at)} />
            </div>
            <Fields specs={fields} base={at} needs={needs} />
            <Fields specs={claimCommon} base={at} />
          </fieldset>
        );
      })}
      <AddClaim at={AT} claims={claims} />
    </>
  );
}
