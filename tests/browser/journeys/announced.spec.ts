// What is said to whoever listens while questions are answered: that an answer is kept, once for each, and nothing
// besides. And what is said once in a sitting: that nobody else should see the screen.
import type { Page } from "@playwright/test";
import { expect, test, today } from "../fixtures.ts";
import { handOver } from "../handed.ts";
import { addPerson, answer, begin, goOn, main, makeVault, on, onQuestion, revision, tap, told } from "../walk.ts";

declare global {
  interface Window { announced: string[] }
}

/** Notes whatever a live region comes to say, as a screen reader would be told. */
async function listen(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.announced = [];
    const live = "[role=status], [role=alert], [aria-live]:not([aria-live=off])";
    const last = new WeakMap<Element, string>();
    const words = (one: Element) => (one.textContent ?? "").trim();
    document.querySelectorAll(live).forEach((one) => last.set(one, words(one)));
    new MutationObserver(() => {
      for (const one of document.querySelectorAll(live)) {
        const now = words(one);
        if ((last.get(one) ?? "") !== now && now !== "") window.announced.push(now);
        last.set(one, now);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}
const announced = (page: Page) => page.evaluate(() => window.announced);

async function ready(page: Page): Promise<void> {
  await today(page, "2026-03-02");
  await makeVault(page);
  await addPerson(page, "Nia");
}

test("each answer is said to be saved once, politely, and nothing else is said", async ({ page }) => {
  await ready(page);
  await begin(page);
  await answer(page, "matters", "My brother");
  await goOn(page);
  await goOn(page);
  await onQuestion(page, "own_food");
  await listen(page);
  const before = await revision(page);
  let given = 0;
  for (const code of [2, 1, 2]) {
    await answer(page, "own_food", code);
    given += 1;
    expect(await announced(page)).toEqual(Array(given).fill("Saved"));
  }
  for (const way of ["skip", "refuse", "clear"]) {
    await answer(page, "own_body", way);
    given += 1;
    expect(await announced(page), way).toEqual(Array(given).fill("Saved"));
  }
  // The same answer again is no answer: the next one is the next to be kept.
  const kept = await revision(page);
  expect(kept - before, "who is here is kept as well, unsaid").toBeGreaterThanOrEqual(given);
  await tap(page, "own_food-2");
  await answer(page, "own_ask", 1);
  expect(await revision(page)).toBe(kept + 1);
  expect(await announced(page)).toEqual(Array(given + 1).fill("Saved"));
});

test("words that are typed are said to be saved when they are, not at every letter", async ({ page }) => {
  await ready(page);
  await begin(page);
  await onQuestion(page, "matters");
  await listen(page);
  const before = await revision(page);
  await page.locator("#matters").pressSequentially("My brother and his dog");
  await page.locator("#matters").blur();
  await expect(page.locator(".saved")).toHaveText("Saved");
  const kept = (await revision(page)) - before;
  const said = await announced(page);
  expect(said.length).toBeGreaterThan(0);
  expect(said.length, "never oftener than something was kept").toBeLessThanOrEqual(kept);
  expect(new Set(said)).toEqual(new Set(["Saved"]));
});

test("in hand-over, too, each answer is said to be saved once", async ({ page }) => {
  await ready(page);
  await handOver(page, ["Running daily life"]);
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await on(page, "handed-question");
  await listen(page);
  const options = page.locator("main .choice input");
  for (const n of [0, 1]) {
    await options.nth(n).click();
    await expect(page.locator(".saved")).toHaveText("Saved");
    await expect.poll(() => announced(page)).toEqual(Array(n + 1).fill("Saved"));
  }
});

test("that nobody else should see the screen is said once in a sitting, before it begins", async ({ page }) => {
  test.setTimeout(120_000);
  const SAYS = "Close other apps and other people's records.";
  await ready(page);
  const met: string[] = [];
  const note = async () => {
    if ((await main(page).innerText()).includes(SAYS)) met.push((await main(page).getAttribute("data-page")) ?? "");
  };
  await note();
  await page.getByRole("link", { name: "Start together" }).click();
  await on(page, "begin");
  await note();
  await tap(page, "setting-community");
  await page.getByRole("button", { name: "Begin" }).click();
  await on(page, "question");
  while ((await main(page).getAttribute("data-page")) === "question") {
    await note();
    await goOn(page);
    await note();
    await told(page);
  }
  await on(page, "check");
  await note();
  await page.getByRole("button", { name: "Continue", exact: true }).click();
  await on(page, "about-you");
  await note();
  await page.getByRole("button", { name: "Finish" }).click();
  await on(page, "profile");
  await note();
  expect(met).toEqual(["begin"]);
});
