// On paper: every question of the very version, with its number, its code and its boxes, black on white, with
// nothing on it that should not be found by somebody else; and back from paper, code after code.
import type { Page } from "@playwright/test";
import { expect, test, today } from "../fixtures.ts";
import { inStorageAndPage } from "../handed.ts";
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

/** Says which form it is where there are several, when, by whom and where, and begins to type. */
async function from(page: Page, setting: "community" | "custody", form?: string): Promise<void> {
  if (form !== undefined) {
    await page.locator(`[id="form-${form}"]`).check();
  }
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
  await page.locator(".govuk-summary-list__row .row-link").nth(8).press("Enter");
  await on(page, "paper");
  await expect(field(page, "barc_09"), "Change leads to its row").toBeFocused();
  await expect(field(page, "barc_09")).toBeInViewport({ ratio: 1 });
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("5");
  await page.keyboard.press("Enter");
  await expect.poll(() => revision(page)).toBe(12);
  await page.getByRole("link", { name: "Check what was typed" }).press("Enter");
  await on(page, "check");
  await page.getByRole("button", { name: "Finish" }).press("Enter");
  await on(page, "profile");
  await expect(main(page)).toContainText("46 on a scale from 10 to 60");
  await expect(main(page)).toContainText("From a paper form of 27 February 2026.");
  await looksRight(page, "what a paper form shows");
});

/** Every form of the long assessment, by the words that are printed on it. */
const FORMS = ["en/ours", "cy/ours", "en/easy_read_not_validated", "cy/easy_read_not_validated"].map((words) => `${words}/${strengthsProfile.version}`);

test("which form it is is asked by the code on the sheet, nothing is chosen for anybody, and the answers keep its words", async ({ page }) => {
  await page.addInitScript({ path: AXE });
  await today(page, "2026-03-02");
  await makeVault(page);
  await addPerson(page, "Nia");
  // The code as it is printed, of each form there is.
  const person = new URL(page.url()).pathname;
  const go = (address: string) => page.evaluate((address) => {
    history.pushState(null, "", address);
    dispatchEvent(new PopStateEvent("popstate"));
  }, address);
  const printed: string[] = [];
  for (const [tongue, easy] of [["en", ""], ["cy", ""], ["en", "/easy"], ["cy", "/easy"]]) {
    await go(`/form/strengths-profile${easy}`);
    await on(page, "form");
    const other = page.locator(`header button[lang="${tongue}"]`);
    if (await other.count() > 0) {
      await other.click();
    }
    await expect(page.locator(".sheet-code")).toContainText(`${tongue}/${easy === "" ? "ours" : "easy_read"}`);
    printed.push(await page.locator(".sheet-code").innerText());
  }
  await page.getByRole("button", { name: "English" }).click();
  await go(person);
  await on(page, "person");
  await paper(page, strengthsProfile.title);
  const codes = await page.locator(".printing-code").allInnerTexts();
  expect(codes.length).toBe(FORMS.length);
  expect(printed.filter((code, n) => !code.includes(codes[n])), "word for word as on the sheets").toEqual([]);
  await expect(page.locator("main input:checked")).toHaveCount(0);
  await looksRight(page, "which form it is");
  await page.getByRole("button", { name: "Begin typing" }).click();
  await expect(page.locator("#error-summary")).toBeFocused();
  await expect(page.locator("#error-summary")).toContainText("Choose which form it is.");
  await page.getByRole("link", { name: /^Choose which form it is/ }).press("Enter");
  await expect(page.locator(`[id="form-${FORMS[0]}"]`)).toBeFocused();
  await page.getByRole("button", { name: "Cymraeg" }).click();
  await looksRight(page, "which form it is, in Welsh");
  await page.getByRole("button", { name: "English" }).click();
  await from(page, "community", FORMS[3]);
  await expect(page.locator(".sheet-code")).toContainText(codes[3]);
  await andSaved(page, async () => {
    await field(page, "own_food").fill("2");
    await field(page, "own_food").press("Enter");
  });
  await looksRight(page, "a Welsh easy read form typed in on an English tablet");
});

for (const [way, hide] of [
  ["hidden", (page: Page) => page.getByRole("button", { name: "Hide this now" }).click()],
  ["locked", (page: Page) => page.getByRole("button", { name: "Lock", exact: true }).click()],
] as const) {
  test(`half a code that is ${way} at once is there again behind the door, and lies nowhere in clear`, async ({ page }) => {
    await today(page, "2026-03-02");
    await makeVault(page);
    await addPerson(page, "Nia");
    await paper(page, BARC);
    await from(page, "community");
    await field(page, "barc_01").fill("6");
    await field(page, "barc_01").press("Enter");
    await page.keyboard.type("QZX9");
    await hide(page);
    if (way === "hidden") {
      await page.getByRole("button", { name: "Clock. Open again." }).click();
    }
    await on(page, "unlock");
    expect(await inStorageAndPage(page, ["QZX9"]), "sealed").toEqual([]);
    await unlock(page);
    await toPeople(page);
    await toPerson(page, "Nia");
    await page.getByRole("link", { name: "Go on typing" }).click();
    await on(page, "paper");
    expect(await typed(page, barc.slice(0, 3))).toEqual(["6", "QZX9", ""]);
    await expect(field(page, "barc_02")).toHaveAttribute("aria-invalid", "true");
    await page.getByRole("link", { name: "Check what was typed" }).click();
    await on(page, "check");
    await page.getByRole("link", { name: "Back to the codes" }).click();
    await expect(field(page, "barc_02")).toBeFocused();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("4");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("alert")).toHaveCount(0);
    await page.reload();
    await unlock(page);
    await on(page, "paper");
    expect(await typed(page, barc.slice(0, 2)), "mended is mended").toEqual(["6", "4"]);
  });
}

test("a form from prison asks what is asked in prison, and words are typed as words", async ({ page }) => {
  await page.addInitScript({ path: AXE });
  await today(page, "2026-03-02");
  await makeVault(page);
  await addPerson(page, "Nia");
  await paper(page, strengthsProfile.title);
  await from(page, "custody", FORMS[0]);
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
  await expect(main(page)).toContainText("Some codes do not fit.");
  await expect(page.getByRole("button", { name: "Finish" })).toHaveCount(0);
  await page.getByRole("link", { name: "Back to the codes" }).click();
  await on(page, "paper");
  await expect(field(page, "own_food"), "where it has to be mended").toBeFocused();
  await expect(field(page, "own_food"), "as it was typed").toHaveValue("9");
  await field(page, "own_food").fill("2");
  await field(page, "own_food").press("Enter");
  await page.getByRole("button", { name: "Cymraeg" }).click();
  await expect(page.locator("#heading")).toHaveText("Teipio'r ffurflen bapur");
  await expect(field(page, "own_food")).toHaveValue("2");
  await expect(field(page, "matters")).toHaveValue("Mam a'r ci");
  await looksRight(page, "a long paper form in Welsh");
});
