// On paper, as a PDF reader finds it: every question once, whole, with its code and number, large enough, in both
// languages; which form it is at the foot of every sheet; black on white, and nothing that only a screen has use for.
import type { Page } from "@playwright/test";
import { expect, test, today } from "../fixtures.ts";
import { parted, printed, solid, times, unfit, words, type Paper } from "../printed.ts";
import { on, openExamples, strengthsProfile, toPerson } from "../walk.ts";

/** Everything behind the door has an address, which is gone to without opening the app again. */
async function to(page: Page, address: string, name: string): Promise<void> {
  await page.evaluate((address) => {
    history.pushState(null, "", address);
    dispatchEvent(new PopStateEvent("popstate"));
  }, address);
  await on(page, name);
}

async function speak(page: Page, tongue: string): Promise<void> {
  if ((await page.locator("html").getAttribute("lang")) !== tongue) {
    await page.locator(`header button[lang="${tongue}"]`).click();
  }
  await expect(page.locator("html")).toHaveAttribute("lang", tongue);
}

/** What is printed in another colour than black, or on another ground than white. */
async function coloured(page: Page): Promise<string[]> {
  await page.emulateMedia({ media: "print" });
  const found = await page.evaluate(() =>
    [...document.querySelectorAll("body, main, main *")]
      .filter((one) => one.checkVisibility() && !one.closest("svg"))
      .map((one) => ({ one, style: getComputedStyle(one) }))
      .filter(({ style }) => style.color !== "rgb(0, 0, 0)" || !["rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"].includes(style.backgroundColor))
      .map(({ one, style }) => `${one.tagName.toLowerCase()}.${one.className}: ${style.color} on ${style.backgroundColor}`));
  await page.emulateMedia({ media: "screen" });
  return [...new Set(found)];
}

/** The words of all that leads somewhere else or does something: none of it is of use on paper. */
async function toPress(page: Page): Promise<string[]> {
  const all = await page.locator("header a, header button, footer a, main .govuk-button, main .back-link, main .stop-link").allInnerTexts();
  // One word alone may stand in any question.
  const found = [...new Set(all.map((one) => one.trim()).filter((one) => one.includes(" ")))];
  expect(found.length).toBeGreaterThan(3);
  return found;
}

const PRIVATE = { en: "Keep this paper private.", cy: "Cadwch y papur hwn yn breifat." };
const SIZES = [["", 12], ["/large", 18]] as const;
const SETTINGS = ["", "/custody"] as const;

for (const tongue of ["en", "cy"] as const) {
  for (const [print, points] of SIZES) {
    for (const setting of SETTINGS) {
      test(`the questions on paper, ${tongue} ${points} points${setting}: each once and whole, and which form it is on every sheet`, async ({ page }) => {
        test.setTimeout(120_000);
        await today(page, "2026-03-02");
        await openExamples(page);
        await to(page, `/form/strengths-profile${setting}${print}`, "form");
        await speak(page, tongue);
        const papers = await printed(page);

        const asked = strengthsProfile.items.filter((item) => item.setting === undefined || `/${item.setting}` === (setting || "/community"));
        const items = await page.locator(".sheet-item").evaluateAll((all) => all.map((one) => (one as HTMLElement).innerText));
        expect(items.length, "what the definition asks there").toBe(asked.length);
        expect(items.filter((item) => times(papers, item) !== 1), "on one sheet, once").toEqual([]);
        const numbers = await page.locator(".sheet-item .question").evaluateAll((all) => all.map((one) => Number.parseInt(one.textContent ?? "", 10)));
        expect(numbers, "as they are typed back").toEqual(asked.map((item) => strengthsProfile.items.indexOf(item) + 1));

        const code = await page.locator(".sheet-code").innerText();
        expect(code).toMatch(new RegExp(`: strengths-profile \\d+\\.\\d+\\.\\d+ ${tongue}/\\w+/\\S+ ${setting.slice(1) || "community"}$`));
        const without = (sentence: string) => papers.flatMap((paper, n) => (words(paper).includes(solid(sentence)) ? [] : [n + 1]));
        expect(without(code), "sheets that do not say which form they are of").toEqual([]);
        expect(without(PRIVATE[tongue]), "sheets that do not say they are private").toEqual([]);
        papers.forEach((paper, n) => expect(words(paper)).toContain(`${n + 1}/${papers.length}`));

        expect(unfit(papers, points)).toEqual([]);
        expect((await toPress(page)).filter((one) => times(papers, one) > 0)).toEqual([]);
        expect(await coloured(page)).toEqual([]);
      });
    }
  }
}

