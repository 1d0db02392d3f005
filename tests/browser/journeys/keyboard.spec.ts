// From a fresh tablet to the files in somebody's hands, with the keyboard alone. On every page: focus comes to the
// heading, whatever Tab comes to is on the screen and under nothing, and what is pressed is seen to have focus.
import { readFileSync } from "node:fs";
import { expect, test, today } from "../fixtures.ts";
import { arrived, pressOn, tabTo } from "../keys.ts";
import { main, on, PASSPHRASE, shown } from "../walk.ts";

/** What is answered on the way, by the answer that Tab comes to first; everything else is passed over. */
const GIVEN = ["own_food", "daily_money", "life_mind", "home_tonight", "support_housing"];

test("from first start to the files that are taken out, nobody needs a mouse", async ({ page }) => {
  test.setTimeout(300_000);
  await today(page, "2026-03-02");
  await page.goto("/");
  await on(page, "first");
  // Nothing but the keyboard may do anything from here on.
  await page.evaluate(() => {
    for (const name of ["pointerdown", "mousedown", "touchstart"]) {
      addEventListener(name, () => { document.documentElement.dataset.mouse = name; }, { capture: true });
    }
  });
  await pressOn(page, "a[href='/new']");
  await arrived(page, "new");
  await tabTo(page, "#passphrase");
  await page.keyboard.type(PASSPHRASE);
  await tabTo(page, "#again");
  await page.keyboard.type(PASSPHRASE);
  await page.keyboard.press("Enter");
  await arrived(page, "people");
  await pressOn(page, "main a[href='/add']");
  await arrived(page, "add");
  await page.keyboard.press("Tab");
  await pressOn(page, "main .govuk-button");
  await expect(page.locator("#error-summary"), "a mistake takes focus").toBeFocused();
  await expect(page).toHaveTitle(/^Error: /);
  await pressOn(page, "#error-summary a");
  await expect(page.locator("#name")).toBeFocused();
  await page.keyboard.type("Nia Quillfeather");
  await page.keyboard.press("Enter");
  await arrived(page, "person");

  // The person says yes to research, and the questions begin.
  await tabTo(page, "#research-yes");
  await page.keyboard.press("Space");
  await expect(page.locator("#research-yes")).toBeChecked();
  await pressOn(page, "main .next-step .govuk-button");
  await arrived(page, "begin");

  // The same on paper.
  await page.evaluate(() => { window.print = () => { document.documentElement.dataset.printed = "yes"; }; });
  await pressOn(page, "main a[href='/form/strengths-profile']");
  await arrived(page, "form");
  await pressOn(page, "main .go-on button");
  await expect(page.locator("html")).toHaveAttribute("data-printed", "yes");
  await pressOn(page, "header .nav a[href='/']");
  await arrived(page, "people");
  await pressOn(page, "main a[href^='/person/']");
  await arrived(page, "person");
  await pressOn(page, "main .next-step .govuk-button");
  await arrived(page, "begin");
  await pressOn(page, "#setting-community", "Space");
  await pressOn(page, "main button.govuk-button");

  const given: string[] = [];
  for (;;) {
    await expect(main(page)).toHaveAttribute("data-page", /^(question|heads-up|check)$/);
    const name = (await main(page).getAttribute("data-page")) ?? "";
    await arrived(page, name);
    if (name === "check") break;
    if (name === "heads-up") {
      await pressOn(page, "main a.govuk-button");
      await expect(main(page)).toHaveAttribute("data-page", "question");
      continue;
    }
    const items = await shown(page);
    for (const id of items) {
      if (GIVEN.includes(id)) {
        await pressOn(page, `#item-${id} input`, "Space");
        await expect(page.locator(`#item-${id} input`).first()).toBeChecked();
        given.push(id);
      } else if (id === "matters") {
        await tabTo(page, "#matters");
        await page.keyboard.type("My brother");
      }
    }
    await pressOn(page, ".go-on button");
    await expect(main(page)).not.toHaveAttribute("data-item", items[0]);
  }
  expect(given.sort()).toEqual([...GIVEN].sort());
  await expect(main(page)).toContainText("My brother");
  await pressOn(page, "main button.govuk-button");
  await arrived(page, "about-you");
  await pressOn(page, "main .go-on button");
  await arrived(page, "profile");
  await expect(main(page)).toContainText("My brother");

  await pressOn(page, "header a[href='/take-out']");
  await arrived(page, "take-out");
  await pressOn(page, "main button.govuk-button");
  await expect(page.getByText("The files are ready.")).toBeVisible();
  const files = page.locator(".file-row button");
  const names = await files.allTextContents();
  expect(names.length).toBeGreaterThan(4);
  for (let n = 0; n < names.length; n += 1) {
    const coming = page.waitForEvent("download");
    await pressOn(page, `.file-row:nth-child(${n + 1}) button`);
    const download = await coming;
    expect(`Download ${download.suggestedFilename()}`).toBe(names[n]);
    const text = readFileSync(await download.path(), "utf8");
    expect(text, "somebody is in every file").not.toBe("");
    expect(text).not.toMatch(/Quillfeather|My brother/);
  }
  await expect(page.locator("html"), "no mouse was used").not.toHaveAttribute("data-mouse");
  await pressOn(page, "header .head-end button:last-child");
  await on(page, "unlock");
});
