import type { MappingTable } from "@materbone/finder";
import type { ReactNode } from "react";
import type { TableHead } from "../../api/finder-keep-queries.ts";
import { useSay } from "../../language/language.tsx";
import { ColumnSelect } from "./ColumnSelect.tsx";
import { columnOf, withKey } from "./draft.ts";
import type { ErrorAt } from "./error-at.ts";
import classes from "./Mapping.module.css";
import { roleWords, mappingWords as words } from "./mapping-words.ts";

/** Whether the rows of a table are persons, and which columns say who they are. */
export function PersonPart(props: {
  readonly table: MappingTable;
  readonly head: TableHead | undefined;
  readonly errorAt: ErrorAt;
  readonly onChange: (table: MappingTable) => void;
}): ReactNode {
  const say = useSay();
  const { table, head, errorAt, onChange } = props;
  const { person } = table;
  return (
    <fieldset className={classes.event}>
      <legend>{say(words.persons)}</legend>
      <label className={classes.check}>
        <input
          type="checkbox"
          checked={person !== undefined}
          onChange={(event) =>
            onChange(
              withKey(
                table,
                "person",
                event.currentTarget.checked ? { id: columnOf(table, 0, "person") ?? "" } : undefined,
              ),
            )
          }
        />
        <span>{say(words.hasPersons)}</span>
      </label>
      {person !== undefined && (
        <div className={classes.fields}>
          <ColumnSelect
            label={say(roleWords.person)}
            head={head}
            value={person.id}
            isNeeded
            error={errorAt("/person/id")}
            onChange={(column) => onChange({ ...table, person: { ...person, id: column ?? "" } })}
          />
          {(["sex", "birthDate"] as const).map((role) => (
            <ColumnSelect
              key={role}
              label={say(roleWords[role])}
              head={head}
              value={person[role]}
              error={errorAt(`/person/${role}`)}
              onChange={(column) => onChange({ ...table, person: withKey(person, role, column) })}
            />
          ))}
        </div>
      )}
    </fieldset>
  );
}