/** Each heading of the form with all that stands from it to the end of its first question. */
const beginnings = (page: Page): Promise<string[][]> =>
  page.locator(".sheet section").evaluateAll((all) => all.map((section) => {
    const parts = [...(section.querySelector(".sheet-beginning")?.children ?? [])] as HTMLElement[];
    return parts.map((one) => one.innerText);
  }));

const FORMS = ["", "/large", "/easy", "/easy/large", "/custody/easy/pictures/large"];
for (const tongue of ["en", "cy"] as const) {
  test(`the questions on paper, ${tongue}: no heading is parted from its first question, and the check would see it`, async ({ page }) => {
    test.setTimeout(120_000);
    await today(page, "2026-03-02");
    await openExamples(page);
    for (const form of FORMS) {
      await to(page, `/form/strengths-profile${form}`, "form");
      await speak(page, tongue);
      await expect(page.locator(".sheet--easy")).toHaveCount(form.includes("easy") ? 1 : 0);
      await expect(page.locator(".sheet-code")).toContainText(form.includes("easy") ? `${tongue}/easy_read` : `${tongue}/ours`);
      const begun = await beginnings(page);
      expect(begun.length, form).toBeGreaterThan(15);
      expect(begun.filter((parts) => parts.length < 2 || parts.some((part) => part.trim() === "")), form).toEqual([]);
      expect(parted(await printed(page), begun), form).toEqual([]);
    }
    // The same form, with its headings torn off.
    const begun = await beginnings(page);
    await page.evaluate(() => {
      document.querySelectorAll<HTMLElement>(".sheet-beginning").forEach((one) => { one.style.breakInside = "auto"; });
      document.querySelectorAll<HTMLElement>(".sheet .second-heading").forEach((one) => { one.style.breakAfter = "page"; });
    });
    expect(parted(await printed(page), begun)).toEqual(begun.map(([heading]) => heading));
  });
}

const RESULTS = [["profile", "What is strong"], ["change", "What has changed"]] as const;
for (const tongue of ["en", "cy"] as const) {
  for (const [name, link] of RESULTS) {
    test(`${name} on paper, ${tongue}: all that is on the page, nothing cut, private, and nothing to press`, async ({ page }) => {
      await today(page, "2026-03-02");
      await openExamples(page);
      await toPerson(page, "Marged");
      await page.getByRole("link", { name: link }).first().click();
      await on(page, name);
      await speak(page, tongue);
      const papers = await printed(page);
      await page.emulateMedia({ media: "print" });
      // Each paragraph, heading, cell and list item is found whole; what is drawn with letters of its own counts too.
      const shown = await page.locator("main :is(h1, h2, h3, p, td, th, dt, dd, figcaption, blockquote, svg text)").evaluateAll((all) =>
        all.filter((one) => one.checkVisibility()).map((one) => (one as HTMLElement).innerText ?? one.textContent ?? ""));
      await page.emulateMedia({ media: "screen" });
      expect(shown.length).toBeGreaterThan(10);
      const all = papers.map(words).join("");
      expect(shown.filter((one) => !all.includes(solid(one)))).toEqual([]);
      expect(times(papers, PRIVATE[tongue])).toBeGreaterThan(0);
      expect(unfit(papers, 12)).toEqual([]);
      expect((await toPress(page)).filter((one) => times(papers, one) > 0)).toEqual([]);
      expect(await coloured(page)).toEqual([]);
      expect(all, "no name: who it is about is the person's to add").not.toContain("Marged");
    });
  }
}

test("the looking at paper finds what is cut, too small or parted", () => {
  const piece = { words: "Food", left: 60, right: 90, bottom: 400, size: 12 };
  const paper = (...pieces: Paper["pieces"]): Paper => ({ width: 595, height: 842, pieces });
  expect(unfit([paper(piece)], 12)).toEqual([]);
  expect(unfit([paper({ ...piece, right: 560 }), paper({ ...piece, size: 11 })], 12)).toEqual(["page 1: beyond the margin: Food", "page 2: 11 points: Food"]);
  expect(times([paper(piece), paper({ ...piece, words: "Fo" }), paper({ ...piece, words: "od" })], "Fo od")).toBe(1);
  const [heading, question] = [{ ...piece, words: "Home" }, { ...piece, words: "1. Have you a home?" }];
  const form = [["Home", "1. Have you a home?"]];
  expect(parted([paper(heading, question)], form)).toEqual([]);
  expect(parted([paper(heading), paper(question)], form)).toEqual(["Home"]);
  expect(parted([paper(heading, { ...question, words: "1. Have you" }), paper({ ...question, words: "a home?" })], form)).toEqual(["Home"]);
});
