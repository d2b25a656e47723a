import { Button } from "@mantine/core";
import { bytesText, say as sayPhrase } from "@materbone/clinical";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { keepKeys, mappingsQuery, storedDataQuery, uploadsQuery } from "../../api/finder-keep-queries.ts";
import { useSay, useTerms } from "../../language/language.tsx";
import { bracketed } from "../../language/punctuation.ts";
import { momentText } from "../../parts/moment-text.ts";
import { ProblemCard } from "../../parts/ProblemCard.tsx";
import classes from "./Find.module.css";
import { sayConverted, sayFiles, findWords as words } from "./find-words.ts";
import { RemoveDialog } from "./RemoveDialog.tsx";

type Kept = {
  readonly key: string;
  readonly name: string;
  readonly about: string;
  readonly size?: string;
  readonly path: string;
  /** Path of the data, where they can be searched again. */
  readonly use?: string | undefined;
};

/** Copies, converted data and mappings on this computer, with what they take and how to delete them. */
export function KeptList(props: { readonly onUse: (path: string) => void }): ReactNode {
  const say = useSay();
  const terms = useTerms();
  const uploads = useQuery(uploadsQuery);
  const data = useQuery(storedDataQuery);
  const mappings = useQuery(mappingsQuery);
  const problem = uploads.error ?? data.error ?? mappings.error;
  const copies = (uploads.data?.uploads ?? []).map(
    ({ id, names, path, files, bytes, madeAt }): Kept => ({
      key: id,
      name: terms.series(names.slice(0, 3)) + (names.length > 3 ? "…" : ""),
      about: [sayPhrase(sayFiles, { files, size: bytesText(bytes) }, terms), momentText(madeAt, terms.lang)].join(
        " · ",
      ),
      path: `/finder/uploads/${id}`,
      use: path,
    }),
  );
  const converted = (data.data ?? []).map(
    ({ key, place, bytes, converted: held }): Kept => ({
      key,
      name: place ?? bracketed(say(words.unknownPlace), key, terms.lang),
      about: [bytesText(bytes), held === undefined ? say(words.unfinished) : sayPhrase(sayConverted, held, terms)].join(
        " · ",
      ),
      path: `/finder/data/${key}`,
      use: place,
    }),
  );
  const kept = (mappings.data ?? []).map(
    ({ name, savedAt }): Kept => ({
      key: name,
      name,
      about: momentText(savedAt, terms.lang),
      path: `/finder/mappings/${encodeURIComponent(name)}`,
    }),
  );
  return (
    <section className="mb-card" aria-labelledby="kept-title">
      <h2 id="kept-title" tabIndex={-1}>
        {say(words.kept)}
      </h2>
      <p className="mb-muted">{say(words.keptNote)}</p>
      {problem !== null && <ProblemCard problem={problem} />}
      <Group
        title={say(words.copies)}
        ask={say(words.removeUpload)}
        text={say(words.removeUploadText)}
        items={copies}
        changed={keepKeys.uploads}
        onUse={props.onUse}
      />
      <Group
        title={say(words.convertedData)}
        ask={say(words.removeData)}
        text={say(words.removeDataText)}
        items={converted}
        changed={keepKeys.data}
        onUse={props.onUse}
      />
      <Group
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

function Group(props: {
  readonly title: string;
  readonly ask: string;
  readonly text: string;
  readonly items: readonly Kept[];
  readonly changed: readonly string[];
  readonly onUse: (path: string) => void;
}): ReactNode {
  const say = useSay();
  const { lang } = useTerms();
  const client = useQueryClient();
  const [removed, setRemoved] = useState<Kept>();
  return (
    <>
      <h3>{props.title}</h3>
      {props.items.length === 0 && <p className="mb-muted">{say(words.nothingKept)}</p>}
      <ul className={classes.list}>
        {props.items.map((item) => (
          <li key={item.key}>
            <p className={classes.place}>{item.name}</p>
            <p className="mb-muted">{item.about}</p>
            <p className={classes.acts}>
              {item.use !== undefined && (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={bracketed(say(words.use), item.name, lang)}
                  onClick={() => {
                    if (item.use !== undefined) props.onUse(item.use);
                  }}
                >
                  {say(words.use)}
                </Button>
              )}
              <Button
                variant="subtle"
                color="red"
                size="compact-sm"
                aria-label={bracketed(say(words.remove), item.name, lang)}
                onClick={() => setRemoved(item)}
              >
                {say(words.remove)}
              </Button>
            </p>
          </li>
        ))}
      </ul>
      {removed !== undefined && (
        <RemoveDialog
          title={props.ask}
          text={bracketed(props.text, removed.name, lang)}
          path={removed.path}
          backTo="kept-title"
          onRemoved={async () => {
            await client.invalidateQueries({ queryKey: props.changed });
            await client.invalidateQueries({ queryKey: ["finder", "detection"] });
          }}
          onClose={() => setRemoved(undefined)}
        />
      )}
    </>
  );
}
