// Who gave each answer; two views of one question side by side, either of which can be scored; and words beside any
// question, the person's first.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { expect, test, today } from "../fixtures.ts";
import { AXE, looksRight } from "../look.ts";
import { unmarked } from "../tongues.ts";
import { addPerson, all, andSaved, answer, begin, finish, goOn, item, itemsFor, lock, lookBack, main, makeVault, on, onQuestion, revision, rows, tabTo, tap, toPeople, toPerson, type Answers, unlock, walk } from "../walk.ts";

const OWN = "Mam cooks 🍲 – dw i'n bwyta'n dda, bob ŵyl";
const NOTE = "Missed breakfast twice this week.";

/** Everything, so that each field has its number. */
const ANSWERS: Answers = {
  ...all(itemsFor("strength"), 1), own_food: 2, own_body: 1, own_ask: 2, own_sleep: 1,
  groups_any: 0, home_tonight: 1, home_lose: 0, home_temporary: 0, drink: 0, drugs: 0, justice_new: 0, active: 1,
  ...all(itemsFor("support"), 0),
};

const asked = (page: Page, id: string): Locator => page.locator(".asked", { has: item(page, id) });
const more = (page: Page, id: string): Locator => asked(page, id).locator("> details");
const row = (page: Page, question: string): Locator => page.locator(".govuk-summary-list__row", { hasText: question });
const label = (page: Page, id: string): Promise<string> => page.locator(`label[for="${id}"]`).innerText();

async function open(details: Locator): Promise<void> {
  await details.locator("> summary").click();
  await expect(details).toHaveAttribute("open");
}

/** To the first board of strengths, nothing answered before. */
async function toBoard(page: Page, name: string): Promise<void> {
  await makeVault(page);
  await addPerson(page, name);
  await begin(page);
  await goOn(page);
  await goOn(page);
  await onQuestion(page, "own_food");
}

/** Writes into a place for words, and waits until they are safely kept. */
async function write(page: Page, id: string, words: string): Promise<void> {
  await andSaved(page, async () => {
    await page.locator(`[id="${id}"]`).fill(words);
    await page.locator(`[id="${id}"]`).blur();
  });
}

/** The number of a field, from the table of numbers. */
async function number(page: Page, field: string): Promise<string | undefined> {
  const numbers = page.locator("details", { hasText: "Show the numbers" });
  if ((await numbers.getAttribute("open")) === null) await open(numbers);
  return (await rows(numbers.locator("table"))).find(([name]) => name === field)?.[1];
}

test.beforeEach(async ({ page }) => {
  await today(page, "2026-03-02");
  await page.addInitScript({ path: AXE });
});

