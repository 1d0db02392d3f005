// Who is here, by phone or by video, what is kept for a private moment, one question at a time, and how long it took.
// Each journey is made twice: with a finger, and with the keyboard alone.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, test, today } from "../fixtures.ts";
import { AXE, looksRight } from "../look.ts";
import { addPerson, andSaved, finish, item, main, makeVault, on, onQuestion, PASSPHRASE, shown, stillHere, tap, toPeople } from "../walk.ts";

const HELD = ["home_tonight", "drink", "justice_new"];

/** How somebody uses the page. */
type Hands = { name: string; choose(page: Page, id: string): Promise<void>; press(page: Page, selector: string): Promise<void> };

/** Presses Tab until focus is there; never a mouse. */
async function tabTo(page: Page, selector: string): Promise<void> {
  const there = () => page.locator(selector).first().evaluate((one) => one === document.activeElement);
  for (let presses = 0; presses < 120 && !(await there()); presses += 1) {
    await page.keyboard.press("Tab");
  }
  await expect(page.locator(selector).first()).toBeFocused();
}

const finger: Hands = {
  name: "with a finger",
  choose: tap,
  press: (page, selector) => page.locator(selector).first().click(),
};

const keys: Hands = {
  name: "with the keyboard alone",
  async choose(page, id) {
    const one = page.locator(`[id="${id}"]`);
    const group = await one.evaluate((input: HTMLInputElement) => (input.type === "radio" ? [...document.querySelectorAll<HTMLInputElement>(`[name="${input.name}"]`)].map(({ id }) => id) : [input.id]));
    // Tab comes to the one that is chosen, or to the first.
    const chosen = await page.evaluate((ids) => ids.find((id) => (document.getElementById(id) as HTMLInputElement).checked && ids.length > 1), group);
    await tabTo(page, `[id="${chosen ?? group[0]}"]`);
    if (chosen === undefined) {
      await page.keyboard.press("Space");
    }
    for (let presses = 0; presses < group.length && !(await one.isChecked()); presses += 1) {
      await page.keyboard.press("ArrowDown");
    }
    await expect(one).toBeChecked();
  },
  async press(page, selector) {
    await tabTo(page, selector);
    await page.keyboard.press("Enter");
  },
};

/** Makes it that time of the day. */
const at = (page: Page, time: string) => page.clock.setFixedTime(new Date(`2026-03-02T${time}:00`));

/** Begins with these boxes ticked; gives the path of the sitting. */
async function begins(page: Page, hands: Hands, ticks: string[]): Promise<string> {
  await today(page, "2026-03-02");
  await page.addInitScript({ path: AXE });
  await makeVault(page);
  await addPerson(page, "Nia");
  await tap(page, "research-yes");
  await page.getByRole("link", { name: "Start together" }).click();
  await on(page, "begin");
  await expect(page.locator("#mode-joint"), "at one screen, until somebody says otherwise").toBeChecked();
  await expect(page.locator("#company-worker"), "the worker is there").toBeChecked();
  for (const id of ["setting-community", ...ticks]) {
    await hands.choose(page, id);
  }
  await hands.press(page, "main button.govuk-button");
  await onQuestion(page, "matters");
  return /\/sitting\/[0-9a-f]{32}/.exec(page.url())?.[0] ?? "";
}

/** Comes back to a page of the sitting as after a reload: through the door. */
async function comesTo(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await on(page, "unlock");
  await page.getByLabel("Passphrase", { exact: true }).fill(PASSPHRASE);
  await page.keyboard.press("Enter");
  await expect(main(page)).toHaveAttribute("data-page", /^(here|person|profile)$/);
  if (/question|check|next/.test(path)) {
    await stillHere(page);
  }
}

/** Looks at the page in both languages, and comes back to English. */
async function inBoth(page: Page, name: string): Promise<void> {
  await looksRight(page, name);
  await page.getByRole("button", { name: "Cymraeg" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "cy");
  await looksRight(page, `${name}, in Welsh`);
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
}

/** The rows of one of the files, as cells by column. */
async function file(page: Page, name: string, path: string): Promise<Record<string, string>[]> {
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: `Download ${name}`, exact: true }).click();
  await (await coming).saveAs(path);
  const [head, ...rows] = readFileSync(path, "utf8").trimEnd().split("\n").map((line) => line.split(","));
  return rows.map((row) => Object.fromEntries(head.map((column, n) => [column, row[n]])));
}

