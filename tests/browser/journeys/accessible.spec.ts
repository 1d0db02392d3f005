// Every page of the journey, for everybody: by ear, by keyboard, on a small screen, with a large finger.
import type { Page } from "@playwright/test";
import { expect, test, today } from "../fixtures.ts";
import { AXE, looksRight, small, violations } from "../look.ts";
import {
  addPerson, answer, begin, give, goOn, item, lock, main, makeVault, on, onQuestion, openExamples, PASSPHRASE, shown,
  tabTo, tap, told, toPeople, toPerson, unlock,
} from "../walk.ts";

const NAME = "Quennell Canaryname";

/** Where focus is after a change of page. */
async function focused(page: Page, name: string): Promise<void> {
  await expect.soft(page.locator("#heading"), `${name}: focus comes to the heading`).toBeFocused();
}

test.beforeEach(async ({ page }) => {
  await today(page, "2026-03-02");
  await page.addInitScript({ path: AXE });
});

const link = (page: Page, name: string | RegExp) => page.getByRole("link", { name }).first();
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

const fromExamples = (person: string, more: (page: Page) => Promise<void>) => async (page: Page) => {
  await openExamples(page);
  await toPerson(page, person);
  await more(page);
};
const fresh = (more: (page: Page) => Promise<void>) => async (page: Page) => {
  await makeVault(page);
  await more(page);
};

// Page, where focus must be (nowhere on the very first page, on the summary after a mistake), how to come there.
type Row = [name: string, focus: "heading" | "summary" | "none", open: (page: Page) => Promise<void>];
const PAGES: Row[] = [
  ["first start", "none", async (page) => { await page.goto("/"); await on(page, "first"); }],
  ["choosing a passphrase", "heading", async (page) => { await page.goto("/"); await link(page, "Set up this tablet").click(); await on(page, "new"); }],
  ["a passphrase too short", "summary", async (page) => { await page.goto("/new"); await press(page, "Lock and start"); await expect(page.locator("#error-summary")).toBeVisible(); }],
  ["nobody here yet", "heading", fresh(async () => {})],
  ["unlock", "none", fresh(async (page) => { await lock(page); })],
  ["a wrong passphrase", "summary", fresh(async (page) => { await lock(page); await unlock(page, "something else entirely"); await expect(page.locator("#error-summary")).toBeVisible(); })],
  ["people after unlocking", "heading", fresh(async (page) => { await addPerson(page, NAME); await toPeople(page); await lock(page); await unlock(page); await on(page, "people"); })],
  ["adding a person", "heading", fresh(async (page) => { await link(page, "Add a person").click(); await on(page, "add"); })],
  ["adding nobody", "summary", fresh(async (page) => { await link(page, "Add a person").click(); await press(page, "Save"); await expect(page.locator("#error-summary")).toBeVisible(); })],
  ["a new person", "heading", fresh(async (page) => addPerson(page, NAME))],
  ["the questions on paper", "heading", fresh(async (page) => { await addPerson(page, NAME); await link(page, "Start together").click(); await link(page, "Use paper instead").click(); await on(page, "form"); })],
  ["before the beginning", "heading", fresh(async (page) => { await addPerson(page, NAME); await link(page, "Start together").click(); await on(page, "begin"); })],
  ["beginning nowhere", "summary", fresh(async (page) => { await addPerson(page, NAME); await link(page, "Start together").click(); await press(page, "Begin"); await expect(page.locator("#error-summary")).toBeVisible(); })],
  ["the list of people", "heading", openExamples],
  ["a person with something to do", "heading", fromExamples("Rhys", async () => {})],
  ["a person part way through", "heading", fromExamples("Bea", async () => {})],
  ["going on in the middle", "heading", fromExamples("Bea", async (page) => { await link(page, "Go on where we stopped").click(); await on(page, "question"); })],
  ["the profile", "heading", fromExamples("Marged", async (page) => { await link(page, "What is strong").click(); await on(page, "profile"); })],
  ["the profile with everything open", "none", fromExamples("Marged", async (page) => { await link(page, "What is strong").click(); await on(page, "profile"); await openAll(page); })],
  ["change", "heading", fromExamples("Marged", async (page) => { await link(page, "What has changed").click(); await on(page, "change"); })],
  ["change with everything open", "none", fromExamples("Marged", async (page) => { await link(page, "What has changed").click(); await on(page, "change"); await openAll(page); })],
  ["what helps", "heading", fresh(async (page) => { await addPerson(page, NAME); await link(page, "Say what helps").click(); await on(page, "needs"); })],
  ["after a sitting", "heading", fromExamples("Marged", async (page) => { await link(page, "What is strong").click(); await link(page, "How was it?").click(); await on(page, "after"); })],
  ["for the link worker", "heading", fromExamples("Marged", async (page) => { await link(page, "What is strong").click(); await link(page, "How was it?").click(); await link(page, "Go on, link worker").click(); await on(page, "concern"); })],
  ["a break", "heading", fromExamples("Bea", async (page) => { await link(page, "Go on where we stopped").click(); await on(page, "question"); await link(page, "Take a break").click(); await on(page, "break"); })],
  ["who to call", "heading", async (page) => { await page.goto("/"); await link(page, "Who to call").click(); await on(page, "contacts"); }],
  ["changing who to call", "heading", fresh(async (page) => { await link(page, "Who to call").click(); await link(page, "Change this page").click(); await on(page, "service"); })],
  ["taking scores out", "heading", async (page) => { await openExamples(page); await link(page, "Take scores out").click(); await on(page, "take-out"); }],
  ["the files", "none", async (page) => { await openExamples(page); await link(page, "Take scores out").click(); await press(page, "Make the files"); await expect(page.getByText("The files are ready.")).toBeVisible(); }],
  ["how answers are kept safe", "heading", async (page) => { await page.goto("/"); await link(page, "How answers are kept safe").click(); await on(page, "security"); }],
  ["who can use this", "heading", async (page) => { await page.goto("/"); await link(page, "Who can use this").click(); await on(page, "statement"); }],
  ["the design page", "none", async (page) => { await page.goto("/design"); await on(page, "design"); }],
  ["no such page", "none", fresh(async (page) => { await page.goto("/nothing/here"); await unlock(page); await on(page, "lost"); })],
  ["a browser that cannot keep anything", "none", async (page) => { await page.addInitScript(() => Object.defineProperty(window, "indexedDB", { value: undefined })); await page.goto("/"); await on(page, "refused"); }],
  ["a second tab", "none", async (page) => { await page.goto("/"); await on(page, "first"); const other = await page.context().newPage(); await other.goto("/"); await other.getByRole("button", { name: "Use it here instead" }).click(); await on(page, "refused"); }],
];

