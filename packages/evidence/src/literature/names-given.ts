/** A place that names an entry of the literature, and the place of that entry. */
export type NameGiven = { readonly from: string; readonly to: string };

/**
 * Every place of a literature that names a document, a study or, by its document, the reading in use.
 *
 * @param literature - as `alignedVersions` leaves one, with gaps; readings in use are named
 */
export function namesGiven(literature: unknown): readonly NameGiven[] {
  const documents = placesOf(entriesAt(literature, "documents"), "/documents", "id");
  const studies = entriesAt(literature, "studies");
  const studyPlaces = placesOf(studies, "/studies", "id");
  const records = entriesAt(part(literature, "screening"), "records");
  return [
    ...studies.flatMap((study, position) => namesOfStudy(study, `/studies/${position}`, documents)),
    ...records.flatMap((record, position) =>
      given(part(record, "study"), `/screening/records/${position}/study`, studyPlaces),
    ),
  ];
}

type Places = ReadonlyMap<unknown, string>;

function namesOfStudy(study: unknown, at: string, documents: Places): readonly NameGiven[] {
  return [
    ...entriesAt(study, "documents").flatMap((id, position) => given(id, `${at}/documents/${position}`, documents)),
    ...entriesAt(study, "arms").flatMap((arm, place) =>
      entriesAt(arm, "outcomes").flatMap((outcome, position) =>
        namesOfOutcome(outcome, `${at}/arms/${place}/outcomes/${position}`, documents),
      ),
    ),
  ];
}

function namesOfOutcome(outcome: unknown, at: string, documents: Places): readonly NameGiven[] {
  const readings = entriesAt(outcome, "readings");
  return [
    ...readings.flatMap((reading, position) =>
      given(part(reading, "document"), `${at}/readings/${position}/document`, documents),
    ),
    ...given(part(outcome, "chosen"), `${at}/chosen`, placesOf(readings, `${at}/readings`, "document")),
  ];
}

function given(name: unknown, from: string, places: Places): readonly NameGiven[] {
  const to = name === undefined ? undefined : places.get(name);
  return to === undefined ? [] : [{ from, to }];
}

function placesOf(entries: readonly unknown[], at: string, key: string): Places {
  return new Map(entries.map((entry, position) => [part(entry, key), `${at}/${position}`]));
}

function entriesAt(whole: unknown, key: string): readonly unknown[] {
  const list = part(whole, key);
  return Array.isArray(list) ? list : [];
}

function part(whole: unknown, key: string): unknown {
  return typeof whole === "object" && whole !== null ? (whole as Readonly<Record<string, unknown>>)[key] : undefined;
}
