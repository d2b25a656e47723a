import { fixed } from "../language/number.ts";
import { type DensityOperator, definitionById, type PloDefinition, type SiteRule } from "./definition.ts";

/** What a reader may switch in the source paper's definition. */
export type DefinitionChoice = {
  readonly siteRule: SiteRule;
  /** Upper edge of the window, months after delivery, included. */
  readonly windowMonths: number;
  readonly operator: DensityOperator;
};

/** The choice that the source paper's definition makes itself, in its any-site reading. */
export const paperChoice: DefinitionChoice = choiceOf(definitionById("paper-any-site"));

/**
 * The source paper's definition with another site rule, window or operator. Everything else, and the source, stay the
 * paper's; its two own readings come back as they are.
 *
 * @throws RangeError when the window does not end at a finite time after delivery
 */
export function definitionWith(choice: DefinitionChoice): PloDefinition {
  const { siteRule, windowMonths, operator } = choice;
  if (!(windowMonths > 0 && Number.isFinite(windowMonths))) {
    throw new RangeError(`windowMonths must be finite and positive: ${windowMonths}`);
  }
  const paper = definitionById(siteRule === "any" ? "paper-any-site" : "paper-all-sites");
  const own = choiceOf(paper);
  if (own.windowMonths === windowMonths && own.operator === operator) return paper;
  const density = paper.density;
  if (density === undefined) throw new TypeError("the paper's definition has no density rule");
  return {
    ...paper,
    id: `${paper.id}/${windowMonths}/${operator}`,
    name: {
      en: `${paper.name.en}, window to month ${windowMonths}, Z ${operator === "<=" ? "≤" : "<"} ${fixed(density.threshold, 1)}`,
      zh: `${paper.name.zh}，时间窗至产后${windowMonths}个月，Z值${operator === "<=" ? "≤" : "<"}${fixed(density.threshold, 1)}`,
    },
    window: { ...paper.window, toMonths: windowMonths },
    density: { ...density, operator },
  };
}

function choiceOf(definition: PloDefinition): DefinitionChoice {
  const { density, window } = definition;
  if (density === undefined || window.toMonths === undefined) {
    throw new TypeError(`${definition.id} has no density rule or no window end`);
  }
  return { siteRule: density.rule, windowMonths: window.toMonths, operator: density.operator };
}