async function openAll(page: Page): Promise<void> {
  for (const summary of await page.locator("main summary").all()) {
    await summary.click();
  }
}

for (const [name, focus, open] of PAGES) {
  test(`${name}: axe finds nothing, nothing is cut off at any width, every target fits a finger`, async ({ page }) => {
    await open(page);
    if (focus === "heading") {
      await focused(page, name);
    } else if (focus === "summary") {
      await expect.soft(page.locator("#error-summary")).toBeFocused();
    }
    await looksRight(page, name);
  });
}

test("every screen of an assessment, and what comes after it, is fit for everybody", async ({ page }) => {
  test.setTimeout(300_000);
  await fromExamples("Ref 4471", begin)(page);
  // What opens every gate on the way, and every kind of answer once.
  const open: Record<string, number[]> = {
    cannot_wait: [4], own_food: [2], groups_any: [1], life_mind: [3], home_tonight: [1], drink: [1], drugs: [1], inject: [1], justice_new: [1], justice_kind: [3], support_housing: [3], commit_matters: [6],
  };
  while ((await main(page).getAttribute("data-page")) === "question") {
    const items = await shown(page);
    await focused(page, items[0]);
    for (const id of items.filter((id) => open[id] !== undefined)) {
      await answer(page, id, open[id]);
    }
    await item(page, items[0]).locator("summary").first().click();
    await looksRight(page, items[0]);
    if (items.includes("cannot_wait")) {
      await link(page, "Sort this first").click();
      await on(page, "sort-first");
      await focused(page, "sort first");
      await press(page, "Note it and stop here for today");
      await expect.soft(page.locator("#error-summary")).toBeFocused();
      await looksRight(page, "sort first");
      await link(page, "Go on with the questions after all").click();
      await on(page, "question");
      continue;
    }
    await goOn(page);
    if ((await main(page).getAttribute("data-page")) === "heads-up") {
      await focused(page, "what comes next");
      await looksRight(page, "what comes next");
      await told(page);
    }
  }
  await on(page, "check");
  await focused(page, "the answers");
  await looksRight(page, "the answers");
  await press(page, "Continue");
  await on(page, "about-you");
  await focused(page, "about you");
  await give(page, "ethnic_group", 4);
  await give(page, "health_long", 1);
  await expect(item(page, "health_limits")).toBeVisible();
  await looksRight(page, "about you");
  await press(page, "Finish");
  await on(page, "profile");
  await focused(page, "the profile");
});

