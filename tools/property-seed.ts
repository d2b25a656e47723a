import fc from "fast-check";

/** A test passes or fails the same way in every run; `MATERBONE_SEED` draws other examples. */
const { MATERBONE_SEED = "20260101" } = process.env;
const seed = Number(MATERBONE_SEED);
if (!Number.isInteger(seed)) throw new RangeError(`MATERBONE_SEED is not a whole number: ${MATERBONE_SEED}`);
fc.configureGlobal({ seed });
