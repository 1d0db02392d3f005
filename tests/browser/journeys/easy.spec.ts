// Easy read: simple words and pictures, each a switch of the person's card, at hand while questions are asked, in both
// languages, on the handed-over tablet and on paper. What was asked is written down with each answer.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, installed, test, today } from "../fixtures.ts";
import { asked, handBack, handOver } from "../handed.ts";
import { AXE, looksRight } from "../look.ts";
import {
  addPerson, all, answer, begin, item, lock, main, makeVault, on, onQuestion, PASSPHRASE, tap, toPeople, toPerson, unlock, walk,
} from "../walk.ts";

type Pack = { items: Record<string, { text: string; help?: string }>; sections: Record<string, { title: string }> };

/** A wording as it stands in its file. */
const pack = (instrument: string, tag: string): Pack =>
  JSON.parse(readFileSync(new URL(`../../../instruments/${instrument}/wording.${tag}.json`, import.meta.url), "utf8"));
const words = Object.fromEntries(["en", "cy", "en-easy", "cy-easy"].map((tag) => [tag, pack("strengths-profile", tag)]));

test.beforeEach(async ({ page }) => {
  await today(page, "2026-03-02");
  await page.addInitScript({ path: AXE });
});

const simple = (page: Page) => page.getByRole("button", { name: /^(Use simple words|Defnyddio geiriau syml)$/ });
const pictures = (page: Page) => page.getByRole("button", { name: /^(Show pictures|Dangos lluniau)$/ });
const language = (page: Page, name: "Cymraeg" | "English") => page.getByRole("button", { name, exact: true }).click();

/** The question on the screen, as the packs have it: in these words and in no others. */
async function saysIn(page: Page, tag: string, id = "own_ask"): Promise<void> {
  await expect(item(page, id).locator("legend"), tag).toHaveText(words[tag].items[id].text);
}

/** From nothing to the first field of strengths, with somebody to ask. */
async function toStrengths(page: Page): Promise<void> {
  await makeVault(page);
  await addPerson(page, "Nia");
  await begin(page);
  await walk(page, {}, { until: "own_ask" });
}

test("simple words go on and off in the middle of a question, in both languages, and no answer is lost", async ({ page }) => {
  test.setTimeout(120_000);
  await toStrengths(page);
  await saysIn(page, "en");
  await answer(page, "own_ask", 1);
  const address = page.url();
  await expect(simple(page)).toHaveAttribute("aria-pressed", "false");

  for (const [press, tag] of [
    [() => simple(page).click(), "en-easy"],
    [() => language(page, "Cymraeg"), "cy-easy"],
    [() => simple(page).click(), "cy"],
    [() => simple(page).click(), "cy-easy"],
    [() => language(page, "English"), "en-easy"],
    [() => simple(page).click(), "en"],
  ] as [() => Promise<void>, string][]) {
    await press();
    await saysIn(page, tag);
    await expect(simple(page)).toHaveAttribute("aria-pressed", String(tag.endsWith("-easy")));
    await expect(page.locator("#own_ask-1"), "the answer stays").toBeChecked();
    expect(page.url(), "the page stays").toBe(address);
    const section = words[tag].sections.looking_after_myself.title;
    await expect(page.locator("#heading"), tag).toHaveText(section);
  }
});

test("the switch works with keys alone, keeps focus, and nothing is wrong with how it looks", async ({ page }) => {
  await toStrengths(page);
  await simple(page).focus();
  for (const [key, tag] of [["Space", "en-easy"], ["Enter", "en"], ["Enter", "en-easy"]]) {
    await page.keyboard.press(key);
    await saysIn(page, tag);
    await expect(simple(page)).toBeFocused();
  }
  await looksRight(page, "a question in simple words");
  await page.keyboard.press("Tab");
  await expect(simple(page)).not.toBeFocused();
});

