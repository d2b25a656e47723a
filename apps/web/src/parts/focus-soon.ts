/** When a dialog has given the focus back. */
const BACK_MS = 300;

/** Takes the focus to a place where what had it is gone, and else leaves it. */
export function focusSoon(id: string): void {
  setTimeout(() => {
    if (document.activeElement === document.body) document.getElementById(id)?.focus();
  }, BACK_MS);
}
