import { describe, expect, it } from "vitest";
import { bmdTrendFigure } from "./bmd-trend-figure.ts";
import { inScheme } from "./scheme.ts";
import { COLOUR, DARK_COLOUR, DARK_DRUG_COLOUR, DARK_SITE_COLOUR, DRUG_COLOUR, SITE_COLOUR } from "./theme.ts";
import { published } from "./women.fixture.ts";

type Rgb = readonly [number, number, number];

function linear(colour: string): Rgb {
  const channel = (from: number): number => {
    const share = Number.parseInt(colour.slice(from, from + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

/** Contrast ratio of WCAG 2.2. */
function contrast(a: string, b: string): number {
  const [light, dark] = [a, b].map((colour) => luminance(linear(colour)) + 0.05).sort((x, y) => y - x);
  return (light ?? 0) / (dark ?? 1);
}

function luminance([r, g, b]: Rgb): number {
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Machado GM et al. 2009, severity 1: linear RGB as seen without one kind of cone. */
const SEEN_WITHOUT: Readonly<Record<string, readonly [Rgb, Rgb, Rgb]>> = {
  long: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  middle: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  short: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function seen(colour: Rgb, matrix: readonly [Rgb, Rgb, Rgb]): Rgb {
  const row = ([a, b, c]: Rgb): number => Math.min(1, Math.max(0, a * colour[0] + b * colour[1] + c * colour[2]));
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])];
}

/** Distance in CIELAB under D65 (CIE 1976). */
function difference(a: Rgb, b: Rgb): number {
  const [p, q] = [lab(a), lab(b)];
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

function lab([r, g, b]: Rgb): Rgb {
  const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : (841 / 108) * t + 4 / 29);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const SCHEMES = [
  ["light", COLOUR, SITE_COLOUR, DRUG_COLOUR],
  ["dark", DARK_COLOUR, DARK_SITE_COLOUR, DARK_DRUG_COLOUR],
] as const;

describe.each(SCHEMES)("colours of the %s scheme", (_name, colours, sites, drugs) => {
  it("keep text at 4.5:1 on the card, and marks at 3:1", () => {
    for (const text of ["ink", "muted", "accent", "amber", "red", "benchmark"] as const) {
      expect(contrast(colours[text], colours.card), text).toBeGreaterThanOrEqual(4.5);
    }
    for (const [site, colour] of Object.entries(sites)) {
      expect(contrast(colour, colours.card), site).toBeGreaterThanOrEqual(4.5);
    }
    for (const [drug, colour] of Object.entries(drugs)) {
      expect(contrast(colour, colours.card), drug).toBeGreaterThanOrEqual(4.5);
    }
    // A crushed vertebra prints its grade in the colour of the card.
    expect(contrast(colours.card, colours.red)).toBeGreaterThanOrEqual(4.5);
  });

  it("keep the sites apart with all cones and without any one kind", () => {
    const { lumbarSpine, femoralNeck, totalHip } = sites;
    const pairs = [
      [lumbarSpine, femoralNeck],
      [lumbarSpine, totalHip],
      [femoralNeck, totalHip],
    ] as const;
    for (const [a, b] of pairs) {
      expect(difference(linear(a), linear(b)), `${a} ${b}`).toBeGreaterThan(20);
      for (const [cone, matrix] of Object.entries(SEEN_WITHOUT)) {
        const apart = difference(seen(linear(a), matrix), seen(linear(b), matrix));
        expect(apart, `${a} ${b} without ${cone} cones`).toBeGreaterThan(15);
      }
    }
  });
});

describe("inScheme", () => {
  const [view] = published().cases;
  if (view === undefined) throw new Error("no woman");
  const options = { lang: "zh", lsc: { kind: "paper" }, quantity: "percent" } as const;

  it("leaves no light colour in a dark drawing, and changes nothing else", () => {
    const light = bmdTrendFigure(view, options);
    const dark = bmdTrendFigure(view, { ...options, scheme: "dark" });
    for (const colour of [...Object.values(COLOUR), ...Object.values(SITE_COLOUR)]) {
      expect(dark.svg).not.toContain(`="${colour}"`);
    }
    const bare = (svg: string): string => svg.replaceAll(/="#[0-9a-f]{6}"/g, "");
    expect(bare(dark.svg)).toBe(bare(light.svg));
    expect(dark.marks).toEqual(light.marks);
  });

  it("has one dark colour for each light one", () => {
    const pairs = [
      ...Object.entries(COLOUR).map(([name, light]) => [light, DARK_COLOUR[name as keyof typeof COLOUR]] as const),
      ...Object.entries(SITE_COLOUR).map(
        ([name, light]) => [light, DARK_SITE_COLOUR[name as keyof typeof SITE_COLOUR]] as const,
      ),
      ...Object.entries(DRUG_COLOUR).map(
        ([name, light]) => [light, DARK_DRUG_COLOUR[name as keyof typeof DRUG_COLOUR]] as const,
      ),
    ];
    for (const [light, dark] of pairs) expect(inScheme(`="${light}"`, "dark")).toBe(`="${dark}"`);
  });

  it("does not touch words that look like a colour", () => {
    const words = "<text>fill=&quot;#ffffff&quot; #ffffff</text>";
    expect(inScheme(words, "dark")).toBe(words);
  });
});