test("it is remembered for the person and for nobody else, and the card has the same switch", async ({ page }) => {
  test.setTimeout(120_000);
  await toStrengths(page);
  await simple(page).click();
  await saysIn(page, "en-easy");
  await lock(page);
  await unlock(page);
  await toPeople(page);
  await toPerson(page, "Nia");
  await expect(main(page)).toContainText("Use simple words");
  await page.getByRole("link", { name: "Go on where we stopped" }).click();
  await onQuestion(page, "own_ask");
  await saysIn(page, "en-easy");
  await toPeople(page);
  await addPerson(page, "Rhys");
  await begin(page);
  await walk(page, {}, { until: "own_ask" });
  await saysIn(page, "en");
  await expect(simple(page)).toHaveAttribute("aria-pressed", "false");

  await toPeople(page);
  await toPerson(page, "Rhys");
  await page.getByRole("link", { name: "Say what helps" }).click();
  await on(page, "needs");
  await tap(page, "asked-simple_words");
  await looksRight(page, "what helps, with simple words");
  await page.getByRole("link", { name: "Back", exact: true }).click();
  await page.getByRole("link", { name: "Go on where we stopped" }).click();
  await onQuestion(page, "own_ask");
  await saysIn(page, "en-easy");
});

/** Pictures on the page, and those of them that are drawn: a symbol that was not found has no size. */
const drawn = (page: Page) =>
  page.locator("main svg.picture").evaluateAll((all) => all.map((one) => (one.querySelector("use") as SVGUseElement).getBBox().width > 0));

test("pictures go on and off apart from simple words, are fetched when they are first wanted, and only decorate", async ({ page }) => {
  test.setTimeout(120_000);
  const fetched: string[] = [];
  page.on("request", (request) => fetched.push(...(request.serviceWorker() === null && /pictures-.*\.svg/.test(request.url()) ? [request.url()] : [])));
  await toStrengths(page);
  await answer(page, "own_ask", 1);
  expect(await drawn(page)).toEqual([]);
  expect(fetched, "nobody asked for pictures yet").toEqual([]);

  await pictures(page).click();
  await expect.poll(() => drawn(page), "one for the field and one for each of its questions").toEqual([true, true, true, true, true]);
  expect(fetched).toHaveLength(1);
  await saysIn(page, "en");
  await expect(page.locator("#own_ask-1")).toBeChecked();
  await expect(pictures(page)).toHaveAttribute("aria-pressed", "true");
  await expect(simple(page)).toHaveAttribute("aria-pressed", "false");
  await expect(page.locator("fieldset svg, .choice svg").filter({ hasNot: page.locator("use") }), "nothing on an answer").toHaveCount(0);
  await expect(page.locator(".choice svg")).toHaveCount(0);
  for (const hidden of await page.locator("main svg.picture").all()) {
    await expect(hidden).toHaveAttribute("aria-hidden", "true");
  }
  expect(await page.locator("#heading").evaluate((one) => (one as HTMLElement).innerText.trim())).toBe(words.en.sections.looking_after_myself.title);
  await looksRight(page, "a question with pictures");

  await simple(page).click();
  await saysIn(page, "en-easy");
  expect(await drawn(page), "simple words leave the pictures alone").toHaveLength(5);
  await language(page, "Cymraeg");
  await saysIn(page, "cy-easy");
  await looksRight(page, "pictures and simple words in Welsh");
  await pictures(page).focus();
  await page.keyboard.press("Space");
  await expect(page.locator("main svg.picture")).toHaveCount(0);
  await expect(pictures(page)).toBeFocused();
  await saysIn(page, "cy-easy");
});

