import { NativeSelect } from "@mantine/core";
import type { ReactNode } from "react";
import type { TableHead } from "../../api/finder-keep-queries.ts";
import { useSay } from "../../language/language.tsx";
import { mappingWords as words } from "./mapping-words.ts";

/** Which column of a table plays a part; one that the file lacks stays to be seen until another is chosen. */
export function ColumnSelect(props: {
  readonly label: string;
  readonly head: TableHead | undefined;
  readonly value: string | undefined;
  readonly isNeeded?: boolean;
  readonly error: string | undefined;
  readonly onChange: (column: string | undefined) => void;
}): ReactNode {
  const say = useSay();
  const value = props.value ?? "";
  const columns = props.head?.columns ?? [];
  const isMissing = props.isNeeded === true && value === "";
  return (
    <NativeSelect
      label={props.label}
      value={value}
      error={isMissing ? say(words.choose) : props.error}
      data={[
        { value: "", label: "—" },
        ...new Set([...columns.filter((column) => column !== ""), ...(value === "" ? [] : [value])]),
      ]}
      onChange={(event) => props.onChange(event.currentTarget.value === "" ? undefined : event.currentTarget.value)}
    />
  );
}
