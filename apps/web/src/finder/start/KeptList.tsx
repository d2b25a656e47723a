import { bytesText, say as sayPhrase } from "@materbone/clinical";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import {
  jobsQuery,
  keepKeys,
  mappingsQuery,
  type StoredData,
  storedDataQuery,
  uploadsQuery,
} from "../../api/finder-keep-queries.ts";
import { useSay, useTerms } from "../../language/language.tsx";
import { bracketed } from "../../language/punctuation.ts";
import { momentText } from "../../parts/moment-text.ts";
import { ProblemCard } from "../../parts/ProblemCard.tsx";
import { sayConverted, sayFiles, sayFilesOf, findWords as words } from "./find-words.ts";
import { type Kept, KeptGroup } from "./KeptGroup.tsx";

/** Copies, converted data and mappings on this computer, with what they take and how to delete them. */
export function KeptList(props: {
  /** Id of the copy that is being made. */
  readonly copied: string | undefined;
  readonly onUse: (path: string) => void;
}): ReactNode {
  const say = useSay();
  const terms = useTerms();
  const uploads = useQuery(uploadsQuery);
  const data = useQuery(storedDataQuery);
  const mappings = useQuery(mappingsQuery);
  const jobs = useQuery(jobsQuery(terms.lang));
  const running = jobs.data?.find((job) => job.kind === "running");
  const problem = uploads.error ?? data.error ?? mappings.error;
  const copies = (uploads.data?.uploads ?? []).map(
    ({ id, names, path, files, bytes, stated, isWhole, madeAt }): Kept => {
      const size = bytesText(bytes);
      return {
        key: id,
        name: names.length === 0 ? id : terms.series(names.slice(0, 3)) + (names.length > 3 ? "…" : ""),
        about: [
          isWhole
            ? sayPhrase(sayFiles, { files, size }, terms)
            : sayPhrase(
                sayFilesOf,
                { done: files, total: stated.files, size: `${size} / ${bytesText(stated.bytes)}` },
                terms,
              ),
          ...(isWhole ? [] : [say(id === props.copied ? words.copying : words.copyUnfinished)]),
          momentText(madeAt, terms.lang),
        ].join(" · "),
        path: `/finder/uploads/${id}`,
        use: isWhole ? { place: path, isUnfinished: false } : undefined,
      };
    },
  );
  const keptData = ({ key, place, bytes, converted, isBrokenOff }: StoredData): Kept => {
    const isUnderWay = running?.data === key;
    const said = isUnderWay
      ? [say(words.underWay)]
      : converted === undefined
        ? []
        : [sayPhrase(sayConverted, converted, terms), ...(isBrokenOff === true ? [say(words.brokenOff)] : [])];
    return {
      key,
      name: place ?? bracketed(say(words.unknownPlace), key, terms.lang),
      about: [bytesText(bytes), ...said].join(" · "),
      path: `/finder/data/${key}`,
      use:
        place === undefined || isUnderWay
          ? undefined
          : { place, isUnfinished: converted === undefined || isBrokenOff === true },
    };
  };
  const unfinished = (data.data ?? []).filter(({ converted }) => converted === undefined);
  const kept = (mappings.data ?? []).map(
    ({ name, savedAt, state }): Kept => ({
      key: name,
      name,
      about: momentText(savedAt, terms.lang),
      path: `/finder/mappings/${encodeURIComponent(name)}?from=${encodeURIComponent(state)}`,
    }),
  );
  return (
    <section className="mb-card" aria-labelledby="kept-title">
      <h2 id="kept-title" tabIndex={-1}>
        {say(words.kept)}
      </h2>
      <p className="mb-muted">{say(words.keptNote)}</p>
      {problem !== null && <ProblemCard problem={problem} />}
      <KeptGroup
        title={say(words.copies)}
        ask={say(words.removeUpload)}
        text={say(words.removeUploadText)}
        items={copies}
        changed={keepKeys.uploads}
        onUse={props.onUse}
      />
      <KeptGroup
        title={say(words.convertedData)}
        ask={say(words.removeData)}
        text={say(words.removeDataText)}
        items={(data.data ?? []).filter(({ converted }) => converted !== undefined).map(keptData)}
        changed={keepKeys.data}
        onUse={props.onUse}
      />
      {unfinished.length > 0 && (
        <KeptGroup
          title={say(words.unfinishedData)}
          note={say(words.unfinishedNote)}
          ask={say(words.removeUnfinished)}
          text={say(words.removeUnfinishedText)}
          items={unfinished.map(keptData)}
          changed={keepKeys.data}
          onUse={props.onUse}
        />
      )}
      <KeptGroup
        title={say(words.mappings)}
        ask={say(words.removeMapping)}
        text={say(words.removeMappingText)}
        items={kept}
        changed={keepKeys.mappings}
        onUse={props.onUse}
      />
    </section>
  );
}