test("with the device's own colours what is chosen, what has focus and every mark of a chart can still be seen", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await fromExamples("Marged", async () => {})(page);
  const look = async (selector: string) => (await page.locator(selector).screenshot()).toString("base64");
  await begin(page, "Catch up together");
  await goOn(page);
  await goOn(page);
  await onQuestion(page, "own_food");
  const before = await look("#item-own_food .choices");
  await tap(page, "own_food-2");
  await page.mouse.move(0, 0);
  await page.locator("#heading").focus();
  expect(await look("#item-own_food .choices"), "chosen looks different").not.toBe(before);
  const unfocused = await look(".go-on");
  await tabTo(page, ".go-on button");
  expect(await look(".go-on"), "focus looks different").not.toBe(unfocused);
  await looksRight(page, "a question, forced colours");
  await toPeople(page);
  await toPerson(page, "Marged");
  await link(page, "What has changed").click();
  await on(page, "change");
  const marks = await page.locator("main svg").first().evaluate((svg) =>
    [...svg.querySelectorAll("circle, rect, line, path")].map((one) => {
      const style = getComputedStyle(one);
      return style.stroke !== "none" || style.fill !== "none";
    }));
  expect(marks.length).toBeGreaterThan(0);
  expect(marks.every(Boolean), "every mark has a colour of its own").toBe(true);
  await looksRight(page, "change, forced colours");
});

test("who asked for less motion gets none", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await openExamples(page);
  await toPerson(page, "Marged");
  await begin(page, "Catch up together");
  await goOn(page);
  await goOn(page);
  await tap(page, "own_food-2");
  const moving = await page.evaluate(() => [
    ...document.getAnimations().map(() => "an animation"),
    ...[...document.querySelectorAll("*")]
      .filter((one) => {
        const style = getComputedStyle(one);
        return [style.transitionDuration, style.animationDuration].some((all) => all.split(", ").some((time) => Number.parseFloat(time) > 0));
      })
      .map((one) => `${one.tagName}.${one.className}`),
  ]);
  expect(moving).toEqual([]);
});

test("the page about who can use this was gone over within a year", async ({ page }) => {
  await page.goto("/accessibility");
  await on(page, "statement");
  const day = new Date((await page.locator("[data-gone-over]").getAttribute("data-gone-over")) ?? "");
  // The day this test runs is the day that counts.
  const days = (Date.now() - day.getTime()) / 86_400_000;
  expect(days).toBeGreaterThan(-1);
  expect(days).toBeLessThan(366);
});

// Twice as large, more room, light on dark: what somebody may need, all of it together.
const DRESSED: Row[] = [
  ["their page", "none", async () => {}],
  ["the profile", "none", async (page) => { await link(page, "What is strong").click(); await on(page, "profile"); await openAll(page); }],
  ["change", "none", async (page) => { await link(page, "What has changed").click(); await on(page, "change"); await openAll(page); }],
  ["the first question", "none", async (page) => { await begin(page, "Catch up together"); }],
];
for (const [name, , open] of DRESSED) {
  test(`${name} for somebody who needs it twice as large, with more room, on dark: axe finds nothing and nothing is cut off`, async ({ page }) => {
    await fromExamples("Marged", async () => {})(page);
    await link(page, "Say what helps").click();
    await on(page, "needs");
    for (const id of ["size-200", "spacing-wide", "colours-dark"]) {
      await tap(page, id);
    }
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe("32px");
    await looksRight(page, "what helps, dressed");
    await link(page, "Back").click();
    await on(page, "person");
    await open(page);
    await looksRight(page, `${name}, dressed`);
    await toPeople(page);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize), "others are not").toBe("16px");
  });
}

test("the looking itself finds what is wrong, so that finding nothing means something", async ({ page }) => {
  await page.goto("/");
  await on(page, "first");
  await page.evaluate(() => {
    const put = (name: string, words: string, style: Partial<CSSStyleDeclaration>) => {
      const one = document.createElement(name);
      one.textContent = words;
      Object.assign(one.style, style);
      document.querySelector("main")?.append(one);
    };
    put("button", "small", { display: "block", width: "43px", height: "60px", padding: "0" });
    put("p", "pale", { color: "#bbb", background: "#fff" });
  });
  expect(await violations(page)).toEqual([expect.stringMatching(/^color-contrast: /)]);
  expect(await small(page)).toEqual(['button. "small" 43x60']);
});

