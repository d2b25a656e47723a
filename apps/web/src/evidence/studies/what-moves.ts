import {
  type ArmTreatment,
  type EvidenceRow,
  type Literature,
  type PooledEstimate,
  type Stratum,
  type Synthesis,
  type SynthesisChoices,
  stratumKey,
  synthesise,
} from "@materbone/evidence";

/** A pooled effect under several readings of one outcome. */
export type Move = {
  readonly stratum: Stratum;
  readonly treatment: ArmTreatment;
  /** In the order of the readings; `undefined` where the stratum has no study of the treatment then. */
  readonly under: readonly (MovedEffect | undefined)[];
};

export type MovedEffect = {
  readonly studies: number;
  readonly women: number;
  /** The value of the one study there is. */
  readonly only: number | undefined;
  readonly estimate: PooledEstimate;
};

/** The pooled effects that are not the same under every reading of an outcome, the other choices being as they are. */
export function whatMoves(literature: Literature, choices: SynthesisChoices, row: EvidenceRow): readonly Move[] {
  const under = row.outcome.readings.map((_, position) =>
    effectsOf(synthesise(literature, { ...choices, readings: { ...choices.readings, [row.key]: position } })),
  );
  const places = new Map(under.flatMap((effects) => [...effects].map(([key, { place }]) => [key, place] as const)));
  return [...places].flatMap(([key, place]): readonly Move[] => {
    const effects = under.map((each) => each.get(key)?.effect);
    const [first, ...others] = effects;
    return others.every((other) => isSame(first, other)) ? [] : [{ ...place, under: effects }];
  });
}

type Placed = { readonly place: Pick<Move, "stratum" | "treatment">; readonly effect: MovedEffect };

function effectsOf({ strata }: Synthesis): ReadonlyMap<string, Placed> {
  return new Map(
    strata.flatMap(({ stratum, pools }) =>
      pools
        .filter(({ rows }) => rows.length > 0)
        .map(({ treatment, rows, withSingles }): readonly [string, Placed] => [
          `${stratumKey(stratum)}/${treatment}`,
          {
            place: { stratum, treatment },
            effect: {
              studies: rows.length,
              women: rows.reduce((sum, { women }) => sum + women, 0),
              only: rows.length === 1 ? rows[0]?.yi : undefined,
              estimate: withSingles,
            },
          },
        ]),
    ),
  );
}

/** Equal to far more digits than are printed. */
function isSame(a: MovedEffect | undefined, b: MovedEffect | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.studies === b.studies && a.women === b.women && numbersOf(a).every((n, at) => isNear(n, numbersOf(b)[at]));
}

function numbersOf({ only, estimate }: MovedEffect): readonly number[] {
  if (estimate.kind === "notPooled") return [only ?? 0];
  const { coefficients, tau2 } = estimate.fit;
  return [tau2, ...coefficients.flatMap((each) => [each.estimate, each.ciLower, each.ciUpper])];
}

function isNear(a: number, b: number | undefined): boolean {
  return b !== undefined && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));
}