/** Makes the files. */
async function takesOut(page: Page): Promise<void> {
  await toPeople(page);
  await page.getByRole("link", { name: "Take scores out" }).click();
  await page.getByRole("button", { name: "Make the files" }).click();
  await expect(page.getByText("The files are ready.")).toBeVisible();
}

for (const hands of [finger, keys]) {
  for (const mode of ["phone", "video"]) {
    test(`by ${mode}, ${hands.name}: read out, with who is on the call, and it leaves with its time and its taps`, async ({ page }, info) => {
      test.setTimeout(120_000);
      const sitting = await begins(page, hands, [`mode-${mode}`, "company-interpreter"]);
      await expect(page.locator(".here")).toContainText("On the call: you, your worker, an interpreter. Change");
      await expect(page.locator(".here")).toContainText("Read this out. Tap what the person says.");
      await comesTo(page, `${sitting}/question/own_food`);
      await expect(page.locator(".here"), "after a reload").toContainText("On the call: you, your worker, an interpreter.");
      await at(page, "10:12");
      await andSaved(page, () => hands.choose(page, "own_food-2"));
      await hands.press(page, ".here summary");
      await page.locator("#here-interpreter").waitFor();
      await tabTo(page, "#here-language");
      await andSaved(page, () => page.keyboard.type("BSL"));
      await expect(page.locator(".here summary")).toContainText("an interpreter (BSL)");
      await inBoth(page, "who is here, open");
      await hands.press(page, `a[href="${sitting}/break"]`);
      await on(page, "break");
      await at(page, "10:40");
      await hands.press(page, "main a.govuk-button");
      await on(page, "here");
      await expect(page.locator("#heading"), "after a break it is asked again").toBeFocused();
      await expect(main(page)).toContainText("On the call: you, your worker, an interpreter (BSL).");
      await inBoth(page, "who is here now");
      await hands.press(page, "main details summary");
      await inBoth(page, "who is here now, otherwise");
      await hands.press(page, "main button.govuk-button");
      await on(page, "question");
      await comesTo(page, `${sitting}/question/own_sleep`);
      await at(page, "10:45");
      await andSaved(page, () => hands.choose(page, "own_sleep-1"));
      await comesTo(page, `${sitting}/check`);
      await finish(page);
      await page.getByRole("link", { name: "How was it?" }).click();
      await on(page, "after");
      await hands.choose(page, "worth-yes");
      await hands.choose(page, "about-me-partly");
      await hands.choose(page, "worker-no");
      await takesOut(page);
      const [row, ...more] = await file(page, "sittings.csv", info.outputPath("sittings.csv"));
      expect(more).toEqual([]);
      expect([row.mode, row.minutes, row.worth, row.about_me, row.worker_worth], "12 and 5 minutes, without the break").toEqual([mode, "17", "yes", "partly", "no"]);
      const long = await file(page, "answers_long.csv", info.outputPath("answers_long.csv"));
      const said = long.filter(({ item }) => ["own_food", "own_sleep"].includes(item));
      expect(said.map(({ mode, present }) => [mode, present])).toEqual([[mode, "worker interpreter"], [mode, "worker interpreter"]]);
      expect(readFileSync(info.outputPath("answers_long.csv"), "utf8")).not.toContain("BSL");
    });
  }

  test(`a partner is there, ${hands.name}: private parts wait, say nothing of what they are about, and are done later`, async ({ page }, info) => {
    test.setTimeout(180_000);
    const sitting = await begins(page, hands, ["company-family"]);
    await expect(page.locator(".here")).toContainText("Here: you, your worker, family or a partner. Change");
    await expect(page.locator(".here")).not.toContainText("Read this out");
    await comesTo(page, `${sitting}/question/life_mind`);
    await hands.press(page, ".go-on button");
    await on(page, "heads-up");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("The next 3 parts are kept for later");
    await expect(page.locator("#heading")).toBeFocused();
    await expect(main(page)).not.toContainText(/home|sleep|drink|drug|court|justice|pass some things on/i);
    await inBoth(page, "kept for later");

    // Somebody may go on all the same: it is their choice, and the usual page comes first.
    await hands.press(page, ".go-on a");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Next: Home");
    await expect(page.locator("#heading")).toBeFocused();
    await expect(main(page)).toContainText("Your worker must pass some things on.");
    await page.goBack();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("The next 3 parts are kept for later");

    await andSavedLater(page, () => hands.press(page, ".go-on button"));
    await onQuestion(page, "active");
    await comesTo(page, `${sitting}/check`);
    const held = page.locator(".held");
    await expect(held, "support waits as well").toHaveCount(4);
    await expect(held.first()).toContainText("It is for when it is just you and your worker. That is fine.");
    for (const id of HELD) {
      await expect(page.locator(`a[href="${sitting}/question/${id}/again"]`), `${id} is not on the page`).toHaveCount(0);
    }
    await expect(held.first(), "no title before others").not.toContainText("Home");
    await inBoth(page, "answers, with parts kept for later");

    await hands.press(page, ".held a");
    await on(page, "heads-up");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("The next part is kept for later");
    await hands.press(page, ".here summary");
    await expect(page.locator("#here-waits")).toHaveText("Some parts will wait until it is just you and your worker.");
    if (hands === keys) {
      await tabTo(page, "#here-family");
      await page.keyboard.press("Space");
      await expect(page.locator("#here-family"), "focus stays").toBeFocused();
    } else {
      await page.locator("#here-family").click();
    }
    await expect(page.locator(".here summary")).toContainText("Here: you and your worker. Change");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Next: Home");
    await hands.press(page, ".go-on a");
    await onQuestion(page, "home_tonight");
    await andSaved(page, () => hands.choose(page, "home_tonight-0"));
    while ((await main(page).getAttribute("data-page")) === "question") {
      const here = await main(page).getAttribute("data-item");
      await hands.press(page, ".go-on button");
      await page.locator(`main:not([data-item="${here}"])`).waitFor();
    }
    await on(page, "check");
    await expect(held, "one of them is done").toHaveCount(2);
    await expect(held.first(), "with a title now").not.toContainText("Home");
    await finish(page);
    await takesOut(page);
    const long = await file(page, "answers_long.csv", info.outputPath("answers_long.csv"));
    const of = (id: string) => long.filter(({ item }) => item === id).map(({ missing, present, held }) => [missing, present, held]);
    expect(of("home_tonight")).toEqual([["", "worker", "no"]]);
    expect(of("drink"), "held is not skipped").toEqual([["not_reached", "", "yes"]]);
    expect(of("own_food")).toEqual([["not_reached", "", "no"]]);
  });

  test(`one question at a time, ${hands.name}: its words are the heading, Back and a reload come back to the same one`, async ({ page }) => {
    test.setTimeout(120_000);
    const sitting = await begins(page, hands, []);
    await expect(page.locator(".here")).toContainText("Here: you and your worker. Change");
    await comesTo(page, `${sitting}/question/own_food`);
    expect((await shown(page)).length).toBeGreaterThan(1);
    await hands.press(page, "#lay");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText((await item(page, "own_food").locator("legend").innerText()).trim());
    expect(await shown(page)).toEqual(["own_food"]);
    await expect(page.locator("#heading")).toBeFocused();
    await inBoth(page, "one question at a time");
    await andSaved(page, () => hands.choose(page, "own_food-2"));
    await hands.press(page, ".go-on button");
    await onQuestion(page, "own_body");
    expect(await shown(page)).toEqual(["own_body"]);
    await hands.press(page, ".back-link");
    await onQuestion(page, "own_food");
    await expect(page.locator("#own_food-2")).toBeChecked();
    await page.goBack();
    await onQuestion(page, "own_body");
    await page.goBack();
    await onQuestion(page, "own_food");
    await comesTo(page, `${sitting}/question/own_body`);
    expect(await shown(page), "after a reload").toEqual(["own_body"]);
    await hands.press(page, "#lay");
    await expect(item(page, "own_food")).toBeVisible();
    await expect(page.locator("#heading"), "the part is the heading again").toBeFocused();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Looking after myself");
  });
}

