import { addMonths, dayInterval } from "@materbone/clinical";
import { createRandom } from "@materbone/numerics";
import { conceptNumber, GENERATOR, type Story } from "./knowledge.ts";
import { NEAR_MISSES } from "./near-misses.ts";
import { between, FROM, LAST_DELIVERY, olderBones, ordinaryVisits, pregnancy, TO } from "./ordinary-life.ts";
import { openVisit, orderByDay, type PersonDraft, write } from "./person-draft.ts";
import { PLO_STORIES } from "./plo-stories.ts";

/** Largest seed and largest number of a person. */
export const LARGEST_SEED = 999_999;
export const MOST_PERSONS = 10_000_000;

const { stories, planted, rates } = GENERATOR;
const VAGINAL = conceptNumber("delivery_vaginal");
const BIRTH = conceptNumber("birth_single");
const OLDEST_BIRTH = dayInterval("1932-01-01").earliest;
const YOUNGEST_BIRTH = dayInterval("2024-12-31").earliest;
/** A second delivery comes so many days later, so that no fact of a story lies near two deliveries. */
const SPACING = { from: 900, to: 1600 } as const;
const FIRST_DELIVERY = FROM + 500;

/**
 * Makes the person of a number into `draft`, from the seed and the number alone: a larger hospital begins with the persons
 * of a smaller one, and persons can be made in any order and at several places at once.
 *
 * @param seed - whole number, 0 to `LARGEST_SEED`
 * @param number - whole number, 1 to `MOST_PERSONS`
 * @throws RangeError when the seed or the number is outside
 */
export function makePerson(seed: number, number: number, draft: PersonDraft): void {
  if (!(Number.isInteger(seed) && seed >= 0 && seed <= LARGEST_SEED)) {
    throw new RangeError(`a seed is a whole number from 0 to ${LARGEST_SEED}, not ${seed}`);
  }
  if (!(Number.isInteger(number) && number >= 1 && number <= MOST_PERSONS)) {
    throw new RangeError(`a person's number is a whole number from 1 to ${MOST_PERSONS}, not ${number}`);
  }
  draft.number = number;
  draft.random = createRandom(seed * 2 ** 32 + number);
  draft.birthPrecision = "day";
  draft.story = -1;
  draft.storyDelivery = undefined;
  draft.deliveries = 0;
  draft.length = 0;
  if (number <= planted.first && number % planted.every === 0)
    plant(draft, (number / planted.every - 1) % stories.length);
  else ordinaryPerson(draft);
  orderByDay(draft);
}

function ordinaryPerson(draft: PersonDraft): void {
  const { random } = draft;
  draft.sex = random() < rates.female.value ? "female" : "male";
  draft.birthDay = between(draft, OLDEST_BIRTH, YOUNGEST_BIRTH);
  if (draft.sex === "female") mother(draft);
  const isOlder = draft.sex === "female" && draft.birthDay < TO - 20_454;
  if (isOlder) olderBones(draft);
  ordinaryVisits(draft, draft.story >= 0);
}

function mother(draft: PersonDraft): void {
  const first = Math.max(FIRST_DELIVERY, addMonths(draft.birthDay, 18 * 12));
  const last = Math.min(LAST_DELIVERY, addMonths(draft.birthDay, 45 * 12) - 1);
  if (first > last || draft.random() >= rates.motherOfThoseWhoCould.value) return;
  const delivery = between(draft, first, last);
  const second = delivery + between(draft, SPACING.from, SPACING.to);
  const hasSecond = second <= last && draft.random() < rates.secondDelivery.value;
  draw(draft, delivery, !hasSecond);
  if (draft.story < 0 && hasSecond) draw(draft, second, false);
  pregnancy(draft, delivery, draft.story >= 0);
  if (hasSecond) pregnancy(draft, second, draft.story >= 0);
}

/** Lets chance give a delivery a story, after the rates. */
function draw(draft: PersonDraft, delivery: number, isOnly: boolean): void {
  const u = draft.random() * 1_000_000;
  const plo = rates.ploPerMillionDeliveries.value;
  const index =
    u < plo
      ? firstPast(u / plo, (story) => story.share)
      : isOnly
        ? firstPast(u - plo, (story) => story.perMillionDeliveries)
        : -1;
  if (index >= 0) tell(draft, index, delivery);
}

/** Number of the story in whose part of the summed weights `u` lies; -1 past all of them. */
function firstPast(u: number, weight: (story: Story) => number | undefined): number {
  let rest = u;
  for (const [index, story] of stories.entries()) {
    const part = weight(story) ?? 0;
    if (rest < part) return index;
    rest -= part;
  }
  return -1;
}

function tell(draft: PersonDraft, index: number, day: number): void {
  const { tag } = stories[index] as Story;
  draft.story = index;
  draft.storyDelivery = day;
  const write = PLO_STORIES[tag] ?? NEAR_MISSES[tag];
  if (write === undefined) throw new RangeError(`no story is called ${tag}`);
  write(draft, day);
}

/** A person who lives the story, with the frame that it needs. */
function plant(draft: PersonDraft, index: number): void {
  const { tag } = stories[index] as Story;
  const ageYears = tag === "near-t-as-z" ? 44 : between(draft, 24, 40);
  let delivery = between(draft, FIRST_DELIVERY, LAST_DELIVERY);
  if (tag === "plo-leap-day") delivery = dayInterval(isOddRound(draft) ? "2016-02-29" : "2020-02-29").earliest;
  draft.sex = tag === "near-male" ? "male" : "female";
  draft.birthDay = addMonths(delivery, -12 * ageYears) - between(draft, 1, 360);
  if (tag === "plo-leap-day") draft.birthDay = addMonths(delivery, -12 * 28);
  if (tag === "plo-partial-birth-date") draft.birthPrecision = isOddRound(draft) ? "year" : "month";
  if (tag === "plo-second-pregnancy") {
    delivery = Math.max(delivery, FIRST_DELIVERY + SPACING.to);
    draft.birthDay = addMonths(delivery, -12 * ageYears) - 100;
    pregnancy(draft, delivery - between(draft, SPACING.from, SPACING.to), true);
  }
  tell(draft, index, delivery);
  if (tag === "near-postmenopausal") {
    draft.birthDay = addMonths(delivery, -12 * between(draft, 56, 75));
    deliveryRecord(draft, addMonths(draft.birthDay, 12 * between(draft, 22, 32)));
  } else if (tag === "near-male") deliveryRecord(draft, delivery);
  else if (tag !== "near-not-a-delivery") pregnancy(draft, delivery, true);
  if (tag === "plo-duplicate-delivery") {
    deliveryRecord(draft, delivery + 2);
    openVisit(draft, "outpatient", delivery + 9);
    write(draft, BIRTH);
  }
  if (tag === "near-male" || tag === "near-postmenopausal" || tag === "near-not-a-delivery") {
    draft.storyDelivery = undefined;
  }
  ordinaryVisits(draft, true);
}

/** Whether this is the second, fourth, … time that the planted persons go through all stories. */
function isOddRound({ number }: PersonDraft): boolean {
  return Math.floor((number / planted.every - 1) / stories.length) % 2 === 1;
}

function deliveryRecord(draft: PersonDraft, day: number): void {
  openVisit(draft, "inpatient", day);
  write(draft, VAGINAL);
}
