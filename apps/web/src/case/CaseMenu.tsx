import { Menu } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useEditor, useEditorStore } from "../editor/editor-context.tsx";
import classes from "../editor/SaveBar.module.css";
import { saveWords } from "../editor/save-words.ts";
import { useTerms } from "../language/language.tsx";
import { apart } from "../parts/apart.tsx";
import { exportRecord } from "./export-record.ts";

const DeleteWoman = apart(
  () => import("./DeleteWoman.tsx"),
  ({ DeleteWoman }) => DeleteWoman,
);

/** What is done less often with the record of a woman as a whole. */
export function CaseMenu({ series }: { readonly series: string }): ReactNode {
  const terms = useTerms();
  const store = useEditorStore();
  const navigate = useNavigate();
  const isChanged = useEditor().status.kind !== "saved";
  const [isDeleting, setIsDeleting] = useState(false);
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <button type="button" className={classes.quiet}>
            {terms.text(saveWords.more)} <span aria-hidden="true">▾</span>
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item disabled={!isChanged} onClick={() => store.revert()}>
            {terms.text(saveWords.revert)}
          </Menu.Item>
          <Menu.Item
            onClick={() =>
              void navigate({
                to: "/series/$series/history",
                params: { series },
                search: { case: store.snapshot().editor.saved.id },
              })
            }
          >
            {terms.text(saveWords.history)}
          </Menu.Item>
          <Menu.Item
            onClick={() =>
              void navigate({ to: "/simulate", search: { series, case: store.snapshot().editor.saved.id } })
            }
          >
            {terms.text(saveWords.simulate)}
          </Menu.Item>
          <Menu.Item onClick={() => exportRecord(store.snapshot().editor.record)}>
            {terms.text(saveWords.export)}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item color="red" onClick={() => setIsDeleting(true)}>
            {terms.text(saveWords.remove)}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isDeleting && <DeleteWoman series={series} onClose={() => setIsDeleting(false)} />}
    </>
  );
}
