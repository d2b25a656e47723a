import type { Text } from "@materbone/clinical";
import type { ReactNode } from "react";
import { useTerms } from "../../language/language.tsx";
import tableClasses from "../ValueTable.module.css";

/**
 * The row of headings of a table.
 *
 * @param numbersFrom - place of the first column of numbers, whose headings stand over them; default none
 */
export function TableHead(props: { readonly heads: readonly Text[]; readonly numbersFrom?: number }): ReactNode {
  const { text } = useTerms();
  const { heads, numbersFrom = heads.length } = props;
  return (
    <thead>
      <tr>
        {heads.map((head, place) => (
          <th key={head.en} scope="col" className={place >= numbersFrom ? tableClasses.number : undefined}>
            {text(head)}
          </th>
        ))}
      </tr>
    </thead>
  );
}