test("an assessment begins and is answered with the keyboard alone", async ({ page }) => {
  await page.goto("/");
  await tabTo(page, "a[href='/new']");
  await page.keyboard.press("Enter");
  await tabTo(page, "#passphrase");
  await page.keyboard.type(PASSPHRASE);
  await tabTo(page, "#again");
  await page.keyboard.type(PASSPHRASE);
  await page.keyboard.press("Enter");
  await on(page, "people");
  await tabTo(page, "main a[href='/add']");
  await page.keyboard.press("Enter");
  await tabTo(page, "#name");
  await page.keyboard.type(NAME);
  await page.keyboard.press("Enter");
  await on(page, "person");
  await tabTo(page, "main a.govuk-button");
  await page.keyboard.press("Enter");
  await tabTo(page, "#setting-community");
  await page.keyboard.press("Space");
  await tabTo(page, "main button.govuk-button");
  await page.keyboard.press("Enter");
  await onQuestion(page, "matters");
  await expect(page.locator("#heading")).toBeFocused();
  await tabTo(page, "#matters");
  await page.keyboard.type("My brother");
  await tabTo(page, "#helped_before");
  await page.keyboard.type("Music");
  await tabTo(page, "#item-hope_for .asides button"); // Skip
  await page.keyboard.press("Space");
  await expect(item(page, "hope_for")).toContainText("Skipped. That is fine.");
  await expect(page.locator(".saved")).toHaveText("Saved");
  await tabTo(page, ".go-on button");
  await page.keyboard.press("Enter");
  await onQuestion(page, "cannot_wait");
  await tabTo(page, "#cannot_wait-0");
  await page.keyboard.press("Space");
  await expect(page.locator("#cannot_wait-0")).toBeChecked();
  await expect(page.locator("#cannot_wait-0")).toBeFocused();
  await tabTo(page, ".go-on button");
  await page.keyboard.press("Enter");
  await onQuestion(page, "own_food");
  await tabTo(page, "#own_food-2");
  await page.keyboard.press("Space");
  await expect(page.locator("#own_food-2")).toBeChecked();
  await page.keyboard.press("ArrowDown");
  await expect(page.locator("#own_food-1")).toBeChecked();
  await expect(page.locator("#own_food-1")).toBeFocused();
  await expect(page.locator(".saved")).toHaveText("Saved");
  await tabTo(page, "#item-own_body summary");
  await page.keyboard.press("Enter");
  await expect(item(page, "own_body").locator("details")).toHaveAttribute("open");
});

test("the other language keeps the page, the answer and the words being typed, and says which language it is", async ({ page }) => {
  await fromExamples("Ref 4471", begin)(page);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.locator("#matters").fill("Fy chwaer 🌱");
  await expect(item(page, "matters").locator("h2")).toHaveText("What matters most to you?");
  await press(page, "Cymraeg");
  await expect(page.locator("html")).toHaveAttribute("lang", "cy");
  await expect(main(page)).toHaveAttribute("data-item", "matters");
  await expect(item(page, "matters").locator("h2")).toHaveText("Beth sy'n bwysicaf i chi?");
  await expect(page.locator("#matters")).toHaveValue("Fy chwaer 🌱");
  await page.locator(".go-on button").click();
  await tap(page, "cannot_wait-2");
  await press(page, "English");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(main(page)).toHaveAttribute("data-item", "cannot_wait");
  await expect(page.locator("#cannot_wait-2")).toBeChecked();
  await press(page, "Cymraeg");
  await expect(page.locator("html")).toHaveAttribute("lang", "cy");
  // The question is Welsh too, and no English stands there unmarked.
  await expect(item(page, "cannot_wait").locator("h2")).toHaveText("Oes rhywbeth brys heddiw?");
  await expect(page.locator("#cannot_wait-2")).toBeChecked();
  await expect(page.getByRole("button", { name: "English", exact: true }), "the switch keeps the focus").toBeFocused();
  const unmarked = await page.evaluate(() =>
    ["Food", "Skip", "Continue", "Take scores out"].filter((words) =>
      [...document.querySelectorAll("label, button, a, span")].some((one) => one.childElementCount === 0 && one.textContent?.trim() === words && one.closest("[lang]")?.getAttribute("lang") !== "en")));
  expect.soft(unmarked, "English words on a Welsh page that are not marked").toEqual([]);
  await looksRight(page, "in Welsh");
  await page.reload();
  await expect(page.locator("html"), "the tablet remembers").toHaveAttribute("lang", "cy");
});
