// Hide this now: by button, by key and by touch, with or without a network; nothing is left behind Back, a
// reload or an address, the keys are gone, and nothing that showed Saved is lost.
import type { Page } from "@playwright/test";
import { expect, installed, test, today } from "../fixtures.ts";
import { inMemory, leftBehind, rememberMemories } from "../handed.ts";
import { addPerson, answer, begin, main, makeVault, on, onQuestion, PASSPHRASE, toPerson, unlock } from "../walk.ts";

const NAME = "Canary Quillfeather";
const clock = (page: Page) => page.getByRole("button", { name: "Clock. Open again." });

/** In the middle of an assessment, with words and an answer of the person on the screen. */
async function inTheMiddle(page: Page): Promise<void> {
  await today(page, "2026-03-02");
  await makeVault(page);
  await installed(page);
  await addPerson(page, NAME);
  await begin(page);
  await answer(page, "matters", "Canary words");
  await page.evaluate(() => { document.documentElement.dataset.before = "yes"; });
}

/** The time is on the screen and nothing else, in a document that was loaded anew. */
async function hidden(page: Page): Promise<void> {
  await expect(clock(page)).toBeVisible();
  await expect(page.locator("html"), "a new document").not.toHaveAttribute("data-before");
  await expect(page.locator("#app")).toBeHidden();
  await expect(page.locator("body")).toHaveText(/^\s*\d\d:\d\d\s*\d\d\/\d\d\/\d{4}\s*$/, { useInnerText: true });
  await expect(page).toHaveTitle(/^\d\d:\d\d$/);
  expect(await page.content()).not.toContain("Canary");
  await expect(page).toHaveURL((url) => url.pathname === "/");
}

const twoFingers = async (page: Page) => {
  const devtools = await page.context().newCDPSession(page);
  const touchPoints = [{ x: 200, y: 300, id: 1 }, { x: 300, y: 300, id: 2 }];
  await devtools.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints });
  await expect(clock(page)).toBeVisible();
  await devtools.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
};

const WAYS: [string, (page: Page) => Promise<void>][] = [
  ["the button", (page) => page.getByRole("button", { name: "Hide this now" }).click()],
  ["the button, by keyboard", (page) => page.getByRole("button", { name: "Hide this now" }).press("Enter")],
  ["Shift three times", async (page) => { for (let n = 0; n < 3; n += 1) { await page.keyboard.press("Shift"); } }],
  ["two fingers held", twoFingers],
];

for (const [way, hide] of WAYS) {
  test(`${way} covers everything without a network, and Back, a reload and an address show the time`, async ({ page, context }) => {
    await inTheMiddle(page);
    const question = page.url();
    await context.setOffline(true);
    await hide(page);
    await hidden(page);
    for (let n = 0; n < 3; n += 1) {
      await page.goBack().catch(() => null);
      await hidden(page);
    }
    await page.reload();
    await hidden(page);
    await page.goto(question);
    await hidden(page);
    // Whoever knows taps the time, and needs the passphrase.
    await clock(page).click();
    await unlock(page);
    await on(page, "people");
    await toPerson(page, NAME);
    await page.getByRole("link", { name: "Go on where we stopped" }).click();
    await onQuestion(page, "matters");
    await expect(page.locator("#matters")).toHaveValue("Canary words");
  });
}

test("after hiding, neither the name, nor what was said, nor the passphrase is left in the memory of the tab", async ({ page }) => {
  await page.addInitScript(rememberMemories);
  await inTheMiddle(page);
  await page.locator("#helped_before").fill("Canary being typed");
  const planted = [NAME, "Canary words", "Canary being typed"];
  // What is typed is the browser's own until typing pauses; the rest is found.
  expect(await inMemory(page, planted), "the search finds what is there").toEqual(expect.arrayContaining(planted.slice(0, 2)));
  await page.getByRole("button", { name: "Hide this now" }).click();
  await hidden(page);
  // The sign that the clock is known by is in the heap, so that finding nothing else means something.
  expect(await leftBehind(page, [...planted, PASSPHRASE, "trellis-hide"])).toEqual(["trellis-hide"]);
  const memories = await page.evaluate(() => (window as unknown as { memories: unknown[] }).memories.length);
  expect(memories, "what was found lay in the memory of a wasm, and the new document has started none").toBe(0);
});

test("words typed and hidden at once are there after unlocking", async ({ page }) => {
  await inTheMiddle(page);
  await page.locator("#helped_before").fill("My sister");
  await page.getByRole("button", { name: "Hide this now" }).click();
  await hidden(page);
  await clock(page).click();
  await unlock(page);
  await toPerson(page, NAME);
  await page.getByRole("link", { name: "Go on where we stopped" }).click();
  await on(page, "question");
  await expect(page.locator("#helped_before")).toHaveValue("My sister");
});

test("typing capitals, one finger or two quick taps hide nothing", async ({ page }) => {
  await inTheMiddle(page);
  await page.locator("#helped_before").click();
  await page.keyboard.press("Shift+A");
  await page.keyboard.press("Shift+B");
  await page.keyboard.press("Shift+C");
  const devtools = await page.context().newCDPSession(page);
  const one = [{ x: 200, y: 300, id: 1 }];
  for (const touchPoints of [one, [...one, { x: 300, y: 300, id: 2 }]]) {
    await devtools.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints });
    await devtools.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  }
  await expect(main(page)).toBeVisible();
  await expect(page.locator("#helped_before")).toHaveValue("ABC");
  await expect(page.locator("#clock")).toBeHidden();
});
