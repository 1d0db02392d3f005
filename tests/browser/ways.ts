// How one comes to each page of `pages.json`. Three walks, because the example people cannot take the tablet and
// nobody stands in front of the door once it is open. Each row goes on from where the one before it stopped.
import { readFileSync } from "node:fs";
import type { Page, Route } from "@playwright/test";
import { today } from "./fixtures.ts";
import { toDoor, unlockBack } from "./handed.ts";
import { addPerson, lock, main, makeVault, on, openExamples, PASSPHRASE, stillHere, strengthsProfile, tap, toPeople, toPerson, unlock } from "./walk.ts";

/** The page that is come to, and how. It gives back the tab it is in when that is another. */
export type Way = [name: string, go: (page: Page) => Promise<Page | void>];
export type Walk = { title: string; ways: Way[] };

/** Somebody who must not be in a title. */
export const NAME = "Quennell Canaryname";

/** What is listed and never looked at, and why. */
export const NOT_LOOKED_AT: Record<string, string> = {
  home: "shown as first, unlock or people",
  starting: "one sentence, for as long as the database is opened; nothing holds it still",
  "handed-starting": "the same, while the tablet is handed over",
  design: "for whoever builds the app, in English alone; accessible.spec.ts looks at it",
};

const link = (page: Page, name: string | RegExp) => page.getByRole("link", { name }).first();
const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).first().click();

const door: Way[] = [
  ["first", async (page) => { await page.goto("/"); }],
  ["security", (page) => link(page, "How answers are kept safe").click()],
  ["statement", (page) => link(page, "Who can use this").click()],
  ["contacts", (page) => link(page, "Who to call").click()],
  ["new", async (page) => { await page.goto("/"); await link(page, "Set up this tablet").click(); }],
  ["refused", async (page) => {
    const other = await page.context().newPage();
    await other.goto("/");
    await press(other, "Use it here instead");
    await on(other, "first");
    await on(page, "refused");
    return page;
  }],
];

/** The ids of three example people: one with all behind them, one in the middle, one whose worker sees it otherwise. */
type Known = { person: string; finished: string; draft: string; seen: string };
let known: Known = { person: "", finished: "", draft: "", seen: "" };

async function idIn(page: Page, name: string, what: RegExp): Promise<string> {
  return what.exec((await link(page, name).getAttribute("href")) ?? "")?.[1] ?? "";
}

/** Everything behind the door has an address, which is gone to without opening the app again. */
const at = (address: (known: Known) => string) => async (page: Page): Promise<void> => {
  await page.evaluate((address) => {
    history.pushState(null, "", address);
    dispatchEvent(new PopStateEvent("popstate"));
  }, address(known));
};

const ARC: string = JSON.parse(readFileSync(new URL("../../instruments/arc-50/definition.json", import.meta.url), "utf8")).version;
const SENSITIVE = strengthsProfile.items.find((item) => item.section === "home")?.id ?? "";

/** A file that is fetched for one page alone, and the request for it while it is held. */
const FETCHED = /arc-50\.definition-.*\.json$/;
let held: Route | undefined;

