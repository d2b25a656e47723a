import { type AgentId, printedUnit, type Terms, type Text } from "@materbone/clinical";
import knowledge from "../../knowledge/case-export.json" with { type: "json" };
import { conceptLibrary, type LibraryConceptSet, type LibraryRule } from "../definition/concept-library.ts";
import type { EvidenceLine } from "./answer.ts";
import { isScoreUnit } from "./densitometry-unit.ts";
import { codingsOf } from "./evidence-line.ts";
import { shortSystem } from "./short-system.ts";

/**
 * "ICD-10 M54.5 (Low back pain)", "ICD-10 M54.5（背痛）": a code with its name. Code systems name codes in English; in Chinese
 * the agent or the concept set says what it is. What the definition does not name, the library may.
 */
export function sayCode(line: EvidenceLine, terms: Terms): string {
  const { system, code } = line;
  const isZh = terms.lang === "zh";
  const said = system === "local" ? `${isZh ? "本地编码" : "local"} ${code}` : `${shortSystem(system)} ${code}`;
  const name = isZh ? sayNameZh(line, terms) : sayNameEn(line);
  if (name === undefined) return said;
  return isZh ? `${said}（${name}）` : `${said} (${name})`;
}

/** The codings of a record with their systems as the source has them, where `sayCode` says one of these shorter. */
export function wholeCodings(lines: readonly EvidenceLine[]): string | undefined {
  const codings = codingsOf(lines);
  if (codings.every(({ system }) => shortSystem(system) === system)) return undefined;
  return codings.map(({ system, code }) => `${system} ${code}`).join("\n");
}

/** Whether a reader learns what was recorded: the definition or the library names the code, or it is a word of the source itself. */
export function isNamed(line: EvidenceLine): boolean {
  return line.display !== undefined || libraryRule(line) !== undefined || isWord(line);
}

/** "腰椎Z值", "low dose heparin" and "门诊" are words; "D2004" and "YP-2002" are codes. */
function isWord({ system, code }: EvidenceLine): boolean {
  return /[^!-~]/u.test(code) || (system === "local" && /[a-z]/u.test(code) && !/\d/u.test(code));
}

/** Where it was measured: by the word as written where that is known, else by the code; another word as it is. */
export function saySite(line: EvidenceLine, terms: Terms): string | undefined {
  const { site } = line;
  const written = SITE_WORDS.find(({ spelling }) => site !== undefined && spelling.test(site.trim()));
  if (written !== undefined) return terms.site(written.site);
  return site ?? sayCodedSite(line, terms);
}

/** One word for the region: "腰椎" also where levels are written. */
export function sayRegion(line: EvidenceLine, terms: Terms): string | undefined {
  return sayCodedSite(line, terms) ?? saySite(line, terms);
}

/** A unit as the house prints it, "g/cm²"; scores have none. */
export function sayUnit(unit: string | undefined): string {
  return unit === undefined || isScoreUnit(unit) ? "" : printedUnit(unit).replace(/cm(?:2|\^2)$/, "cm²");
}

type Named = { readonly rule: LibraryRule; readonly set: LibraryConceptSet; readonly id: string };

const rulesBySystem: ReadonlyMap<string, readonly Named[]> = bySystem();

function bySystem(): ReadonlyMap<string, readonly Named[]> {
  const found = new Map<string, Named[]>();
  for (const [id, set] of Object.entries(conceptLibrary.sets)) {
    for (const rule of set.include) {
      const rules = found.get(rule.system) ?? [];
      found.set(rule.system, rules);
      rules.push({ rule, set, id });
    }
  }
  return found;
}

/** The rule with the longest code that names it; of several sets with that code, the narrowest. */
function libraryRule({ system, code }: Pick<EvidenceLine, "system" | "code">): Named | undefined {
  const named = (rulesBySystem.get(system) ?? []).filter(
    ({ rule }) => rule.code === code || (rule.match === "prefix" && code.startsWith(rule.code)),
  );
  return [...named].sort(
    (a, b) => b.rule.code.length - a.rule.code.length || a.set.include.length - b.set.include.length,
  )[0];
}

function sayNameEn(line: EvidenceLine): string | undefined {
  const rule = libraryRule(line)?.rule;
  const display = line.display ?? (rule === undefined ? undefined : { of: rule.code, name: rule.display });
  if (display === undefined) return undefined;
  return display.of === line.code ? display.name : `under ${display.of} ${display.name}`;
}

const AGENTS: Readonly<Record<string, string>> = knowledge.agents.byName;

function sayNameZh(line: EvidenceLine, terms: Terms): string | undefined {
  const found = libraryRule(line);
  const english = line.display?.name ?? found?.rule.display;
  const agent = english === undefined ? undefined : AGENTS[english.toLowerCase()];
  if (agent !== undefined) return terms.agent(agent as AgentId);
  const set: Text | undefined = found?.set.name;
  return set === undefined ? line.display?.name : terms.text(set);
}

const SITE_WORDS: readonly { readonly site: string; readonly spelling: RegExp }[] = [
  { site: "lumbarSpine", spelling: /^(?:lumbar spine|腰椎)$/i },
  { site: "femoralNeck", spelling: /^(?:femoral neck|neck of femur|股骨颈)$/i },
  { site: "totalHip", spelling: /^(?:total hip|全髋)$/i },
];

/** Sites that names of the library's concept sets of densitometry end with. */
const CODED_SITES: readonly (readonly [suffix: string, site: string])[] = [
  ["_lumbar_spine", "lumbarSpine"],
  ["_femoral_neck", "femoralNeck"],
  ["_total_hip", "totalHip"],
];

function sayCodedSite(line: EvidenceLine, terms: Terms): string | undefined {
  const id = libraryRule(line)?.id;
  const site = CODED_SITES.find(([suffix]) => id?.endsWith(suffix))?.[1];
  return site === undefined ? undefined : terms.site(site);
}
