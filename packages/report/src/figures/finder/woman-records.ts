import {
  type Candidate,
  type Criterion,
  type CriterionLeaf,
  type DayRange,
  type DeliveryExplanation,
  type EvidenceLine,
  metLeaves,
  type ResolvedDefinition,
  type Row,
} from "@materbone/finder";

/** Where an event of a woman stands on her timeline; `asked` are streams of the tiers that the delay clock does not name. */
export type TimelineLaneKind = "delivery" | "pain" | "imaging" | "asked" | "density" | "drug" | "exclusion" | "other";

/** One record of the source with all its codings. */
export type WomanRecord = {
  readonly key: string;
  /** Names of the definition's streams that it belongs to; none of an event that the definition does not ask for. */
  readonly streams: readonly string[];
  readonly lane: { readonly kind: TimelineLaneKind; readonly stream?: string };
  readonly when?: DayRange;
  /** The codings, the first with value, unit and site. */
  readonly lines: readonly EvidenceLine[];
  readonly sourceRef: string;
  /** Speaks for the tier under which she is listed. */
  readonly isEvidence: boolean;
  /** Its value was asked for and could not be used. */
  readonly unused?: "unit" | "implausible";
};

/** Her rows of the contract as records, by day; without a date last. `tier`: that under which she is listed for this delivery. */
export function womanRecords(
  events: readonly Row[],
  delivery: Pick<DeliveryExplanation, "evidence" | "unused" | "tiers">,
  tier: Candidate["tier"] | undefined,
  definition: ResolvedDefinition,
): readonly WomanRecord[] {
  const answer = delivery.tiers.find(({ id }) => id === tier)?.answer;
  const cited = new Set(answer === undefined ? [] : metLeaves(answer).flatMap(({ evidence }) => evidence));
  const known = new Map<string, { readonly line: EvidenceLine; streams: string[]; isEvidence: boolean }>();
  delivery.evidence.forEach((line, position) => {
    const key = codingKey(line);
    const one = known.get(key) ?? { line, streams: [], isEvidence: false };
    one.streams.push(line.stream);
    one.isEvidence ||= cited.has(position);
    known.set(key, one);
  });
  const unused = new Map(delivery.unused.map(({ line, why }) => [codingKey(line), { line, why }]));
  const laneOf = laneFinder(definition);
  const byRecord = new Map<string, EvidenceLine[]>();
  for (const event of events) {
    const line = lineOf(event);
    const key = recordKey(line);
    const lines = byRecord.get(key) ?? [];
    byRecord.set(key, lines);
    lines.push(line);
  }
  return [...byRecord].map(([key, bare]) => {
    const streams = [...new Set(bare.flatMap((line) => known.get(codingKey(line))?.streams ?? []))];
    const lines = bare.map((line) => known.get(codingKey(line))?.line ?? unused.get(codingKey(line))?.line ?? line);
    const why = bare.flatMap((line) => unused.get(codingKey(line)) ?? [])[0];
    const [first] = bare;
    return {
      key,
      streams,
      lane: laneOf(why === undefined ? streams : [...streams, why.line.stream]),
      ...(first?.when === undefined ? {} : { when: first.when }),
      lines,
      sourceRef: first?.sourceRef ?? "",
      isEvidence: bare.some((line) => known.get(codingKey(line))?.isEvidence === true),
      ...(why === undefined ? {} : { unused: why.why }),
    };
  });
}