test("somebody comes in: a private answer goes from the screen and from the answers, and comes back with one tap", async ({ page }) => {
  test.setTimeout(120_000);
  const sitting = await begins(page, finger, []);
  await comesTo(page, `${sitting}/question/drink`);
  await andSaved(page, () => tap(page, "drink-1"));
  await page.locator(".here summary").click();
  await page.locator("#here-practitioner").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The next part is kept for later");
  await expect(main(page)).not.toContainText(/alcohol|drug/i);
  await comesTo(page, `${sitting}/check`);
  await expect(page.locator(".held--answers")).toContainText("Some answers are kept back while others are here.");
  await expect(main(page)).not.toContainText(/alcohol|drug/i);
  await inBoth(page, "answers held while others are here");
  await page.getByRole("button", { name: "It is just us now. Show them" }).click();
  await expect(page.locator(".held--answers")).toHaveCount(0);
  await expect(main(page)).toContainText(/alcohol/i);
});

test("somebody comes in: what cannot wait, ticked in private, is neither shown nor offered, and comes back with one tap", async ({ page }) => {
  test.setTimeout(120_000);
  const sitting = await begins(page, finger, []);
  await comesTo(page, `${sitting}/question/cannot_wait`);
  await andSaved(page, () => tap(page, "cannot_wait-5"));
  await expect(page.getByRole("link", { name: "Sort this first" })).toBeVisible();
  await page.locator(".here summary").click();
  await page.locator("#here-family").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The next part is kept for later");
  const silent = async () => {
    await expect(main(page)).not.toContainText(/hurting/i);
    await expect(page.getByRole("link", { name: "Sort this first" })).toHaveCount(0);
  };
  await silent();
  await inBoth(page, "what cannot wait, held while a partner is here");
  await comesTo(page, `${sitting}/check`);
  await silent();
  await page.goto(`${sitting}/first`);
  await on(page, "unlock");
  await page.getByLabel("Passphrase", { exact: true }).fill(PASSPHRASE);
  await page.keyboard.press("Enter");
  await expect(main(page)).toHaveAttribute("data-page", "here");
  await expect(main(page)).toContainText("Is this a private place? Turn the screen so that nobody else can see it.");
  await inBoth(page, "who is here now, in a private place");
  await stillHere(page);
  await on(page, "sort-first");
  await silent();
  await inBoth(page, "sort this first, while a partner is here");
  await page.getByRole("button", { name: "It is just us now. Show them" }).click();
  await expect(page.locator(".told")).toContainText("Someone is hurting me");
});

