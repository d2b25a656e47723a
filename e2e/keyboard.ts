import type { Locator, Page } from "playwright-core";

/** A control that a person would look for, by what it is and what it is called. */
export type Aim = Locator;

/** Enough for the longest form of the workbench. */
const MOST_STEPS = 600;

/**
 * Presses Tab, or Shift+Tab, until the control has the focus, as a person without a mouse does.
 *
 * @throws Error when the whole page was walked without meeting it
 */
export async function tabTo(page: Page, aim: Aim, direction: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  const found = async () => {
    const element = await aim.first().elementHandle();
    if (element === null) throw new Error(`there is no ${aim}`);
    return element;
  };
  let element = await found();
  for (let step = 0; step < MOST_STEPS; step++) {
    const [isThere, isDrawnAnew] = await element.evaluate((node) => [
      node === document.activeElement,
      !node.isConnected,
    ]);
    if (isThere) return;
    if (isDrawnAnew) element = await found();
    else await page.keyboard.press(direction);
  }
  throw new Error(`the keyboard never reached ${aim}`);
}

/** Goes to a field and types; what stood there goes. */
export async function typeInto(page: Page, aim: Aim, text: string): Promise<void> {
  await tabTo(page, aim);
  await page.keyboard.press("Control+A");
  await page.keyboard.type(text);
}

/** Goes to a native list and steps with the arrows until the word stands there: typing cannot tell "no" from "not reported". */
export async function choose(page: Page, list: Aim, word: string): Promise<void> {
  await tabTo(page, list);
  await page.keyboard.press("Home");
  const steps = await list.evaluate((element, wanted) => {
    const options = [...(element as HTMLSelectElement).options].filter((option) => !option.disabled);
    return options.findIndex((option) => option.textContent === wanted);
  }, word);
  if (steps < 0) throw new Error(`the list ${list} has no ${word}`);
  for (let step = 0; step < steps; step++) await page.keyboard.press("ArrowDown");
}

/** Goes to a button or link and presses Enter. */
export async function press(page: Page, aim: Aim): Promise<void> {
  await tabTo(page, aim);
  await page.keyboard.press("Enter");
}
