// On paper: every question of the very version, with its number, its code and its boxes, black on white, with
// nothing on it that should not be found by somebody else; and back from paper, code after code.
import type { Page } from "@playwright/test";
import { expect, test, today } from "../fixtures.ts";
import { AXE, looksRight } from "../look.ts";
import {
  addPerson, andSaved, lock, main, makeVault, on, revision, strengthsProfile, tap, toPeople, toPerson, unlock,
} from "../walk.ts";

test("the questions print in this very version, each with its number and codes, and no name", async ({ page }) => {
  await today(page, "2026-03-02");
  await makeVault(page);
  await addPerson(page, "Canary Quillfeather");
  await page.getByRole("link", { name: "Start together" }).click();
  await page.getByRole("link", { name: "Use paper instead" }).click();
  await on(page, "form");
  const asked = strengthsProfile.items.filter((item) => item.setting !== "custody");
  await expect(page.locator(".sheet-item")).toHaveCount(asked.length);
  await expect(main(page)).toContainText("strengths-profile ");
  const numbers = await page.locator(".sheet-item .question").evaluateAll((all) => all.map((one) => Number.parseInt(one.textContent ?? "", 10)));
  expect(numbers, "the place in the definition").toEqual(asked.map((item) => strengthsProfile.items.indexOf(item) + 1));
  await expect(page.locator(".sheet-item").filter({ hasText: "eat a meal" })).toContainText("(2)");
  await expect(page.locator(".sheet-item").filter({ hasText: "could you lose the place" })).toContainText("Only if you ticked: Yes, in question");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
  await expect(page.locator("header")).toBeHidden();
  expect(await main(page).innerText()).not.toContain("Canary");
  await expect(main(page)).toContainText("Keep this paper private.");
  await page.emulateMedia({ media: "screen" });
  await page.getByRole("link", { name: "The same for someone in prison" }).click();
  await expect(page.locator(".sheet-item").filter({ hasText: "next canteen day" })).toHaveCount(1);
  await expect(page.locator(".sheet-item").filter({ hasText: "somewhere safe to sleep tonight" })).toHaveCount(0);
});

const BARC = "BARC-10 (Brief Assessment of Recovery Capital)";
const field = (page: Page, id: string) => page.locator(`[id="code-${id}"]`);
const typed = (page: Page, ids: string[]) => Promise.all(ids.map((id) => field(page, id).inputValue()));
const barc = Array.from({ length: 10 }, (_, n) => `barc_${String(n + 1).padStart(2, "0")}`);

/** From a person's page to the page before the codes are typed. */
async function paper(page: Page, title: string): Promise<void> {
  await page.getByRole("link", { name: "Another assessment" }).click();
  await on(page, "another");
  const row = page.locator(".instrument-row", { has: page.getByRole("heading", { name: title, exact: true }) });
  await row.getByRole("link", { name: "Type in a paper form" }).click();
  await on(page, "begin-paper");
}

/** Presses Tab until this has focus. */
async function tabTo(page: Page, id: string): Promise<void> {
  for (let n = 0; n < 40; n += 1) {
    await page.keyboard.press("Tab");
    if ((await page.evaluate(() => document.activeElement?.id)) === id) {
      return;
    }
  }
  throw new Error(`Tab never came to ${id}`);
}

/** Says when, by whom and where, and begins to type. */
async function from(page: Page, setting: "community" | "custody"): Promise<void> {
  await page.getByLabel("Day", { exact: true }).fill("27");
  await page.getByLabel("Month", { exact: true }).fill("2");
  await page.getByLabel("Year", { exact: true }).fill("2026");
  await tap(page, "by-person");
  await tap(page, `setting-${setting}`);
  await page.getByRole("button", { name: "Begin typing" }).click();
  await on(page, "paper");
}

