/** One step of the schema. Once released it is never edited: what has to change comes as another step. */
export type Migration = {
  /** Version of the schema after it; counts from 1 without gaps. */
  readonly number: number;
  readonly name: string;
  readonly sql: string;
};
