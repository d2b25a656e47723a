import { describe, expect, it } from "vitest";
import { answerKey, type KeyEntry } from "./answer-key.ts";
import { BATCH_CODES, eventBatches } from "./event-batches.ts";
import type { HospitalChunk } from "./hospital-text.ts";
import { CONCEPTS, conceptNumber, GENERATOR } from "./knowledge.ts";
import { LARGEST_SEED, MOST_PERSONS, makePerson } from "./make-person.ts";
import { FROM, TO } from "./ordinary-life.ts";
import { emptyDraft, type PersonDraft } from "./person-draft.ts";
import { renderCsv } from "./render-csv.ts";
import { renderFhir } from "./render-fhir.ts";
import { renderOmop } from "./render-omop.ts";

const RENDERERS = { fhir: renderFhir, omop: renderOmop, csv: renderCsv } as const;

function filesOf(chunks: Iterable<HospitalChunk>): Map<string, string> {
  const files = new Map<string, string>();
  for (const { file, text } of chunks) files.set(file, (files.get(file) ?? "") + text);
  return files;
}

function personsOf(seed: number, numbers: readonly number[]): string[] {
  const draft = emptyDraft();
  return numbers.map((number) => {
    makePerson(seed, number, draft);
    return copyText(draft);
  });
}

function copyText(draft: PersonDraft): string {
  const facts = Array.from({ length: draft.length }, (_, i) =>
    [draft.concept[i], draft.day[i], draft.minute[i], draft.unit[i], draft.unit[i] === -1 ? "" : draft.value[i]].join(),
  );
  return [draft.number, draft.sex, draft.birthDay, draft.story, ...facts].join("|");
}

describe.each(Object.entries(RENDERERS))("the %s hospital", (_, render) => {
  it("has the same bytes for the same seed and others for another", () => {
    const files = filesOf(render({ seed: 4, persons: 60 }));
    expect(filesOf(render({ seed: 4, persons: 60 }))).toEqual(files);
    expect(filesOf(render({ seed: 5, persons: 60 }))).not.toEqual(files);
  });

  it("begins with the smaller hospital of the same seed", () => {
    const small = filesOf(render({ seed: 4, persons: 40 }));
    const large = filesOf(render({ seed: 4, persons: 80 }));
    // The head of the answer key says how large the hospital is.
    const rows = (file: string, text = ""): string => (file === "answer-key.jsonl" ? text.replace(/^.*\n/, "") : text);
    for (const [file, text] of small) expect(rows(file, large.get(file)).startsWith(rows(file, text)), file).toBe(true);
  });
});

describe("a person", () => {
  it("is the same in whatever order persons are made", () => {
    const forward = personsOf(9, [1, 2, 3, 700, 800]);
    expect(personsOf(9, [800, 700, 3, 2, 1]).reverse()).toEqual(forward);
  });

  it.each([
    [-1, 1],
    [0.5, 1],
    [LARGEST_SEED + 1, 1],
    [Number.NaN, 1],
    [1, 0],
    [1, 1.5],
    [1, MOST_PERSONS + 1],
  ])("is refused for seed %d and number %d", (seed, number) => {
    expect(() => makePerson(seed, number, emptyDraft())).toThrow(RangeError);
  });

  it("has days in order within the years of the hospital, after birth, and finite values", () => {
    const draft = emptyDraft();
    for (let number = 1; number <= 3000; number++) {
      makePerson(2, number, draft);
      let last = Number.NEGATIVE_INFINITY;
      for (let k = 0; k < draft.length; k++) {
        const at = draft.order[k] as number;
        const day = draft.day[at] as number;
        expect(day).toBeGreaterThanOrEqual(last);
        expect(day).toBeGreaterThanOrEqual(draft.birthDay);
        expect(day).toBeLessThanOrEqual(TO);
        // The old delivery of a near miss is the only fact before the years of the hospital.
        if (GENERATOR.stories[draft.story]?.tag !== "near-postmenopausal") expect(day).toBeGreaterThanOrEqual(FROM);
        expect(Number.isFinite(draft.value[at])).toBe(true);
        expect(draft.day[draft.visit[at] as number]).toBe(day);
        last = day;
      }
    }
  });

  it("has about 25 events", () => {
    let events = 0;
    for (const batch of eventBatches({ seed: 3, persons: 20_000 }, 5000)) events += batch.events;
    expect(events / 20_000).toBeGreaterThan(22);
    expect(events / 20_000).toBeLessThan(28);
  });
});

describe("stories", () => {
  const key = [...answerKey({ seed: 1, persons: 500 })];
  const count = (entries: readonly KeyEntry[], tag: string): number =>
    entries.filter(({ story }) => story === tag).length;

  it("are all in 200 persons and at least four times each in 500", () => {
    for (const { tag } of GENERATOR.stories) {
      expect(count([...answerKey({ seed: 1, persons: 200 })], tag), tag).toBeGreaterThanOrEqual(1);
      expect(count(key, tag), tag).toBeGreaterThanOrEqual(4);
    }
  });

  it("put a PLO woman's index delivery on the day of a delivery record", () => {
    const deliveries = new Set([conceptNumber("delivery_vaginal"), conceptNumber("delivery_caesarean")]);
    const draft = emptyDraft();
    for (let number = 1; number <= 500; number++) {
      makePerson(1, number, draft);
      if (GENERATOR.stories[draft.story]?.isPlo !== true) continue;
      const days = Array.from({ length: draft.length }, (_, i) => i)
        .filter((i) => deliveries.has(draft.concept[i] as number))
        .map((i) => draft.day[i]);
      expect(days).toContain(draft.storyDelivery);
      expect(draft.sex).toBe("female");
    }
  });

  it("shares of PLO kinds add up to all", () => {
    const shares = GENERATOR.stories.map(({ share }) => share ?? 0);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  it("come at their rates past the planted persons", () => {
    const draft = emptyDraft();
    let deliveries = 0;
    let plo = 0;
    for (let number = GENERATOR.planted.first + 1; number <= 400_000; number++) {
      makePerson(6, number, draft);
      deliveries += draft.deliveries;
      if (GENERATOR.stories[draft.story]?.isPlo === true) plo++;
    }
    // Poisson, mean of about 24: 4 standard deviations either way, missed by chance once in 10 000 seeds.
    const mean = (deliveries * GENERATOR.rates.ploPerMillionDeliveries.value) / 1_000_000;
    expect(Math.abs(plo - mean)).toBeLessThan(4 * Math.sqrt(mean));
  });
});

describe("batches", () => {
  it("hold the persons' facts, whatever their size", () => {
    const rows = (size: number): string[] =>
      [...eventBatches({ seed: 8, persons: 50 }, size)].flatMap((batch) =>
        Array.from({ length: batch.events }, (_, i) =>
          [batch.personId[i], batch.code[i], batch.day[i], batch.value[i], batch.unit[i], batch.record[i]].join(),
        ),
      );
    const all = rows(50);
    expect(rows(7)).toEqual(all);
    expect(new Set(all.map((row) => row.split(",").at(-1))).size).toBe(all.length);
    expect(BATCH_CODES).toHaveLength(CONCEPTS.length);
  });
});
