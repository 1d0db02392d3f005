// The keyboard alone: Tab to what is wanted, see that it can be seen, press it.
import { expect, type Page } from "@playwright/test";
import { main } from "./walk.ts";

/** Puts the place that Tab goes on from before everything on the page. */
async function fromTheTop(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.body.tabIndex = -1;
    document.body.focus({ preventScroll: true });
    document.body.removeAttribute("tabindex");
    scrollTo(0, 0);
  });
}

/** What is wrong with what has focus: beside the screen, or under something else. Nothing has focus: null. */
async function wrongWithFocus(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const one = document.activeElement;
    if (one === null || one === document.body || one === document.documentElement) return null;
    const name = `${one.tagName.toLowerCase()}#${one.id} "${(one.textContent ?? "").trim().slice(0, 30)}"`;
    const box = one.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) return `${name}: has no size`;
    const seen = { top: Math.max(box.top, 0), bottom: Math.min(box.bottom, innerHeight), left: Math.max(box.left, 0), right: Math.min(box.right, innerWidth) };
    if (seen.top >= seen.bottom || seen.left >= seen.right) return `${name}: is not on the screen`;
    const at = document.elementFromPoint((seen.left + seen.right) / 2, (seen.top + seen.bottom) / 2);
    const labels = [...((one as HTMLInputElement).labels ?? [])];
    const mine = at !== null && [one, ...labels].some((own) => own.contains(at) || at.contains(own));
    return mine ? "" : `${name}: lies under ${at?.tagName.toLowerCase()}.${at?.className}`;
  });
}

/** From the top of a page through all that Tab comes to, until it has gone round. What is wrong on the way. */
export async function allTheWayRound(page: Page): Promise<string[]> {
  const faults: string[] = [];
  await fromTheTop(page);
  for (let presses = 0; presses < 500; presses += 1) {
    await page.keyboard.press("Tab");
    const wrong = await wrongWithFocus(page);
    if (wrong === null) {
      return presses === 0 ? ["nothing here can be come to"] : faults;
    }
    if (wrong !== "") faults.push(wrong);
  }
  return [...faults, "Tab never comes round: something holds it"];
}

/** Presses Tab until this has focus, and looks at every stop on the way; then sees that the focus can be seen. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  const there = () => page.locator(selector).first().evaluate((one) => one === document.activeElement);
  for (let presses = 0; presses < 300 && !(await there()); presses += 1) {
    await page.keyboard.press("Tab");
    expect.soft((await wrongWithFocus(page)) ?? "", `on the way to ${selector}`).toBe("");
  }
  await expect(page.locator(selector).first(), "Tab comes here").toBeFocused();
  await seen(page, selector);
}

/** The page looks other with the focus there than with it nowhere. */
async function seen(page: Page, selector: string): Promise<void> {
  const one = page.locator(selector).first();
  const look = async () => (await page.screenshot({ animations: "disabled" })).toString("base64");
  const focused = await look();
  await one.evaluate((one) => (one as HTMLElement).blur());
  const without = await look();
  await one.evaluate((one) => (one as HTMLElement).focus({ preventScroll: true }));
  expect.soft(focused === without, `${selector}: focus is seen`).toBe(false);
}

/** Goes there and presses it. */
export async function pressOn(page: Page, selector: string, key: "Enter" | "Space" = "Enter"): Promise<void> {
  await tabTo(page, selector);
  await page.keyboard.press(key);
}

/** A page has come: focus is on its heading, which is on the screen and under nothing. */
export async function arrived(page: Page, name: string): Promise<void> {
  await expect(main(page)).toHaveAttribute("data-page", name);
  await expect(page.locator("#heading"), `${name}: focus comes to the heading`).toBeFocused();
  expect.soft(await wrongWithFocus(page), `${name}: the heading is seen`).toBe("");
}