const examples: Way[] = [
  ["people", async (page) => {
    await today(page, "2026-03-02");
    // A service worker would have kept what is not to come.
    await page.addInitScript(() => { ServiceWorkerContainer.prototype.register = () => new Promise(() => {}); });
    await openExamples(page);
    await toPerson(page, "Bea");
    const draft = await idIn(page, "Go on where we stopped", /sitting\/(\w+)/);
    await toPeople(page);
    await toPerson(page, "Kofi");
    const seen = await idIn(page, "What is strong", /sitting\/(\w+)/);
    await toPeople(page);
    await toPerson(page, "Marged");
    known = { draft, seen, person: new URL(page.url()).pathname.split("/")[2], finished: await idIn(page, "What has changed", /sitting\/(\w+)/) };
    await toPeople(page);
  }],
  ["add", at(() => "/add")],
  ["take-out", at(() => "/take-out")],
  ["service", at(() => "/service")],
  ["form", at(() => "/form/strengths-profile")],
  ["words", at(() => "/words")],
  ["figures", at(() => "/figures")],
  // What it says does not come, then it is on its way, then it is there.
  ["unread", async (page) => { await page.route(FETCHED, (route) => route.abort()); await at(() => `/instrument/arc-50/${ARC}`)(page); }],
  ["reading", async (page) => {
    await page.unroute(FETCHED);
    await page.route(FETCHED, (route) => { held = route; });
    await press(page, "Try again");
  }],
  ["instrument", async () => { await held?.continue(); }],
  ["lost", at(() => "/nothing/here")],
  ["person", at(({ person }) => `/person/${person}`)],
  ["needs", at(({ person }) => `/person/${person}/helps`)],
  ["known", at(({ person }) => `/person/${person}/known`)],
  ["fact", at(({ person }) => `/person/${person}/known/add`)],
  ["known-together", at(({ person }) => `/person/${person}/known/together`)],
  ["another", at(({ person }) => `/person/${person}/another`)],
  ["begin", at(({ person }) => `/person/${person}/begin`)],
  ["begin-paper", at(({ person }) => `/person/${person}/paper/strengths-profile`)],
  ["paper", async (page) => {
    await page.locator("input[id^=form-]").first().check();
    await page.getByLabel("Day", { exact: true }).fill("27");
    await page.getByLabel("Month", { exact: true }).fill("2");
    await page.getByLabel("Year", { exact: true }).fill("2026");
    await tap(page, "by-person");
    await tap(page, "setting-community");
    await press(page, "Begin typing");
  }],
  ["hand-over", at(({ person }) => `/person/${person}/hand-over`)],
  ["profile", at(({ finished }) => `/sitting/${finished}/profile`)],
  ["worker-view", at(({ seen }) => `/sitting/${seen}/profile/worker`)],
  ["change", at(({ finished }) => `/sitting/${finished}/change`)],
  ["after", at(({ finished }) => `/sitting/${finished}/after`)],
  ["concern", at(({ finished }) => `/sitting/${finished}/worker`)],
  ["here", at(({ draft }) => `/sitting/${draft}/question/own_food`)],
  ["question", (page) => stillHere(page)],
  ["heads-up", at(({ draft }) => `/sitting/${draft}/next/${SENSITIVE}`)],
  ["known-first", at(({ draft }) => `/sitting/${draft}/known`)],
  ["break", at(({ draft }) => `/sitting/${draft}/break`)],
  ["sort-first", async (page) => { await at(({ draft }) => `/sitting/${draft}/first`)(page); await stillHere(page); }],
  ["check", at(({ draft }) => `/sitting/${draft}/check`)],
  ["about-you", (page) => press(page, "Continue")],
];

const handed: Way[] = [
  ["unlock", async (page) => {
    await page.clock.install({ time: new Date("2026-03-02T10:00:00") });
    await makeVault(page);
    await lock(page);
  }],
  ["right-person", async (page) => {
    await unlock(page);
    await on(page, "people");
    await addPerson(page, NAME);
    await link(page, "Hand over the tablet").click();
    await tap(page, "setting-community");
    await page.locator("#item-parts .choice", { hasText: "Home" }).locator("input").check();
    await press(page, "Next");
  }],
  ["handed-start", async (page) => { await tap(page, "checked-name"); await press(page, "Yes, hand it over now"); }],
  ["handed-heads-up", (page) => press(page, "Start")],
  ["handed-question", (page) => press(page, "Continue")],
  ["handed-break", (page) => press(page, "Take a break")],
  // Nobody touches it for three minutes.
  ["handed-cover", async (page) => { await press(page, /^Go on/); await on(page, "handed-question"); await page.clock.fastForward("03:05"); }],
  ["handed-worker", async (page) => { await press(page, /^Go on/); await tap(page, `${SENSITIVE}-0`); await press(page, "Get my worker now"); }],
  ["handed-last", async (page) => {
    await press(page, /^Go on/);
    await on(page, "handed-question");
    while ((await main(page).getAttribute("data-page")) === "handed-question") {
      const item = await main(page).getAttribute("data-item");
      await press(page, "Continue");
      await page.locator(`main:not([data-item="${item}"])`).waitFor();
    }
  }],
  ["handed-stop", (page) => press(page, "Stop here")],
  ["handed-other-tab", async (page) => {
    const other = await page.context().newPage();
    await other.goto("/");
    return other;
  }],
  ["handed-ended", (page) => press(page, "Stop and give it back")],
  ["hand-back", (page) => toDoor(page)],
  ["handed-back", (page) => unlockBack(page, PASSPHRASE)],
];

export const WALKS: Walk[] = [
  { title: "in front of the door", ways: door },
  { title: "behind it, with the example people", ways: examples },
  { title: "while the tablet is handed over", ways: handed },
];
