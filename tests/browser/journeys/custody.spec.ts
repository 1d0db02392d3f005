// In prison: its own words, its own questions, and what can be compared after release.
import { readFileSync } from "node:fs";
import { expect, test, today } from "../fixtures.ts";
import {
  addPerson, all, begin, finish, item, itemsFor, main, makeVault, on, strengthsProfile, toPeople, toPerson, walk,
} from "../walk.ts";

const wording: { scales: Record<string, { name: string }> } = JSON.parse(
  readFileSync(new URL("../../../instruments/strengths-profile/wording.en.json", import.meta.url), "utf8"),
);
const STRENGTHS = itemsFor("strength");
/** Items that say where they are asked. */
const only = (setting: string): string[] =>
  strengthsProfile.items.filter((item) => item.setting === setting).map((item) => item.id);

test("in custody the questions say so, and after release what cannot be compared is not", async ({ page }) => {
  test.setTimeout(240_000);
  await today(page, "2026-03-02");
  await makeVault(page);
  await addPerson(page, "Nia");
  await begin(page, "Start together", "custody");
  const heard: Record<string, string> = {};
  const inside = await walk(page, { ...all(STRENGTHS, 1), home_release: 1 }, {
    look: async (items) => {
      for (const id of items) {
        heard[id] = (await item(page, id).locator("legend").innerText()).trim();
      }
    },
  });
  expect(inside, "asked inside").toEqual(expect.arrayContaining(only("custody")));
  expect(inside.filter((id) => only("community").includes(id)), "asked outside only").toEqual([]);
  expect(heard.daily_money).toBe("My money lasts until the next canteen day.");
  expect(heard.places_know).toBe("I know who to go to for help in here.");
  await finish(page);

  await today(page, "2026-05-31");
  await toPeople(page);
  await toPerson(page, "Nia");
  await begin(page, "Catch up together");
  const outside = await walk(page, { ...all(STRENGTHS, 2), home_tonight: 1, home_lose: 0, home_temporary: 0 });
  expect(outside.filter((id) => only("custody").includes(id)), "asked inside only").toEqual([]);
  await finish(page);
  await page.getByRole("link", { name: "What has changed" }).click();
  await on(page, "change");
  const area = (scale: string) => main(page).locator("article.area", { hasText: wording.scales[scale].name }).first();
  // The same questions in both places, so the numbers stand side by side and the move is said.
  await expect(area("looking_after_myself")).toContainText("higher than at the start: 4 then, 8 now");
  await expect(area("looking_after_myself")).toContainText("You have moved between prison and the community since then.");
  // Home is asked in other ways inside, so nothing is compared and nothing is drawn.
  await expect(area("barrier_home")).toContainText("The questions are different in prison and outside");
  await expect(area("barrier_home").locator("svg")).toHaveCount(0);
});
