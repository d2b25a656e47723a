import type { Text } from "@materbone/clinical";
import type { ReactNode } from "react";
import { useTerms } from "../../language/language.tsx";

/** The row of headings of a table. */
export function TableHead({ heads }: { readonly heads: readonly Text[] }): ReactNode {
  const { text } = useTerms();
  return (
    <thead>
      <tr>
        {heads.map((head) => (
          <th key={head.en} scope="col">
            {text(head)}
          </th>
        ))}
      </tr>
    </thead>
  );
}
