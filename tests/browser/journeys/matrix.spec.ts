// Every page the program draws, in both languages, light, dark and with the device's own colours, at three widths.
// The list of pages is `pages.json`, which a test in Rust holds against the program; how one comes to each stands in
// `ways.ts`, and the other states a page can be in in `states.ts`. Each run has every page and state once in each
// language, with every theme at every width in turn, and once on the smallest screen, gone round with Tab;
// `cargo xtask soak matrix` has all eighteen looks of each, and takes pictures.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, test, today } from "../fixtures.ts";
import { allTheWayRound } from "../keys.ts";
import { AXE, FINGER, settle, sideways, small, violations } from "../look.ts";
import { STATES } from "../states.ts";
import { unmarked, type Tongue } from "../tongues.ts";
import { NAME, NOT_LOOKED_AT, WALKS } from "../ways.ts";
import { makeVault, on } from "../walk.ts";

/** All eighteen looks, or pictures alone; otherwise every page once in each language. */
const HOW = process.env.TRELLIS_MATRIX ?? "once";
/** Where the pictures go, when any are wanted. */
const PICTURES = process.env.TRELLIS_PICTURES;
const TONGUES: Tongue[] = ["en", "cy"];
const THEMES = ["light", "dark", "forced"] as const;
const WIDTHS = [320, 768, 1280];
const USUAL = { width: 820, height: 1180 };
/** A screen of 1280 x 1024, four times as large. */
const SMALLEST = { width: 320, height: 256 };

/** One sentence said as a status until the page is there, and so without a heading. */
const STATUS = "reading";

type Look = { tongue: Tongue; theme: (typeof THEMES)[number]; width: number; height?: number };
/** A page as it stands, and which of the pages and states it is. */
type Stand = { page: string; name: string; place: number };

const PAIRS = THEMES.flatMap((theme) => WIDTHS.map((width) => ({ theme, width })));
const WAYS = WALKS.flatMap(({ ways }) => ways.map(([name]) => name));
const LISTED: string[] = JSON.parse(readFileSync(new URL("../pages.json", import.meta.url), "utf8"));
const EXAMPLES: { name: string }[] = JSON.parse(readFileSync(new URL("../../../web/examples/people.json", import.meta.url), "utf8"));
const NAMES = [NAME, ...EXAMPLES.map(({ name }) => name)].map((name) => name.replace(" (example)", ""));
const ERROR = { en: "Error: ", cy: "Gwall: " };

/** How the page in this place of the list is looked at. Two steps a page and nine pairs: all come in turn. */
function looks(place: number): Look[] {
  return TONGUES.flatMap((tongue, n) =>
    (HOW === "whole" ? PAIRS : [PAIRS[(2 * place + n) % PAIRS.length]]).map((pair) => ({ tongue, ...pair })));
}

async function dress(page: Page, { tongue, theme, width, height }: Look): Promise<void> {
  await page.setViewportSize({ width, height: height ?? 1000 });
  await page.emulateMedia({ forcedColors: theme === "forced" ? "active" : "none" });
  // As the needs card dresses the document: web/src/needs.rs.
  await page.evaluate((dark) => document.documentElement.classList.toggle("dark", dark), theme === "dark");
  if ((await page.locator("html").getAttribute("lang")) !== tongue) {
    await page.locator(`header button[lang="${tongue}"]`).click();
  }
  await expect(page.locator("html")).toHaveAttribute("lang", tongue);
  // Neither what the mouse lies over nor a colour on its way to another is what anybody reads.
  await page.mouse.move(0, 0);
  await settle(page);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme === "dark")).toBe(theme === "dark");
  expect(await page.evaluate(() => matchMedia("(forced-colors: active)").matches)).toBe(theme === "forced");
}

/** What is wrong with a title: a name in it, or a mistake it does not speak of, or speaks of without there being one. */
async function titled(page: Page, tongue: Tongue): Promise<string[]> {
  const title = await page.title();
  const mistake = (await page.locator("#error-summary").count()) > 0;
  const right = /^[^–]+ – Trellis$/.test(title) && !NAMES.some((name) => title.includes(name)) && title.startsWith(ERROR[tongue]) === mistake;
  return right ? [] : [`title: ${title}`];
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
  found.push(...(await titled(page, tongue)));
  found.push(...(await small(page, fingerOf(name))).map((one) => `too small: ${one}`));
  found.push(...(await unmarked(page, tongue)).map((words) => `not marked as the other language: ${words}`));
  return found;
}

const fingerOf = (name: string) => (name.startsWith("handed-") && name !== "handed-back" ? FINGER.handed : FINGER.usual);

/** What is wrong where a page is as large as can be: it scrolls two ways, or something lies over what has focus. */
async function reflow(page: Page, name: string): Promise<string[]> {
  return [
    ...(await sideways(page)),
    ...(await small(page, fingerOf(name))).map((one) => `too small: ${one}`),
    ...(await allTheWayRound(page)),
  ];
}

