// On paper: every question of the very version, with its number, its code and its boxes, black on white, with
// nothing on it that should not be found by somebody else.
import { expect, test, today } from "../fixtures.ts";
import { addPerson, main, makeVault, on, strengthsProfile } from "../walk.ts";

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
