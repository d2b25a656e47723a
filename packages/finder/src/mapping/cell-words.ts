import type { DateFormat } from "./mapping-schema.ts";

/** The pattern of each way to write a day, in the syntax that RE2 and JavaScript share: groups year, month, day. */
export const DAY_PATTERNS: Readonly<Record<DateFormat, string>> = {
  "YYYY-MM-DD": "([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[T ].*)?",
  "YYYY/M/D": "([0-9]{4})/([0-9]{1,2})/([0-9]{1,2})(?: .*)?",
  YYYYMMDD: "([0-9]{4})([0-9]{2})([0-9]{2})(?: .*)?",
  YYYY年M月D日: "([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日(?: ?.*)?",
  "YYYY.M.D": "([0-9]{4})[.]([0-9]{1,2})[.]([0-9]{1,2})(?: .*)?",
};

/** Years and months alone, as all files may have them. */
export const PARTIAL_DAYS = {
  dashed: "([0-9]{4})-([0-9]{2})",
  chinese: "([0-9]{4})年([0-9]{1,2})月",
  year: "([0-9]{4})年?",
} as const;

/** Serial number of a spreadsheet: which day it is depends on the program that wrote it. */
export const SERIAL_DAY = "[1-6][0-9]{4}([.][0-9]+)?";

/** Words for sex that need no mapping, in small letters. */
export const SEX_WORDS = { female: ["女", "女性", "f", "female"], male: ["男", "男性", "m", "male"] } as const;

/** A number once `OTHER_SIGNS` are replaced, in the syntax that RE2 and JavaScript share; a cast alone would read `1_000` too. */
export const NUMBER_PATTERN = "[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?";

/** Signs of numbers as Chinese keyboards and typesetting write them, one for one with those that are read. */
export const OTHER_SIGNS = { written: "０１２３４５６７８９．－＋−", read: "0123456789.-+-" } as const;
