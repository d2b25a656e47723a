import { say } from "@materbone/clinical";
import { type ReactNode, useDeferredValue, useMemo, useState } from "react";
import { useTerms } from "../../language/language.tsx";
import { numbered } from "../../parts/numbered.ts";
import { ScrollRegion } from "../../parts/ScrollRegion.tsx";
import classes from "../Simulator.module.css";
import tableClasses from "../ValueTable.module.css";
import { PARAMETER_STATUSES, type ParameterStatus, parameterRows, rowsWith } from "./parameter-rows.ts";
import { sayParameters, parametersWords as words } from "./parameters-words.ts";
import { TableHead } from "./TableHead.tsx";

/** Every number of the model with its unit, meaning, source and status. */
export function ParameterTable(): ReactNode {
  const terms = useTerms();
  const { text } = terms;
  const [find, setFind] = useState("");
  const [status, setStatus] = useState<ParameterStatus | undefined>(undefined);
  const sought = useDeferredValue(find);
  const rows = useMemo(() => parameterRows(terms), [terms]);
  const shown = useMemo(() => rowsWith(rows, sought, status), [rows, sought, status]);
  const heads = [words.name, words.value, words.unit, words.meaning, words.source, words.status] as const;
  return (
    <>
      <div className={classes.controls}>
        <label className={classes.field}>
          {text(words.find)}
          <input type="search" value={find} onChange={(event) => setFind(event.currentTarget.value)} />
        </label>
        <label className={classes.field}>
          {text(words.status)}
          <select
            value={status ?? ""}
            onChange={(event) => {
              const { value } = event.currentTarget;
              setStatus(PARAMETER_STATUSES.find((each) => each === value));
            }}
          >
            <option value="">{text(words.anyStatus)}</option>
            {PARAMETER_STATUSES.map((each) => (
              <option key={each} value={each}>
                {text(words[each])}
              </option>
            ))}
          </select>
        </label>
        <output>{say(sayParameters, { shown: shown.length, all: rows.length }, terms)}</output>
      </div>
      <ScrollRegion label={text(words.parameters)}>
        <table className={tableClasses.table}>
          <TableHead heads={heads} />
          <tbody>
            {numbered(shown).map(({ key, item }) => (
              <tr key={key} data-status={item.status}>
                <th scope="row">
                  <code>{item.name}</code>
                </th>
                <td className={tableClasses.number}>{item.value}</td>
                <td className={tableClasses.nowrap}>{item.unit}</td>
                <td className={tableClasses.wraps}>
                  {item.meaning}
                  {item.note !== undefined && <span className={classes.source}>{item.note}</span>}
                </td>
                <td className={tableClasses.wraps}>{item.source}</td>
                <td className={tableClasses.nowrap}>{text(words[item.status])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}
