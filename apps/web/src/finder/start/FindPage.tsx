import { getRouteApi } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useSay } from "../../language/language.tsx";
import { FinderFrame } from "../FinderFrame.tsx";
import { DataStep } from "./DataStep.tsx";
import classes from "./Find.module.css";
import { FoundStep } from "./FoundStep.tsx";
import type { FindSearch } from "./find-search.ts";
import { findWords as words } from "./find-words.ts";
import { KeptList } from "./KeptList.tsx";
import { RunsList } from "./RunsList.tsx";
import { SearchStep } from "./SearchStep.tsx";
import { UploadStatus } from "./UploadStatus.tsx";
import { type ChosenFile, meantFiles } from "./upload-files.ts";
import { useCopying } from "./use-copying.ts";
import { useDroppedFiles } from "./use-dropped-files.ts";

const route = getRouteApi("/find");

/** Where a search begins: data, what is in them, the definition; and what former searches left. */
export function FindPage(): ReactNode {
  const say = useSay();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: { readonly [K in keyof FindSearch]?: FindSearch[K] | undefined }): void => {
    void navigate({ search: (now) => withChange(now, next), replace: true, resetScroll: false });
  };
  const look = (path: string): void => change({ path, mapping: undefined, asOf: undefined, job: undefined });
  const [copying, work] = useCopying((upload) => look(upload.path));
  const [isEmpty, setIsEmpty] = useState(false);
  const choose = (files: readonly ChosenFile[]): void => {
    const meant = meantFiles(files);
    setIsEmpty(meant.length === 0);
    if (meant.length > 0) void work.choose(meant);
  };
  const isOver = useDroppedFiles(choose);
  const use = (path: string): void => {
    setIsEmpty(false);
    work.stop();
    look(path);
  };
  const { path } = search;
  return (
    <FinderFrame title={say(words.title)}>
      <div className={classes.page}>
        <div className={classes.steps}>
          <DataStep key={path ?? ""} path={path} isOver={isOver} onChoose={choose} onPath={use}>
            {isEmpty && <p role="alert">{say(words.nothingChosen)}</p>}
            {copying !== undefined && <UploadStatus copying={copying} work={work} />}
          </DataStep>
          <FoundStep
            path={path}
            mapping={search.mapping}
            asOf={search.asOf}
            onAsOf={(asOf) => change({ asOf, job: undefined })}
            onMapping={(mapping) => change({ mapping })}
          />
          <SearchStep search={search} onChange={change} />
        </div>
        <div className={classes.side}>
          <RunsList />
          <KeptList
            copied={copying?.progress?.upload.id}
            onUse={(next) => {
              use(next);
              // On a narrow page the steps stand far above.
              document.getElementById("step-2")?.focus();
            }}
          />
        </div>
      </div>
    </FinderFrame>
  );
}

function withChange(
  now: FindSearch,
  next: { readonly [K in keyof FindSearch]?: FindSearch[K] | undefined },
): FindSearch {
  const all = Object.entries({ ...now, ...next }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(all);
}