test("two people see one question differently and say so, see both answers wherever answers are shown, and can score either view", async ({ page }, info) => {
  test.setTimeout(240_000);
  await toBoard(page, "Nia");
  const question = await item(page, "own_food").locator(".question").innerText();
  let best = "", least = "";

  await test.step("who answers is said without a tap, and changed with one", async () => {
    await expect(page.locator("#answering-together")).toBeChecked();
    await answer(page, "own_food", 2);
    await tap(page, "answering-worker");
    await expect(page.locator("#answering-said")).toContainText("kept as given by your worker, for you");
    await answer(page, "own_body", 1);
    await tap(page, "answering-person");
    await expect(page.locator("#answering-said")).toBeEmpty();
    await answer(page, "own_ask", 2);
  });

  await test.step("words of both, and the same answers a second time for the worker", async () => {
    await expect(page.locator("#words-own_food")).toHaveCount(0);
    await open(more(page, "own_food"));
    await write(page, "words-own_food", OWN);
    await write(page, "note-own_food", NOTE);
    await open(more(page, "own_food").locator("details"));
    await expect(page.locator("#sees-own_food input:checked"), "nothing is chosen beforehand").toHaveCount(0);
    [best, least] = [await label(page, "own_food-2"), await label(page, "own_food-0")];
    expect(await page.locator("#sees-own_food label").allInnerTexts()).toEqual(await item(page, "own_food").locator("label").allInnerTexts());
    await andSaved(page, () => tap(page, "worker-own_food-2"));
    await expect(page.locator("#sees-own_food")).toContainText("You both see it the same way.");
    await expect(asked(page, "own_food").locator("> .sides")).toHaveCount(0);
    await andSaved(page, () => tap(page, "worker-own_food-0"));
    await expect(page.locator("#own_food-2"), "the person's answer stays").toBeChecked();
    await expect(asked(page, "own_food").locator("> .sides .side")).toHaveText([`You${best}`, `Your worker${least}`]);
  });

  await test.step("a view can be taken back and given again", async () => {
    await andSaved(page, () => page.locator("#sees-own_food").getByRole("button", { name: /^Take this view back: / }).click());
    await expect(page.locator("#sees-own_food")).toBeFocused();
    await expect(asked(page, "own_food").locator("> .sides")).toHaveCount(0);
    await andSaved(page, () => tap(page, "worker-own_food-0"));
  });

  await test.step("what the person would rather not say has no second view, and an answer comes first", async () => {
    await open(more(page, "own_sleep"));
    await open(more(page, "own_sleep").locator("details"));
    await expect(more(page, "own_sleep")).toContainText("Give your own answer first.");
    await expect(page.locator("#sees-own_sleep")).toHaveCount(0);
    await answer(page, "own_sleep", "refuse");
    await expect(more(page, "own_sleep").locator("details")).toHaveCount(0);
  });

  await test.step("who answers stays while going through the boards", async () => {
    await answer(page, "own_sleep", 1);
    await goOn(page);
    await expect(page.locator("#answering-person")).toBeChecked();
    await tap(page, "answering-together");
    await walk(page, ANSWERS);
    await on(page, "check");
  });

  await test.step("the answers show both views, the words of both, and who answered for whom", async () => {
    await expect(page.locator(".notice", { hasText: "Yours leads." })).toBeVisible();
    await expect(row(page, question).locator(".side")).toHaveText([`You${best}`, `Your worker${least}`]);
    await expect(row(page, question).locator("figure")).toHaveText([`You said${OWN}`, `Your worker's note${NOTE}`]);
    await expect(page.getByText("Your worker answered this for you.")).toHaveCount(1);
    await looksRight(page, "the answers with two views");
  });

  await test.step("the profile is scored from the person's view and says so", async () => {
    await finish(page);
    await expect(page.locator(".notice")).toContainText("This page shows your own view.");
    await expect(page.locator(".quote", { hasText: OWN })).toBeVisible();
    const quotes = await page.locator("main blockquote").allInnerTexts();
    expect(quotes.indexOf(OWN), "the person's words come first").toBeLessThan(quotes.indexOf(NOTE));
    const section = page.locator("section", { has: page.getByRole("heading", { name: "What we see differently" }) });
    await expect(section).toContainText("Yours leads.");
    await expect(section.locator(".side")).toHaveText([`You${best}`, `Your worker${least}`]);
    expect(await number(page, "Looking after myself")).toBe("6 of 8");
    await looksRight(page, "the profile with two views");
  });

  await test.step("the worker's view is a page of its own state, said clearly, and the way back is there", async () => {
    await page.getByRole("link", { name: "Show scores from your worker's view" }).click();
    await on(page, "worker-view");
    await expect(page.locator("#heading")).toBeFocused();
    await expect(page.locator(".notice")).toContainText("This page shows your worker's view. Your own view leads everywhere else.");
    await expect(page.locator(".lead"), "it is not the person who told this").toContainText("This is how your worker saw it");
    await expect(main(page)).not.toContainText("You told us");
    expect(await number(page, "Looking after myself")).toBe("4 of 8");
    await expect(page.locator(".quote", { hasText: OWN }), "the person's words stay").toBeVisible();
    await looksRight(page, "the worker's view");
    await page.reload();
    await unlock(page);
    await on(page, "worker-view");
    await page.getByRole("link", { name: "Show scores from your own view" }).click();
    await on(page, "profile");
    expect(await number(page, "Looking after myself")).toBe("6 of 8");
  });

  await test.step("on paper both views and the words of both stand too", async () => {
    await page.emulateMedia({ media: "print" });
    await expect(page.locator(".sides").first()).toBeVisible();
    await expect(page.locator("blockquote", { hasText: OWN })).toBeVisible();
    await expect(page.locator("blockquote", { hasText: NOTE })).toBeVisible();
    await expect(page.getByRole("link", { name: "Show scores from your worker's view" })).toBeHidden();
    await page.emulateMedia({ media: "screen" });
  });

  await test.step("a researcher can score the worker's view, and no words leave", async () => {
    await page.getByRole("link", { name: "Back to Nia" }).click();
    await lookBack(page);
    await tap(page, "research-yes");
    await toPeople(page);
    await page.getByRole("link", { name: "Take scores out" }).click();
    await page.getByRole("button", { name: "Make the files" }).click();
    const file = async (name: string): Promise<string> => {
      const coming = page.waitForEvent("download");
      await page.getByRole("button", { name: `Download ${name}`, exact: true }).click();
      await (await coming).saveAs(info.outputPath(name));
      return readFileSync(info.outputPath(name), "utf8");
    };
    const cells = (text: string) => text.trimEnd().split("\n").map((line) => line.split(","));
    const own = cells(await file("answers_strengths-profile.csv"));
    const seen = cells(await file("answers_strengths-profile_worker_view.csv"));
    expect(seen[0], "the same shape").toEqual(own[0]);
    expect(seen[1].filter((cell, n) => cell !== own[1][n]), "one answer differs").toEqual(["0"]);
    const long = cells(await file("answers_long.csv"));
    const column = (line: string[], name: string) => line[long[0].indexOf(name)];
    expect(long[0].indexOf("worker_view"), "behind the columns there were").toBeGreaterThan(long[0].indexOf("revision"));
    const views = long.slice(1).filter((line) => column(line, "worker_view") !== "");
    expect(views.map((line) => ["item", "value", "worker_view"].map((name) => column(line, name)))).toEqual([["own_food", "2", "0"]]);
    const by = (id: string) => long.filter((line) => column(line, "item") === id).map((line) => column(line, "by")).join();
    expect([by("own_food"), by("own_body"), by("own_ask")]).toEqual(["together", "worker", "person"]);
    const book = await file("codebook.csv");
    expect(book).toMatch(/^worker_view,key,/m);
    for (const text of [book, JSON.stringify(own), JSON.stringify(seen), JSON.stringify(long)]) {
      expect(text).not.toMatch(/Mam cooks|breakfast/);
    }
    const score = (name: string) => {
      const ran = execFileSync(process.env.TRELLIS_COMMAND ?? "trellis", ["score", "strengths-profile", "--in", info.outputPath(name)], { encoding: "utf8" });
      return cells(ran).find((line) => line[3] === "looking_after_myself")?.[6];
    };
    expect([score("answers_strengths-profile.csv"), score("answers_strengths-profile_worker_view.csv")]).toEqual(["6", "4"]);
  });
});