test("pictures are remembered, on the handed-over tablet and on paper too, where nothing of them needs a network", async ({ page, context }) => {
  test.setTimeout(120_000);
  await makeVault(page);
  await installed(page);
  await addPerson(page, "Nia");
  await page.getByRole("link", { name: "Say what helps" }).click();
  await tap(page, "asked-pictures");
  await looksRight(page, "what helps, with pictures");
  await page.getByRole("link", { name: "Back", exact: true }).click();
  await expect(main(page)).toContainText("Show pictures");
  await context.setOffline(true);
  await page.getByRole("link", { name: "Start together" }).click();
  await page.getByRole("link", { name: "Use paper instead" }).click();
  await on(page, "form");
  await expect.poll(async () => (await drawn(page)).every(Boolean)).toBe(true);
  expect((await drawn(page)).length).toBeGreaterThan(60);
  await page.emulateMedia({ media: "print" });
  const widths = await page.locator("main svg.picture").evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().width)));
  expect(new Set(widths).size, "all of one size").toBe(1);
  await page.emulateMedia({ media: "screen" });
  await page.getByRole("link", { name: "The same without pictures" }).click();
  await expect(page.locator("main svg.picture")).toHaveCount(0);
  await page.goBack();
  await page.goBack();
  await page.getByRole("link", { name: "Back", exact: true }).click();
  await handOver(page, ["Running daily life"]);
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await asked(page, "daily_routine");
  await saysIn(page, "en", "daily_routine");
  await expect.poll(() => drawn(page)).toEqual([true]);
  await looksRight(page, "handed over with pictures");
});

test("the handed-over tablet asks in simple words, in both languages, and so says each answer", async ({ page }) => {
  test.setTimeout(120_000);
  await makeVault(page);
  await addPerson(page, "Nia");
  await page.getByRole("link", { name: "Say what helps" }).click();
  await tap(page, "asked-simple_words");
  await page.getByRole("link", { name: "Back", exact: true }).click();
  await handOver(page, ["Hard days"]);
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await asked(page, "coping_calm");
  await saysIn(page, "en-easy", "coping_calm");
  await language(page, "Cymraeg");
  await saysIn(page, "cy-easy", "coping_calm");
  await looksRight(page, "handed over in simple Welsh");
  await tap(page, "coping_calm-2");
  await language(page, "English");
  await saysIn(page, "en-easy", "coping_calm");
  await expect(page.locator("#coping_calm-2")).toBeChecked();
  await page.reload();
  await asked(page, "coping_calm");
  await saysIn(page, "en-easy", "coping_calm");
  await page.getByRole("button", { name: "I would rather talk about this" }).click();
  await expect(page.getByRole("button", { name: "I do not need to talk about this" })).toBeVisible();
  await handBack(page, PASSPHRASE);
  await on(page, "handed-back");
  await expect(main(page)).toContainText(words["en-easy"].items.coping_calm.text);
});

test("the tablet is handed over in the language of the card, and stays in the one the person answers in", async ({ page }) => {
  await makeVault(page);
  await addPerson(page, "Nia");
  await page.getByRole("link", { name: "Say what helps" }).click();
  await tap(page, "language-cy");
  await language(page, "English");
  await page.getByRole("link", { name: "Back", exact: true }).click();
  await handOver(page, ["Coping"]);
  const spoken = (code: string) => expect(page.locator("html")).toHaveAttribute("lang", code);
  await spoken("cy");
  await looksRight(page, "the beginning in Welsh");
  await page.reload();
  await on(page, "handed-start");
  await spoken("cy");
  await page.getByRole("button", { name: "Dechrau", exact: true }).click();
  await asked(page, "coping_calm");
  await saysIn(page, "cy", "coping_calm");
  await language(page, "English");
  await saysIn(page, "en", "coping_calm");
  await tap(page, "coping_calm-2");
  await expect(page.locator(".saved")).toHaveText("Saved");
  await page.reload();
  await asked(page, "coping_calm");
  await spoken("en");
  await handBack(page, PASSPHRASE);
  await on(page, "handed-back");
  await spoken("en");
});

