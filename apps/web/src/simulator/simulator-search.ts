import { LSC_KINDS } from "@materbone/clinical";
import { given, numberOf, oneOf, textOf } from "../app/search-value.ts";
import { type CourseInputs, MOST_MONTHS } from "./course-inputs.ts";
import { FIT_WOMEN, MORE_FIT_WOMEN } from "./fit/case-fit-job.ts";
import { type InputsSearch, inputsOfText, inputsSearch, inputsText } from "./inputs-text.ts";

export const SIMULATOR_PANELS = ["course", "fit", "graph", "markers", "compare", "parameters"] as const;
export type SimulatorPanel = (typeof SIMULATOR_PANELS)[number];

export const GRAPH_SCOPES = ["paper", "model"] as const;

/** Most courses that are pinned: more lines than this are not told apart. */
export const MOST_PINS = 4;

/** State of the page that can be linked; what is not said of the inputs is that of the record, or the default. */
export type SimulatorSearch = InputsSearch & {
  /** Default `course`. */
  readonly show?: SimulatorPanel;
  /** The woman whose scans and treatments are taken. */
  readonly series?: string;
  readonly case?: string;
  /** Where the precision of her scans comes from in the fit; default `paper`: what the record states. */
  readonly lsc?: (typeof LSC_KINDS)[number];
  /** Virtual women of the fit; default 500. */
  readonly women?: number;
  /** Courses to compare with, as `inputsText` writes them, between `~`. */
  readonly pins?: string;
  /** Default `model`. */
  readonly scope?: (typeof GRAPH_SCOPES)[number];
  /** Node whose consequences stand out. */
  readonly node?: string;
  /** Moment of the graph, months post partum. */
  readonly at?: number;
};

export function simulatorSearch(search: Readonly<Record<string, unknown>>): SimulatorSearch {
  const at = numberOf(search.at);
  const women = numberOf(search.women);
  const pins = pinsOf(textOf(search.pins));
  return {
    ...inputsSearch(search),
    ...given({
      show: oneOf(search.show, SIMULATOR_PANELS),
      series: textOf(search.series),
      case: textOf(search.case),
      lsc: oneOf(search.lsc, LSC_KINDS),
      women: women !== undefined && (women === FIT_WOMEN || women === MORE_FIT_WOMEN) ? women : undefined,
      pins: pins.length === 0 ? undefined : pinsText(pins),
      scope: oneOf(search.scope, GRAPH_SCOPES),
      node: textOf(search.node),
      at: at !== undefined && at >= 0 && at <= MOST_MONTHS ? at : undefined,
    }),
  };
}

/** Pinned courses of an address; what cannot be read is left out. */
export function pinsOf(text: string | undefined): readonly CourseInputs[] {
  if (text === undefined) return [];
  return text
    .split("~")
    .map(inputsOfText)
    .filter((inputs) => inputs !== undefined)
    .slice(0, MOST_PINS);
}

export function pinsText(pins: readonly CourseInputs[]): string {
  return pins.map(inputsText).join("~");
}

/** A change of the address; `undefined` takes a part away. */
export type SimulatorChange = { readonly [K in keyof SimulatorSearch]?: SimulatorSearch[K] | undefined };