async function lookAt(page: Page, { page: name, name: said, place }: Stand): Promise<void> {
  const there = (look: Look) =>
    expect.soft(page.locator("main"), `${said} stays, ${Object.values(look).join(" ")}`).toHaveAttribute("data-page", name);
  for (const look of HOW === "pictures" ? [] : looks(place)) {
    await dress(page, look);
    await there(look);
    expect.soft(await faults(page, name, look), `${said}, ${Object.values(look).join(" ")}`).toEqual([]);
  }
  for (const tongue of HOW === "pictures" ? [] : HOW === "whole" ? TONGUES : [TONGUES[place % 2]]) {
    const look: Look = { tongue, theme: "light", ...SMALLEST };
    await dress(page, look);
    expect.soft(await reflow(page, name), `${said}, ${Object.values(look).join(" ")}`).toEqual([]);
    await there(look);
  }
  if (PICTURES !== undefined) {
    await pictures(page, said, place);
  }
  await dress(page, { tongue: "en", theme: "light", width: USUAL.width });
  await page.setViewportSize(USUAL);
}

async function pictures(page: Page, said: string, place: number): Promise<void> {
  for (const tongue of TONGUES) {
    for (const theme of ["light", "forced"] as const) {
      await dress(page, { tongue, theme, width: USUAL.width });
      const name = `${String(place).padStart(3, "0")}-${said.replace(/[^\w-]+/g, "_")}.png`;
      await page.screenshot({ path: `${PICTURES}/${tongue}-${theme}/${name}`, fullPage: true, animations: "disabled" });
    }
  }
}

test.describe.configure({ timeout: HOW === "whole" ? 3_600_000 : 600_000 });

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
        await lookAt(tab, { page: name, name, place: WAYS.indexOf(name) });
        if (tab !== page) {
          await tab.close();
        }
      });
    }
  });
}

for (const { title, states } of STATES) {
  test(`every state of a page ${title} is fit for everybody, in either language, in any colours, at any width`, async ({ page }) => {
    await page.context().addInitScript({ path: AXE });
    for (const [name, state, go] of states) {
      await test.step(`${name}: ${state}`, async () => {
        await go(page);
        await on(page, name);
        const place = WAYS.length + STATES.flatMap(({ states }) => states).findIndex((one) => one[0] === name && one[1] === state);
        await lookAt(page, { page: name, name: `${name}: ${state}`, place });
      });
    }
  });
}

test("what is hidden shows the time to everybody, in any colours, at any width", async ({ page }) => {
  await page.context().addInitScript({ path: AXE });
  await today(page, "2026-03-02");
  await makeVault(page);
  await page.getByRole("button", { name: "Hide this now" }).click();
  const clock = page.locator("#clock");
  await expect(clock).toBeVisible();
  await expect(page).toHaveTitle("10:00");
  for (const { theme, width } of PAIRS) {
    await page.setViewportSize({ width, height: 1000 });
    await page.emulateMedia({ forcedColors: theme === "forced" ? "active" : "none", colorScheme: theme === "dark" ? "dark" : "light" });
    // One button alone stands on it: no heading, and the title is the time.
    expect.soft(await violations(page), `${theme} ${width}`).toEqual([]);
    expect.soft(await sideways(page), `${theme} ${width}`).toEqual([]);
    expect.soft(await small(page, FINGER.usual), `${theme} ${width}`).toEqual([]);
  }
  await page.setViewportSize(SMALLEST);
  expect.soft(await sideways(page)).toEqual([]);
  if (PICTURES !== undefined) {
    await page.screenshot({ path: `${PICTURES}/en-light/999-hidden.png`, animations: "disabled" });
  }
});

test("there is a way to every page that the program draws, or a reason why nobody looks at it", () => {
  const without = LISTED.filter((name) => !WAYS.includes(name) && NOT_LOOKED_AT[name] === undefined);
  expect(without, "say in tests/browser/ways.ts how one comes to these pages").toEqual([]);
  expect([...WAYS, ...Object.keys(NOT_LOOKED_AT)].sort(), "each is there once, and on the list").toEqual([...LISTED].sort());
});

test("every state is of a page that is drawn, and is there once", () => {
  const all = STATES.flatMap(({ states }) => states.map(([page, state]) => `${page}: ${state}`));
  expect(STATES.flatMap(({ states }) => states.map(([page]) => page)).filter((page) => !LISTED.includes(page))).toEqual([]);
  expect(all.length).toBe(new Set(all).size);
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

test("the looking at the smallest screen finds what scrolls two ways, lies under something or holds the focus", async ({ page }) => {
  await page.goto("/");
  await on(page, "first");
  await page.setViewportSize(SMALLEST);
  expect(await reflow(page, "first")).toEqual([]);
  const put = (name: string, words: string, style: Partial<CSSStyleDeclaration>) => page.evaluate(([name, words, style]) => {
    const one = document.createElement(name);
    one.textContent = words;
    Object.assign(one.style, style);
    document.querySelector("main")?.prepend(one);
  }, [name, words, style] as const);
  await put("div", "a wide table", { width: "400px", background: "#fff" });
  expect(await sideways(page)).toEqual([expect.stringMatching(/pixels beyond 320$/)]);
  await page.locator("main > div").first().evaluate((one) => one.remove());
  await put("div", "a bar that stays", { position: "fixed", inset: "0 0 auto", height: "200px", background: "#fff", zIndex: "9" });
  expect((await allTheWayRound(page)).join()).toContain("lies under div");
  await page.locator("main > div").first().evaluate((one) => one.remove());
  await page.evaluate(() => addEventListener("keydown", (event) => event.key === "Tab" && document.activeElement?.matches(".govuk-button") && event.preventDefault()));
  expect(await allTheWayRound(page)).toEqual(["Tab never comes round: something holds it"]);
});
