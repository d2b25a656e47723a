import program from "../package.json" with { type: "json" };

/** Version of Materbone, for what says how it was made. */
export const MATERBONE_VERSION: string = program.version;
