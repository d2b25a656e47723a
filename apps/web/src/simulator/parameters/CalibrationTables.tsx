import { anchorArms, anchorResiduals, sayCite, siteVerdicts } from "@materbone/circuit";
import type { ReactNode } from "react";
import { useTerms } from "../../language/language.tsx";
import { ScrollRegion } from "../../parts/ScrollRegion.tsx";
import classes from "../Simulator.module.css";
import tableClasses from "../ValueTable.module.css";
import { anchorSite } from "./anchor-site.ts";
import { parametersWords as words } from "./parameters-words.ts";
import { TableHead } from "./TableHead.tsx";

/** Whether each site passes its own validation rows. */
export function SiteTable(): ReactNode {
  const terms = useTerms();
  const { text, fixed } = terms;
  return (
    <ScrollRegion label={text(words.byTable)}>
      <table className={tableClasses.table}>
        <TableHead heads={[words.site, words.met, words.rms, words.status, words.shown]} />
        <tbody>
          {siteVerdicts.map(({ site, met, rows, rms, passes, shown }) => (
            <tr key={site}>
              <th scope="row">{anchorSite(site, terms)}</th>
              <td>
                {met}/{rows}
              </td>
              <td>{fixed(rms, 2)}</td>
              <td>{text(passes ? words.passes : words.misses)}</td>
              <td>{text(shown ? (passes ? words.yes : words.shownAnyway) : words.no)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** Every published row that the model can be compared with. */
export function AnchorTable(): ReactNode {
  const terms = useTerms();
  const { text, fixed, signed } = terms;
  const heads = [words.row, words.what, words.site, words.published, words.predicted, words.inSd, words.use] as const;
  return (
    <ScrollRegion label={text(words.rows)}>
      <table className={tableClasses.table}>
        <TableHead heads={heads} />
        <tbody>
          {anchorResiduals.map(({ anchor, predicted, inSd, isMet }) => {
            const arm = anchorArms.find(({ name }) => name === anchor.simulation.arm);
            const use = anchor.use === "calibrate" || anchor.use === "bound" ? anchor.use : "validate";
            return (
              <tr key={anchor.id} data-missed={!isMet}>
                <th scope="row" className={tableClasses.nowrap}>
                  {anchor.id}
                </th>
                <td className={tableClasses.wraps}>
                  {arm === undefined ? anchor.intervention : text(arm.meaning)}
                  <span className={classes.source}>{sayCite(anchor.source, terms)}</span>
                </td>
                <td>{anchorSite(anchor.site, terms)}</td>
                <td className={tableClasses.number}>
                  {fixed(anchor.value, 2)} (SD {fixed(anchor.sd, 2)})
                </td>
                <td className={tableClasses.number}>{fixed(predicted, 2)}</td>
                <td className={tableClasses.number}>{signed(inSd, 1)}</td>
                <td className={tableClasses.nowrap}>{text(words[use])}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