test("begun at one screen, the rest by phone: each answer keeps its way, and the sitting leaves with both", async ({ page }, info) => {
  test.setTimeout(120_000);
  const sitting = await begins(page, finger, []);
  await comesTo(page, `${sitting}/question/own_food`);
  await andSaved(page, () => tap(page, "own_food-2"));
  await page.locator(".here summary").click();
  await andSaved(page, () => tap(page, "how-phone"));
  await expect(page.locator(".here")).toContainText("On the call: you and your worker.");
  await expect(page.locator(".here")).toContainText("Read this out.");
  await inBoth(page, "how it goes on");
  await andSaved(page, () => tap(page, "own_body-1"));
  await comesTo(page, `${sitting}/check`);
  await expect(main(page)).toContainText("How this was done: together on one screen, then by phone.");
  await finish(page);
  await expect(main(page)).toContainText("How this was done: together on one screen, then by phone.");
  await inBoth(page, "done in two ways");
  await takesOut(page);
  const [row] = await file(page, "sittings.csv", info.outputPath("sittings.csv"));
  expect(row.mode).toBe("joint phone");
  const long = await file(page, "answers_long.csv", info.outputPath("answers_long.csv"));
  const of = (id: string) => long.find(({ item }) => item === id)?.mode;
  expect([of("own_food"), of("own_body")]).toEqual(["joint", "phone"]);
});

/** Does something that is written down, on a page that does not say so. */
async function andSavedLater(page: Page, doing: () => Promise<void>): Promise<void> {
  const before = Number(await main(page).getAttribute("data-saved-revision"));
  await doing();
  await expect.poll(async () => Number(await main(page).getAttribute("data-saved-revision"))).toBeGreaterThan(before);
}
