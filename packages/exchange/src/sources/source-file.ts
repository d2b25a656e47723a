/** A file of a source, or a member of a zip archive. */
export type SourceFile = {
  /** Where it is: the file, or the archive that holds it. */
  readonly path: string;
  /** Number of the entry in the archive's directory, when it is in one. */
  readonly entry?: number;
  /** Its name as a person knows it: relative to what was given, `export.zip/PERSON.csv`. */
  readonly name: string;
  /** Size as stored, bytes; for progress. */
  readonly bytes: number;
  /**
   * Tells a changed file: size, time of last change in ms and SHA-256 of its first and last 64 KiB; for a member of an
   * archive its size and CRC-32. A change that keeps all of them is not noticed.
   */
  readonly fingerprint: string;
};