test("on paper the same questions stand in simple words, and the form's code says so", async ({ page }) => {
  await makeVault(page);
  await addPerson(page, "Nia");
  await page.getByRole("link", { name: "Start together" }).click();
  await page.getByRole("link", { name: "Use paper instead" }).click();
  await on(page, "form");
  const asked = page.locator(".sheet-item .question");
  const said = (tag: string) => expect(asked.filter({ hasText: words[tag].items.own_ask.text }), tag).toHaveCount(1);
  await said("en");
  await page.getByRole("link", { name: "The same in simple words" }).click();
  await said("en-easy");
  await expect(page.locator(".sheet-code")).toContainText("en/easy_read_not_validated/1.0.0");
  await language(page, "Cymraeg");
  await said("cy-easy");
  await language(page, "English");
  await looksRight(page, "a paper form in simple words");
  await page.getByRole("link", { name: "The same for someone in prison" }).click();
  await expect(page.locator(".sheet-code")).toContainText("en/easy_read_not_validated/1.0.0 custody");
  await page.getByRole("link", { name: "The same in the usual words" }).click();
  await said("en");
  await expect(page.locator(".sheet-code")).toContainText("en/ours/1.0.0 custody");
});

test("the long file says in which words each answer was asked and how often its meaning was looked at", async ({ page }, info) => {
  test.setTimeout(120_000);
  const CHECK_IN = ["looking_after_myself", "daily_life", "purpose", "coping", "hope", "people_close", "friends_and_peers", "belonging", "places", "giving_back"];
  await makeVault(page);
  await addPerson(page, "Nia");
  await page.locator("[id=research-yes]").click();
  await page.getByRole("link", { name: "Another assessment" }).click();
  await page.locator(".instrument-row", { has: page.getByRole("heading", { name: "Brief check-in", exact: true }) }).getByRole("link", { name: "Ask it here" }).click();
  await on(page, "begin");
  await tap(page, "setting-community");
  await page.getByRole("button", { name: "Begin" }).click();
  await onQuestion(page, "looking_after_myself");

  const before = await item(page, "looking_after_myself").locator("legend").textContent();
  const help = item(page, "looking_after_myself").locator("summary");
  await help.click();
  await expect(item(page, "looking_after_myself").locator("details p")).toHaveText(pack("brief-check-in", "en").items.looking_after_myself.help ?? "");
  await help.click();
  await help.focus();
  await page.keyboard.press("Enter");
  await expect(item(page, "looking_after_myself").locator("legend"), "the question stays as it was").toHaveText(before ?? "");
  expect(before).toBe(pack("brief-check-in", "en").items.looking_after_myself.text);
  await answer(page, "looking_after_myself", 2);
  await simple(page).click();
  await expect(item(page, "daily_life").locator("legend")).toHaveText(pack("brief-check-in", "en-easy").items.daily_life.text);
  await answer(page, "daily_life", 1);
  await simple(page).click();
  await expect(item(page, "purpose").locator("legend")).toHaveText(pack("brief-check-in", "en").items.purpose.text);
  await walk(page, all(CHECK_IN.slice(2), 2));
  await on(page, "check");
  await page.getByRole("button", { name: "Finish" }).click();
  await on(page, "profile");
  await toPeople(page);
  await page.getByRole("link", { name: "Take scores out" }).click();
  await page.getByRole("button", { name: "Make the files" }).click();
  const file = async (name: string): Promise<string[][]> => {
    const coming = page.waitForEvent("download");
    await page.getByRole("button", { name: `Download ${name}`, exact: true }).click();
    await (await coming).saveAs(info.outputPath(name));
    return readFileSync(info.outputPath(name), "utf8").trimEnd().split("\n").map((line) => line.split(","));
  };
  const [head, ...rows] = await file("answers_long.csv");
  const column = (name: string) => rows.map((row) => row[head.indexOf(name)]);
  expect(column("item")).toEqual(CHECK_IN);
  expect(column("wording")).toEqual(["ours", "easy_read_not_validated", ...CHECK_IN.slice(2).map(() => "ours")]);
  expect(column("help_opened")).toEqual(["2", ...CHECK_IN.slice(1).map(() => "0")]);
  const codebook = await file("codebook.csv");
  expect(codebook.map((row) => row[0])).toContain("help_opened");
  expect(codebook.find((row) => row[0] === "wording")?.join()).toContain("easy_read_not_validated is simpler");
});