test("a completed form is typed in by keyboard alone, code after code, and shows what it scores", async ({ page }) => {
  await page.addInitScript({ path: AXE });
  await today(page, "2026-03-02");
  await makeVault(page);
  await addPerson(page, "Nia");
  await paper(page, BARC);
  await looksRight(page, "before a paper form");
  await tabTo(page, "paper-day");
  await page.keyboard.type("31");
  await page.keyboard.press("Tab");
  await page.keyboard.type("2");
  await page.keyboard.press("Tab");
  await page.keyboard.type("2026");
  await tabTo(page, "by-person");
  await page.keyboard.press("Space");
  await tabTo(page, "setting-community");
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.locator("#error-summary")).toBeFocused();
  await expect(page.locator("#error-summary")).toContainText("That is not a day.");
  await looksRight(page, "a day that never was");
  await expect(page.locator("#by-person"), "nothing else is lost").toBeChecked();
  await page.getByRole("link", { name: /^That is not a day/ }).press("Enter");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("27");
  await tabTo(page, "setting-community");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await on(page, "paper");
  await expect(page.locator("#heading")).toBeFocused();
  await expect(main(page)).toContainText("From a paper form of 27 February 2026. Filled in by: The person, alone.");
  await expect(page.locator(".code-row")).toHaveCount(10);

  await tabTo(page, "code-barc_01");
  await page.keyboard.type("7");
  await page.keyboard.press("Enter");
  await expect(field(page, "barc_01"), "it waits where it is wrong").toBeFocused();
  await expect(field(page, "barc_01")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByRole("alert")).toHaveText("“7” is not a code here. Use 1–6, or a letter. The rest is kept.");
  await looksRight(page, "a code that cannot be");
  await page.keyboard.type("6");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toHaveCount(0);
  for (const code of ["5", "5", "5", "5", "4", "4", "4", "4", "k"]) {
    await page.keyboard.type(code);
    await page.keyboard.press("Enter");
  }
  await expect.poll(() => revision(page)).toBe(10);
  await expect(page.locator(".saved")).toHaveText("Saved");
  expect(await typed(page, barc)).toEqual(["6", "5", "5", "5", "5", "4", "4", "4", "4", "k"]);

  await lock(page);
  await unlock(page);
  await toPeople(page);
  await toPerson(page, "Nia");
  await expect(main(page)).toContainText("Paper forms to finish");
  await looksRight(page, "a paper form half typed in");
  await page.getByRole("link", { name: "Go on typing" }).click();
  await on(page, "paper");
  expect(await typed(page, barc), "sealed, and opened again").toEqual(["6", "5", "5", "5", "5", "4", "4", "4", "4", "k"]);
  await field(page, "barc_09").focus();
  await page.keyboard.press("ArrowDown");
  await expect(field(page, "barc_10")).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("3");
  await page.keyboard.press("Enter");
  await expect.poll(() => revision(page)).toBe(11);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await on(page, "check");
  await expect(page.locator(".govuk-summary-list__row")).toHaveCount(10);
  await looksRight(page, "checking a paper form");
  await page.getByRole("button", { name: "Finish" }).press("Enter");
  await on(page, "profile");
  await expect(main(page)).toContainText("45 on a scale from 10 to 60");
  await expect(main(page)).toContainText("From a paper form of 27 February 2026.");
  await looksRight(page, "what a paper form shows");
});

test("a form from prison asks what is asked in prison, and words are typed as words", async ({ page }) => {
  await page.addInitScript({ path: AXE });
  await today(page, "2026-03-02");
  await makeVault(page);
  await addPerson(page, "Nia");
  await paper(page, strengthsProfile.title);
  await expect(main(page), "which form it must be").toContainText(/strengths-profile \d+\.\d+\.\d+ en\/ours\/\d/);
  await from(page, "custody");
  const asked = strengthsProfile.items.filter((item) => item.setting !== "community");
  await expect(page.locator(".code-row")).toHaveCount(asked.length);
  const numbers = await page.locator(".code-row label b").allTextContents();
  expect(numbers.map(Number), "as on the paper").toEqual(asked.map((item) => strengthsProfile.items.indexOf(item) + 1));
  await andSaved(page, async () => {
    await field(page, "matters").fill("Mam a'r ci");
    await field(page, "matters").blur();
  });
  await field(page, "own_food").fill("9");
  await field(page, "own_food").press("Tab");
  await expect(page.getByRole("alert")).toContainText("“9” is not a code here.");
  await looksRight(page, "a long paper form");
  await page.getByRole("link", { name: "Check what was typed" }).click();
  await on(page, "check");
  await expect(main(page)).toContainText("Some codes cannot be.");
  await expect(page.getByRole("button", { name: "Finish" })).toHaveCount(0);
  await page.getByRole("link", { name: "Back to the codes" }).click();
  await on(page, "paper");
  await expect(field(page, "own_food"), "as it was typed").toHaveValue("9");
  await field(page, "own_food").fill("2");
  await field(page, "own_food").press("Enter");
  await page.getByRole("button", { name: "Cymraeg" }).click();
  await expect(page.locator("#heading")).toHaveText("Teipio'r ffurflen bapur");
  await expect(field(page, "own_food")).toHaveValue("2");
  await expect(field(page, "matters")).toHaveValue("Mam a'r ci");
  await looksRight(page, "a long paper form in Welsh");
});
