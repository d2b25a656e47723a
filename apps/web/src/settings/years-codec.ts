import { amountCodec, type Codec } from "../fields/codec.ts";
import { headWords } from "./head-words.ts";

/** First and last year as one text: `2016-2019`; one year is both. */
export const yearsCodec: Codec = {
  read: (text) => {
    const reading = amountCodec.read(text.replaceAll("年", ""));
    if (reading.kind !== "value" || Array.isArray(reading.value)) return reading;
    return { kind: "value", value: [reading.value, reading.value] };
  },
  print: (value) => {
    if (!Array.isArray(value)) return "";
    return value[0] === value[1] ? String(value[0]) : value.join("–");
  },
  hint: headWords.recruitmentHint,
};