/** The lanes of a definition in their order, with the windows in which it looks for what stands in them. */
export function timelineLanes(
  definition: ResolvedDefinition,
): readonly { readonly lane: WomanRecord["lane"]; readonly windows: readonly string[] }[] {
  const asked = [...new Set(definition.tiers.flatMap(({ when }) => leavesOf(when)).map(({ event }) => event))];
  const laneOf = laneFinder(definition);
  const own = asked.map((stream) => laneOf([stream])).filter(({ kind }) => kind === "asked");
  const kinds: readonly WomanRecord["lane"][] = [
    { kind: "delivery" },
    { kind: "pain" },
    { kind: "imaging" },
    ...own,
    { kind: "density" },
    { kind: "drug" },
    { kind: "exclusion" },
    { kind: "other" },
  ];
  const leaves = [
    ...definition.tiers.flatMap(({ when }) => leavesOf(when)),
    ...definition.exclusions.flatMap(({ when }) => leavesOf(when)),
  ];
  return kinds.map((lane) => ({
    lane,
    windows: [...new Set(leaves.filter(({ event }) => isSameLane(laneOf([event]), lane)).map(({ window }) => window))],
  }));
}

export function isSameLane(one: WomanRecord["lane"], other: WomanRecord["lane"]): boolean {
  return one.kind === other.kind && one.stream === other.stream;
}

/** A stream that asks for some of the concepts of a step of the clock stands with it: a low Z-score with bone density. */
function laneFinder(definition: ResolvedDefinition): (streams: readonly string[]) => WomanRecord["lane"] {
  const { clock, episodes } = definition;
  const ofTiers = definition.tiers.flatMap(({ when }) => leavesOf(when));
  const ofExclusions = definition.exclusions.flatMap(({ when }) => leavesOf(when));
  // An event whose nearness speaks against a woman stands with what may exclude her.
  const against = ofTiers.flatMap(({ notNear }) => notNear ?? []);
  const excluding = new Set([...ofExclusions, ...against].map(({ event }) => event));
  const asked = new Set([...ofTiers, ...ofTiers.flatMap(({ near }) => near ?? [])].map(({ event }) => event));
  const isOf = (stream: string, whole: string): boolean => {
    if (stream === whole) return true;
    const concepts = new Set(definition.streams[whole]?.concepts);
    return definition.streams[stream]?.concepts.every((concept) => concepts.has(concept)) === true;
  };
  const laneOfOne = (stream: string): WomanRecord["lane"] => {
    if (stream === episodes.delivery) return { kind: "delivery" };
    for (const kind of ["pain", "imaging", "density", "drug"] as const) {
      if (isOf(stream, clock[kind])) return { kind };
    }
    if (asked.has(stream) && !excluding.has(stream)) return { kind: "asked", stream };
    return { kind: excluding.has(stream) ? "exclusion" : "other" };
  };
  return (streams) => {
    const lanes = streams.map(laneOfOne);
    return (
      lanes.find(({ kind }) => kind === "asked") ?? lanes.find(({ kind }) => kind !== "other") ?? { kind: "other" }
    );
  };
}

function leavesOf(criterion: Criterion): readonly CriterionLeaf[] {
  if ("event" in criterion) return [criterion];
  if ("not" in criterion) return leavesOf(criterion.not);
  const parts = "all" in criterion ? criterion.all : "any" in criterion ? criterion.any : criterion.of;
  return parts.flatMap(leavesOf);
}

function lineOf(event: Row): EvidenceLine {
  const { value, unit, site, date_low: low, date_high: high } = event;
  return {
    stream: "",
    kind: String(event.kind ?? ""),
    system: String(event.system ?? ""),
    code: String(event.code ?? ""),
    ...(typeof value === "number" ? { value } : {}),
    ...(typeof unit === "string" ? { unit } : {}),
    ...(typeof site === "string" ? { site } : {}),
    ...(typeof low === "string" && typeof high === "string" ? { when: { low, high } } : {}),
    isCertain: true,
    sourceRef: String(event.source_ref ?? ""),
  };
}

function codingKey(line: EvidenceLine): string {
  return JSON.stringify([recordKey(line), line.system, line.code]);
}

function recordKey({ when, kind, sourceRef, value, unit, site }: EvidenceLine): string {
  return JSON.stringify([when?.low, when?.high, kind, sourceRef, value, unit, site]);
}
