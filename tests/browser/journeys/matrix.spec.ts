// Every page the program draws, in both languages, light, dark and with the device's own colours, at three widths.
// The list of pages is `pages.json`, which a test in Rust holds against the program; how one comes to each stands in
// `ways.ts`. Each run has every page once in each language, with every theme at every width in turn;
// `cargo xtask soak matrix` has all eighteen of every page.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";
import { AXE, small, violations } from "../look.ts";
import { unmarked, type Tongue } from "../tongues.ts";
import { NAME, NOT_LOOKED_AT, WALKS } from "../ways.ts";
import { on } from "../walk.ts";

const WHOLE = process.env.TRELLIS_MATRIX === "whole";
const TONGUES: Tongue[] = ["en", "cy"];
const THEMES = ["light", "dark", "forced"] as const;
const WIDTHS = [320, 768, 1280];
const USUAL = { width: 820, height: 1180 };

/** One sentence said as a status until the page is there, and so without a heading. */
const STATUS = "reading";

type Look = { tongue: Tongue; theme: (typeof THEMES)[number]; width: number };

const PAIRS = THEMES.flatMap((theme) => WIDTHS.map((width) => ({ theme, width })));
const WAYS = WALKS.flatMap(({ ways }) => ways.map(([name]) => name));
const LISTED: string[] = JSON.parse(readFileSync(new URL("../pages.json", import.meta.url), "utf8"));
const EXAMPLES: { name: string }[] = JSON.parse(readFileSync(new URL("../../../web/examples/people.json", import.meta.url), "utf8"));
const NAMES = [NAME, ...EXAMPLES.map(({ name }) => name)].map((name) => name.replace(" (example)", ""));

/** How the page in this place of the list is looked at. Two steps a page and nine pairs: all come in turn. */
function looks(place: number): Look[] {
  return TONGUES.flatMap((tongue, n) =>
    (WHOLE ? PAIRS : [PAIRS[(2 * place + n) % PAIRS.length]]).map((pair) => ({ tongue, ...pair })));
}

async function dress(page: Page, { tongue, theme, width }: Look): Promise<void> {
  await page.setViewportSize({ width, height: 1000 });
  await page.emulateMedia({ forcedColors: theme === "forced" ? "active" : "none" });
  // As the needs card dresses the document: web/src/needs.rs.
  await page.evaluate((dark) => document.documentElement.classList.toggle("dark", dark), theme === "dark");
  if ((await page.locator("html").getAttribute("lang")) !== tongue) {
    await page.locator(`header button[lang="${tongue}"]`).click();
  }
  await expect(page.locator("html")).toHaveAttribute("lang", tongue);
  // Neither what the mouse lies over nor a colour on its way to another is what anybody reads.
  await page.mouse.move(0, 0);
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((one) => one.finished)));
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme === "dark")).toBe(theme === "dark");
  expect(await page.evaluate(() => matchMedia("(forced-colors: active)").matches)).toBe(theme === "forced");
}

/** Everything that is wrong with a page as it stands. */
async function faults(page: Page, name: string, { tongue, width }: Look): Promise<string[]> {
  const found = await violations(page);
  const [beyond, headings] = await page.evaluate(() => [
    document.documentElement.scrollWidth - window.innerWidth,
    [...document.querySelectorAll("h1")].filter((one) => one.checkVisibility()).length,
  ]);
  if (beyond > 0) found.push(`${beyond} pixels beyond ${width}`);
  if (headings !== (name === STATUS ? 0 : 1)) found.push(`${headings} main headings`);
  const title = await page.title();
  if (!/^[^–]+ – Trellis$/.test(title) || NAMES.some((name) => title.includes(name))) found.push(`title: ${title}`);
  found.push(...(await small(page)).map((one) => `too small: ${one}`));
  found.push(...(await unmarked(page, tongue)).map((words) => `not marked as the other language: ${words}`));
  return found;
}

async function lookAt(page: Page, name: string): Promise<void> {
  for (const look of looks(WAYS.indexOf(name))) {
    await dress(page, look);
    await expect.soft(page.locator("main"), `${name} stays, ${Object.values(look).join(" ")}`).toHaveAttribute("data-page", name);
    expect.soft(await faults(page, name, look), `${name}, ${Object.values(look).join(" ")}`).toEqual([]);
  }
  await dress(page, { tongue: "en", theme: "light", width: USUAL.width });
  await page.setViewportSize(USUAL);
}

test.describe.configure({ timeout: WHOLE ? 3_600_000 : 300_000 });

for (const { title, ways } of WALKS) {
  test(`every page ${title} is fit for everybody, in either language, in any colours, at any width`, async ({ page, watch }) => {
    await page.context().addInitScript({ path: AXE });
    if (ways.some(([name]) => name === "unread")) {
      watch.expects(/console error/);
    }
    for (const [name, go] of ways) {
      await test.step(name, async () => {
        const tab = (await go(page)) ?? page;
        await on(tab, name);
        await lookAt(tab, name);
        if (tab !== page) {
          await tab.close();
        }
      });
    }
  });
}

test("there is a way to every page that the program draws, or a reason why nobody looks at it", () => {
  const without = LISTED.filter((name) => !WAYS.includes(name) && NOT_LOOKED_AT[name] === undefined);
  expect(without, "say in tests/browser/ways.ts how one comes to these pages").toEqual([]);
  expect([...WAYS, ...Object.keys(NOT_LOOKED_AT)].sort(), "each is there once, and on the list").toEqual([...LISTED].sort());
});

test("every theme is looked at at every width in each language", () => {
  const all = TONGUES.flatMap((tongue) => PAIRS.map((pair) => JSON.stringify({ tongue, ...pair })));
  const met = new Set(WAYS.flatMap((_, place) => looks(place)).map((look) => JSON.stringify(look)));
  expect([...met].sort()).toEqual(all.sort());
});

test("the looking finds a page that does not say which language its words are in", async ({ page }) => {
  await page.goto("/");
  await on(page, "first");
  expect(await unmarked(page, "en")).toEqual([]);
  const put = (words: string, lang?: string) => page.evaluate(([words, lang]) => {
    const one = document.createElement("p");
    one.textContent = words ?? "";
    if (lang) one.lang = lang;
    document.querySelector("main")?.append(one);
  }, [words, lang]);
  await put("Neidio i'r prif gynnwys", "cy");
  expect(await unmarked(page, "en")).toEqual([]);
  await put("Cau'r enghreifftiau");
  await put("Neidio i'r prif gynnwys");
  expect(await unmarked(page, "en")).toEqual(["Cau'r enghreifftiau", "Neidio i'r prif gynnwys"]);
});
