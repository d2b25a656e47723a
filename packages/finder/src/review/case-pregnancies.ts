import { fixed, type Pregnancy, type Text } from "@materbone/clinical";
import knowledge from "../../knowledge/case-export.json" with { type: "json" };
import type { DayRange } from "../answer/day-range.ts";
import type { DeliveryExplanation } from "../answer/explain-woman.ts";
import { type CodedEvent, fromCode, recordTime, together } from "./coded-event.ts";

const MODES = ["caesarean", "vaginal"] as const;

type Delivery = Pick<DeliveryExplanation, "number" | "when">;

const FROM_DATA: Text = { en: "A delivery in the hospital's data.", zh: "医院数据中的一次分娩。" };

/**
 * Her deliveries by time: the index is month 0, the others lie before or after it. How many she had is not in the data, only
 * how many at least; so `parity`, which is exact, stays absent, and a note of the index says it.
 *
 * @param deliveries - those that the data hold, the index among them
 * @param firstMonths - months from the index delivery to her first record with a date
 * @throws TypeError when the index is not among the deliveries
 */
export function casePregnancies(
  coded: readonly CodedEvent[],
  deliveries: readonly Delivery[],
  index: Delivery,
  firstMonths: number,
): readonly Pregnancy[] {
  const inOrder = [...deliveries].sort((a, b) => a.number - b.number);
  if (!inOrder.some(({ number }) => number === index.number)) {
    throw new TypeError(`delivery ${index.number} is none of her deliveries`);
  }
  return inOrder.flatMap((delivery, position): readonly Pregnancy[] => {
    const { mode, fed } = codesOf(coded, delivery, inOrder[position + 1]);
    const said = {
      ...(mode === undefined ? {} : { deliveryMode: mode.kind }),
      ...(fed === undefined ? {} : { lactation: { breastfed: "yes" as const, note: fromCode(fed) } }),
    };
    const notes = mode === undefined ? [] : [fromCode(mode.event)];
    if (delivery.number === index.number) {
      return [{ index: true, ...said, note: together([...notes, countNote(index.number, firstMonths)]) }];
    }
    const deliveredAt = recordTime(index.when, delivery.when);
    return deliveredAt === undefined ? [] : [{ deliveredAt, ...said, note: together([...notes, FROM_DATA]) }];
  });
}

type Mode = "caesarean" | "vaginal";
type Codes = {
  readonly mode?: { readonly kind: Mode; readonly event: CodedEvent } | undefined;
  readonly fed?: CodedEvent | undefined;
};

/** What codes of its day say of the delivery, where they do not contradict; and the first of breastfeeding until the next. */
function codesOf(coded: readonly CodedEvent[], { when }: Delivery, next: Delivery | undefined): Codes {
  const modes = coded.flatMap((event): readonly NonNullable<Codes["mode"]>[] => {
    if (event.concept !== "delivery" || !touches(event.days, when)) return [];
    const kind = MODES.find((mode) => names(mode, event));
    return kind === undefined ? [] : [{ kind, event }];
  });
  const [mode] = modes;
  const fed = coded.find(
    ({ concept, days }) =>
      concept === "breastfeeding" && days.low >= when.high && (next === undefined || days.high < next.when.low),
  );
  return { mode: modes.every(({ kind }) => kind === mode?.kind) ? mode : undefined, fed };
}

function names(mode: Mode, { rule }: CodedEvent): boolean {
  const codes: Readonly<Record<string, readonly string[]>> = knowledge.deliveryModes[mode];
  return codes[rule.system]?.includes(rule.code) === true;
}

/** A woman may have given birth before her records here begin, and elsewhere. */
function countNote(number: number, firstMonths: number): Text {
  const before = fixed(Math.abs(firstMonths), 1);
  const isFirst = !(firstMonths < 0);
  return {
    en: `At least ${number} ${number === 1 ? "delivery" : "deliveries"} up to this one: so many are in the hospital's data, where her records begin ${isFirst ? "with it" : `${before} months before it`}.`,
    zh: `截至本次至少分娩 ${number} 次：此为医院数据所含次数，其记录始于本次分娩${isFirst ? "" : `前 ${before} 个月`}。`,
  };
}

function touches(a: DayRange, b: DayRange): boolean {
  return a.low <= b.high && a.high >= b.low;
}