test("where nobody sees anything differently there is one view, and no way to another", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: "Try it with example people" }).click();
  await toPerson(page, "Marged");
  await page.getByRole("link", { name: "What is strong" }).first().click();
  await on(page, "profile");
  await expect(page.getByRole("link", { name: /worker's view/ })).toHaveCount(0);
  await expect(page.locator("main")).not.toContainText(/your own view|worker's view/i);
});

test("the same with the keyboard alone", async ({ page }) => {
  await toBoard(page, "Nia");
  await tabTo(page, "#answering-together");
  await page.keyboard.press("ArrowRight");
  await expect(page.locator("#answering-worker")).toBeChecked();
  await page.keyboard.press("ArrowLeft");
  await expect(page.locator("#answering-together")).toBeChecked();
  await tabTo(page, "#own_food-2");
  await page.keyboard.press("Space");
  await expect(page.locator("#own_food-2")).toBeChecked();
  await tabTo(page, ".asked:has(#item-own_food) > details > summary");
  await page.keyboard.press("Enter");
  await tabTo(page, "#words-own_food");
  await page.keyboard.type("I cook on Sundays");
  await tabTo(page, "#note-own_food");
  await page.keyboard.type("I saw it");
  await tabTo(page, ".asked:has(#item-own_food) > details details > summary");
  await page.keyboard.press("Enter");
  await tabTo(page, "#worker-own_food-2");
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await expect(page.locator("#worker-own_food-1")).toBeChecked();
  await expect(page.locator("#worker-own_food-1"), "focus stays where one taps").toBeFocused();
  await tabTo(page, "#sees-own_food .asides button");
  await page.keyboard.press("Enter");
  await expect(page.locator("#sees-own_food")).toBeFocused();
  await tabTo(page, "#worker-own_food-2");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(page.locator("#worker-own_food-0")).toBeChecked();
  await expect(page.locator(".saved")).toHaveText("Saved");
  await expect(page.locator("#words-own_food")).toHaveValue("I cook on Sundays");
  await expect(asked(page, "own_food").locator("> .sides .side")).toHaveCount(2);
});

test("words beside a question come back byte for byte after the lock, in any alphabet and however long", async ({ page }) => {
  const long = Array.from({ length: 5000 }, (_, n) => ["ŵ", "🙂", "x", "ŷ", "\n"][n % 5]).join("");
  expect([...long]).toHaveLength(5000);
  const texts: [string, string][] = [
    ["words-own_food", "  👩‍👩‍👧‍👦 🏴󠁧󠁢󠁷󠁬󠁳󠁿 \"quotes\" <b>bold</b> & \\ cafe\u0301 café  "],
    ["note-own_food", "\u202bمرحبا\u202c · שלום\nTŷ bach twt, mae'r ŵyn yn pori"],
    ["words-own_body", long],
  ];
  await toBoard(page, "Nia");
  await open(more(page, "own_food"));
  await open(more(page, "own_body"));
  for (const [id, words] of texts) {
    await write(page, id, words);
  }
  // Typed with the keys, and not handed on by leaving the field: a pause is enough.
  const before = await revision(page);
  await page.locator("#note-own_body").pressSequentially("Iawn ");
  await expect.poll(() => revision(page)).toBeGreaterThan(before);
  await lock(page);
  await unlock(page);
  await onQuestion(page, "own_food");
  await expect(more(page, "own_food").locator("> summary"), "it says that there is more").toContainText("There is more here");
  await open(more(page, "own_food"));
  await open(more(page, "own_body"));
  for (const [id, words] of [...texts, ["note-own_body", "Iawn "]]) {
    expect(await page.locator(`[id="${id}"]`).inputValue(), id).toBe(words);
  }
  const question = await item(page, "own_body").locator(".question").innerText();
  while ((await main(page).getAttribute("data-page")) !== "check") {
    if ((await main(page).getAttribute("data-page")) === "heads-up") {
      await page.getByRole("link", { name: "Go on to these questions" }).click();
      await on(page, "question");
    }
    await goOn(page);
  }
  expect(await row(page, question).locator("blockquote").first().evaluate((one) => one.textContent)).toBe(long);
});

test("the new states are fit for everybody, in English and in Welsh", async ({ page }) => {
  await toBoard(page, "Nia");
  await answer(page, "own_food", 2);
  await tap(page, "answering-worker");
  await open(more(page, "own_food"));
  await write(page, "words-own_food", "🍲");
  await open(more(page, "own_food").locator("details"));
  await andSaved(page, () => tap(page, "worker-own_food-0"));
  await open(more(page, "own_body"));
  await open(more(page, "own_body").locator("details"));
  await looksRight(page, "a board with everything open");
  await page.locator('header button[lang="cy"]').click();
  await expect(page.locator("html")).toHaveAttribute("lang", "cy");
  await expect(page.locator("#worker-own_food-0"), "the switch keeps both views").toBeChecked();
  await expect(page.locator("#answering-worker")).toBeChecked();
  expect(await unmarked(page, "cy")).toEqual([]);
  await looksRight(page, "a board with everything open, in Welsh");
  const address = page.url().replace(/question\/.*/, "check");
  await page.evaluate((address) => { history.pushState(null, "", address); dispatchEvent(new PopStateEvent("popstate")); }, address);
  await on(page, "check");
  await expect(page.locator(".sides")).toHaveCount(1);
  expect(await unmarked(page, "cy")).toEqual([]);
  await looksRight(page, "the answers with two views, in Welsh");
});
