// The states a page can be in besides the one in which it is come to first: a mistake made, nothing here yet, all of it
// open, something that will not be kept, no network. Walks like those of `ways.ts`; each row goes on from the one
// before it. The first word is the page's own, the second says which state it is in.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, installed, today } from "./fixtures.ts";
import { toDoor, unlockBack } from "./handed.ts";
import { silence, silentMp3 } from "./sounds.ts";
import {
  addPerson, answer, begin, finish, give, goOn, main, makeVault, on, onQuestion, openExamples, PASSPHRASE, strengthsProfile,
  tap, toPeople, toPerson, unlock, walk,
} from "./walk.ts";
import { NAME } from "./ways.ts";

export type State = [page: string, state: string, go: (page: Page) => Promise<Page | void>];
export type States = { title: string; states: State[] };

const DAY = "2026-03-02";
const link = (page: Page, name: string | RegExp) => page.getByRole("link", { name }).first();
const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).first().click();
const mistake = (page: Page) => page.locator("#error-summary").waitFor();
const happens = (page: Page, name: string) => page.evaluate((name) => { dispatchEvent(new CustomEvent(name)); }, name);

async function openAll(page: Page): Promise<void> {
  for (const summary of await page.locator("main summary").all()) {
    await summary.click();
  }
}

/** From now on nothing can be kept, or everything again. */
async function writing(page: Page, how: "fails" | "works"): Promise<void> {
  await page.evaluate((how) => {
    window.put ??= IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = how === "works" ? window.put : () => { throw new DOMException("no room", "QuotaExceededError"); };
  }, how);
}

declare global {
  interface Window { put?: IDBObjectStore["put"] }
}

const door: State[] = [
  ["new", "a passphrase too short", async (page) => { await today(page, DAY); await page.goto("/new"); await press(page, "Lock and start"); await mistake(page); }],
  ["new", "two passphrases", async (page) => {
    await page.locator("#passphrase").fill(PASSPHRASE);
    await page.locator("#again").fill(`${PASSPHRASE}s`);
    await press(page, "Lock and start");
    await page.locator("#again-error").waitFor();
  }],
  ["people", "nobody here yet", (page) => makeVault(page)],
  ["take-out", "nothing to take out", (page) => link(page, "Take scores out").click()],
  ["people", "a new version is waiting", async (page) => { await toPeople(page); await happens(page, "trellis-update"); await page.getByRole("status").first().waitFor(); }],
  ["people", "another tab took the new version", (page) => happens(page, "trellis-replaced")],
  ["unlock", "without a network", async (page) => { await installed(page); await page.context().setOffline(true); await page.reload(); }],
  ["unlock", "a wrong passphrase", async (page) => { await page.context().setOffline(false); await unlock(page, "something else entirely"); await mistake(page); }],
  ["unlock", "to wait", async (page) => { await unlock(page, PASSPHRASE); await page.locator("#error-summary", { hasText: "wait" }).waitFor(); }],
  ["service", "written in", async (page) => {
    await page.clock.setFixedTime(new Date(`${DAY}T10:10:00`));
    await unlock(page);
    await on(page, "people");
    await link(page, "Who to call").click();
    await link(page, "Change this page").click();
    await page.getByLabel("Who to call").fill("Duty desk, 01632 960 001, day and night\nTŷ Melyn hostel, 01632 960 002");
    await page.getByLabel("What a link worker must pass on").fill("a child who is not safe\na plan to hurt someone");
  }],
  ["contacts", "with numbers", (page) => press(page, "Save")],
  ["add", "nobody named", async (page) => { await toPeople(page); await link(page, "Add a person").click(); await press(page, "Save"); await mistake(page); }],
  ["person", "somebody new", async (page) => { await page.getByLabel("Name").fill(NAME); await press(page, "Save"); }],
];

const sitting: State[] = [
  ["hand-over", "no part chosen", async (page) => {
    await today(page, DAY);
    await makeVault(page);
    await addPerson(page, NAME);
    await link(page, "Hand over the tablet").click();
    await tap(page, "setting-community");
    await press(page, "Next");
    await mistake(page);
  }],
  ["right-person", "not checked", async (page) => {
    await page.locator("#item-parts .choice").first().locator("input").check();
    await press(page, "Next");
    await on(page, "right-person");
    await press(page, "Yes, hand it over now");
    await mistake(page);
  }],
  ["begin-paper", "nothing filled in", async (page) => {
    await toPeople(page);
    await toPerson(page, NAME);
    await link(page, "Another assessment").click();
    await on(page, "another");
    await page.getByRole("link", { name: "Type in a paper form" }).first().click();
    await on(page, "begin-paper");
    await press(page, "Begin typing");
    await mistake(page);
  }],
  ["begin", "nowhere chosen", async (page) => {
    await toPeople(page);
    await toPerson(page, NAME);
    await link(page, "Start together").click();
    await press(page, "Begin");
    await mistake(page);
  }],
  ["question", "said, skipped and refused", async (page) => {
    await tap(page, "setting-community");
    await press(page, "Begin");
    await onQuestion(page, "matters");
    await answer(page, "matters", "Fy merch 🌱 a’r tŷ ar y bryn");
    await answer(page, "hope_for", "skip");
  }],
  ["question", "something cannot wait", async (page) => { await goOn(page); await answer(page, "cannot_wait", [1, 5]); }],
  ["sort-first", "nothing noted", async (page) => { await link(page, "Sort this first").click(); await press(page, "Note it and stop here for today"); await mistake(page); }],
  ["question", "everything open, an answer of each kind", async (page) => {
    await link(page, "Go on with the questions after all").click();
    await on(page, "question");
    await walk(page, {}, { until: "own_food" });
    await answer(page, "own_food", 2);
    await answer(page, "own_body", "refuse");
    await openAll(page);
  }],
  ["question", "not kept", async (page) => {
    await writing(page, "fails");
    await give(page, "own_body", 1);
    await page.getByRole("alert").first().waitFor();
  }],
  ["question", "numbers", async (page) => {
    await writing(page, "works");
    await press(page, "Try again");
    await page.getByRole("alert").waitFor({ state: "detached" });
    await walk(page, {}, { until: "life_mind" });
    await answer(page, "life_mind", 4);
  }],
  ["question", "nowhere safe tonight", async (page) => { await walk(page, { life_mind: 4 }, { until: "home_tonight" }); await answer(page, "home_tonight", 0); }],
  ["question", "somebody injects", async (page) => { await walk(page, { drugs: 1, life_mind: 4 }, { until: "inject" }); await answer(page, "inject", 1); }],
  ["check", "some answered, some not", async (page) => { await walk(page, { inject: 1 }); }],
  ["question", "one answer again", async (page) => { await link(page, /^Change your answer/).click(); }],
  ["person", "part way through", async (page) => { await page.goto("/"); await unlock(page); await toPerson(page, NAME); }],
  ["begin", "is it still right", async (page) => {
    await link(page, "Say what helps").click();
    await on(page, "needs");
    await page.locator("#item-helps input").first().check();
    await page.clock.setFixedTime(new Date("2026-03-03T10:00:00"));
    await page.goto("/");
    await unlock(page);
    await toPerson(page, NAME);
    await link(page, "Another assessment").click();
    await link(page, "Ask it here").click();
  }],
];

const after: State[] = [
  ["profile", "nothing answered", async (page) => {
    await today(page, DAY);
    await makeVault(page);
    await addPerson(page, NAME);
    await begin(page);
    await walk(page, {});
    await finish(page);
  }],
  ["concern", "nothing raised", async (page) => { await link(page, "How was it?").click(); await link(page, "Go on, link worker").click(); }],
  ["concern", "one written down before", async (page) => {
    await tap(page, "anything-yes");
    await tap(page, "about-suicide");
    await page.getByLabel("Who, and how?").fill("01632 960 001"); // Words of nobody's language: a worker types in either.
    await press(page, "Save");
    await on(page, "person");
    await link(page, "What is strong").click();
    await link(page, "How was it?").click();
    await link(page, "Go on, link worker").click();
    await page.locator(".written-down").first().waitFor();
  }],
  ["person", "the first one finished", async (page) => { await toPeople(page); await toPerson(page, NAME); await tap(page, "research-yes"); }],
  ["paper", "codes that cannot be", async (page) => {
    await link(page, "Another assessment").click();
    await page.getByRole("link", { name: "Type in a paper form" }).first().click();
    await page.locator("input[id^=form-]").first().check();
    await page.getByLabel("Day", { exact: true }).fill("27");
    await page.getByLabel("Month", { exact: true }).fill("2");
    await page.getByLabel("Year", { exact: true }).fill("2026");
    await tap(page, "by-person");
    await page.locator("input[id^=setting-]").first().check();
    await press(page, "Begin typing");
    await on(page, "paper");
    await page.locator(".code-field").first().fill("99");
    await page.keyboard.press("Tab");
    await page.getByRole("alert").waitFor();
    await openAll(page);
  }],
  ["check", "codes to mend", (page) => link(page, "Check what was typed").click()],
  ["person", "a paper form to finish", async (page) => { await toPeople(page); await toPerson(page, NAME); }],
];

const examples: State[] = [
  ["person", "ready for a catch-up", async (page) => { await today(page, DAY); await openExamples(page); await toPerson(page, "Rhys"); }],
  ["person", "in the middle", async (page) => { await toPeople(page); await toPerson(page, "Bea"); }],
  ["known", "said and not said", async (page) => { await toPeople(page); await toPerson(page, "Kofi"); await link(page, "Look at it, or add to it").click(); await on(page, "known"); }],
  ["known", "one removed", async (page) => { await press(page, /^Remove: Sings/); await page.getByRole("button", { name: "Put it back" }).waitFor(); }],
  ["known-together", "short, asked and not quite", async (page) => {
    await press(page, "Put it back");
    await link(page, "Go through these together").click();
    await on(page, "known-together");
    await page.getByLabel("Not quite").check();
    await page.locator(".fact-own textarea").waitFor();
  }],
  ["fact", "one mended", async (page) => { await link(page, "Done").click(); await link(page, "Change").click(); await on(page, "fact"); }],
  ["fact", "nothing filled in", async (page) => { await link(page, "Back").click(); await link(page, "Add a fact").click(); await on(page, "fact"); await press(page, "Save this fact"); await mistake(page); }],
  ["person", "not begun", async (page) => { await toPeople(page); await toPerson(page, "Ref 4471"); }],
  ["begin", "everything open", async (page) => { await link(page, "Start together").click(); await on(page, "begin"); await openAll(page); }],
  ["form", "for somebody in prison", async (page) => { await link(page, "Use paper instead").click(); await on(page, "form"); await link(page, "The same for someone in prison").click(); }],
  ["profile", "everything open", async (page) => { await toPeople(page); await toPerson(page, "Marged"); await link(page, "What is strong").click(); await on(page, "profile"); await openAll(page); }],
  ["change", "everything open", async (page) => { await toPeople(page); await toPerson(page, "Marged"); await link(page, "What has changed").click(); await on(page, "change"); await openAll(page); }],
  ["take-out", "the files", async (page) => { await link(page, "Take scores out").click(); await press(page, "Make the files"); await page.locator(".file-row").first().waitFor(); }],
  ["words", "no file chosen", async (page) => {
    await toPeople(page);
    await toPerson(page, "Ref 4471");
    await link(page, "Another assessment").click();
    await link(page, "Bring words a service may use").click();
    await on(page, "words");
    await press(page, "Look at this file");
    await page.getByRole("status").filter({ hasText: /\S/ }).first().waitFor();
  }],
  ["words", "a file with faults", async (page) => {
    const wrong = JSON.stringify({ ...WORDS, title: 7, licence: null, nonsense: 1 });
    await page.getByLabel("A file with words").setInputFiles({ name: "words.json", mimeType: "application/json", buffer: Buffer.from(wrong) });
    await press(page, "Look at this file");
    await page.getByText("must be mended").waitFor();
  }],
  ["words", "sounds with faults", async (page) => {
    await page.getByLabel("A file with words").setInputFiles([recordings(), { name: "song.mp3", mimeType: "audio/mpeg", buffer: silentMp3(3) }]);
    await press(page, "Look at this file");
    await page.getByText("things must be mended").waitFor();
  }],
  ["words", "recordings to look at", async (page) => {
    await page.getByLabel("A file with words").setInputFiles([recordings(), { name: "heard.ogg", mimeType: "audio/ogg", buffer: HEARD }]);
    await press(page, "Look at this file");
    await page.getByText("One text can be heard.").waitFor();
  }],
  ["words", "recordings kept", async (page) => {
    await press(page, "Keep these words");
    await page.getByText("These words are kept.").waitFor();
  }],
  ["figures", "no file chosen", async (page) => {
    await toFigures(page);
    await press(page, "Look at this file");
    await page.getByText("Choose a file first.").waitFor();
  }],
  ["figures", "a file with faults", async (page) => {
    await lookAtFigures(page, JSON.stringify({ ...FIGURES, made_on: "soon", scales: [{ ...STEADY, n: 3 }] }));
    await page.getByText("must be mended").waitFor();
  }],
  ["figures", "to look at", async (page) => {
    await lookAtFigures(page, JSON.stringify({ ...FIGURES, scales: [STEADY, { ...STEADY, kind: "test_retest" }, { ...STEADY, scale: "coping" }] }));
    await page.getByRole("button", { name: "Keep these figures" }).waitFor();
  }],
  ["figures", "kept", async (page) => { await press(page, "Keep these figures"); await page.getByText("These figures are kept.").waitFor(); }],
  ["change", "judged by figures", async (page) => {
    await toPeople(page);
    await toPerson(page, "Marged");
    await link(page, "What has changed").click();
    await on(page, "change");
    await page.getByText("from figures your service gathered").waitFor();
    await openAll(page);
  }],
  ["figures", "to take the place of others", async (page) => {
    await toFigures(page);
    await lookAtFigures(page, JSON.stringify({ ...FIGURES, edition: "2026-03", scales: [STEADY] }));
    await page.getByText("They take the place of").waitFor();
  }],
  ["figures", "gone", async (page) => { await press(page, /^Take away/); await page.getByText("These figures are gone.").waitFor(); }],
];

/** The words that come with the app, the first question recorded. */
const HEARD = silence(5, "heard");
function recordings(): { name: string; mimeType: string; buffer: Buffer } {
  const words = JSON.parse(readFileSync(new URL("../../instruments/strengths-profile/wording.en.json", import.meta.url), "utf8"));
  const sound = { media_type: "audio/ogg", bytes: HEARD.length, sha256: createHash("sha256").update(HEARD).digest("hex") };
  words.recordings = { "items.matters.text": sound };
  return { name: "words.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(words)) };
}

const FIGURES = { format: 1, instrument: strengthsProfile.id, version: strengthsProfile.version, edition: "2026-02", made_on: "2026-02-01", from: "Made-up baselines" };
const STEADY = { scale: "strengths_of_mine", n: 140, sd: 5.68, kind: "alpha", reliability: 0.8571, interval: [0.5, 0.95] };

async function toFigures(page: Page): Promise<void> {
  await toPeople(page);
  await toPerson(page, "Ref 4471");
  await link(page, "Another assessment").click();
  await link(page, "Bring figures on how sure a change is").click();
  await on(page, "figures");
}

async function lookAtFigures(page: Page, text: string): Promise<void> {
  await page.getByLabel("A file with figures").setInputFiles({ name: "figures.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await press(page, "Look at this file");
}

const BARC: { id: string; version: string } = JSON.parse(readFileSync(new URL("../../instruments/barc-10/definition.json", import.meta.url), "utf8"));
const WORDS = { format: 1, instrument: BARC.id, version: BARC.version, language: "en", provenance: "licensed_pack" };

/** Whether there is somewhere safe tonight. */
const SAFE = strengthsProfile.items.find((one) => one.section === "home")?.id ?? "";

const handed: State[] = [
  ["handed-question", "raised", async (page) => {
    await page.clock.install({ time: new Date(`${DAY}T10:00:00`) });
    await makeVault(page);
    await addPerson(page, NAME);
    await link(page, "Hand over the tablet").click();
    await tap(page, "setting-community");
    for (const part of ["Home", "What matters"]) {
      await page.locator("#item-parts .choice", { hasText: part }).first().locator("input").check();
    }
    await press(page, "Next");
    await tap(page, "checked-name");
    await press(page, "Yes, hand it over now");
    await on(page, "handed-start");
    await press(page, "Start");
    const place = () => main(page).evaluate((main) => `${main.dataset.page} ${main.dataset.item}`);
    for (let here = "handed-start undefined"; here !== `handed-question ${SAFE}`; ) {
      await expect.poll(place).not.toBe(here);
      here = await place();
      if (here !== `handed-question ${SAFE}`) {
        await press(page, "Continue");
      }
    }
    await tap(page, `${SAFE}-0`);
    await page.getByText("Would you like your worker now?").waitFor();
  }],
  ["handed-question", "would rather talk, everything open", async (page) => { await press(page, "I would rather talk about this"); await openAll(page); }],
  ["handed-question", "not kept", async (page) => {
    await writing(page, "fails");
    await press(page, "I do not need to talk about this");
    await page.getByRole("alert").waitFor();
  }],
  ["hand-back", "a wrong passphrase", async (page) => {
    await writing(page, "works");
    await press(page, "Try again");
    await page.getByRole("alert").waitFor({ state: "detached" });
    await press(page, "I would rather talk about this");
    await press(page, "Stop here");
    await press(page, "Stop and give it back");
    await on(page, "handed-ended");
    await toDoor(page);
    await unlockBack(page, "something else entirely");
    await mistake(page);
  }],
  ["handed-back", "something to talk about", async (page) => { await page.clock.fastForward("01:00"); await unlockBack(page, PASSPHRASE); }],
];

const TOP: { id: string; version: string; title: string; items: { id: string }[]; sections: { id: string }[]; scales: { id: string }[] } =
  JSON.parse(readFileSync(new URL("../../instruments/top/definition.json", import.meta.url), "utf8"));
const each = (ids: { id: string }[], words: (id: string) => object) => Object.fromEntries(ids.map(({ id }) => [id, words(id)]));
/** Made-up words: nobody's questionnaire. */
const TYPED = {
  ...WORDS, instrument: TOP.id, version: TOP.version, licence: "Made up", title: "Quorlwords", options: {},
  sections: each(TOP.sections, (id) => ({ title: `Part ${id}`, intro: "Quorl as you like." })),
  items: each(TOP.items, (id) => ({ text: `Vexillary ${id}`, ends: ["Poor", "Good"] })),
  scales: each(TOP.scales, () => ({ name: "Made up" })),
};

const typed: State[] = [
  ["hand-over", "words that were brought", async (page) => {
    await today(page, DAY);
    await makeVault(page);
    await addPerson(page, NAME);
    await link(page, "Another assessment").click();
    await link(page, "Bring words a service may use").click();
    await page.getByLabel("A file with words").setInputFiles({ name: "words.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(TYPED)) });
    await press(page, "Look at this file");
    await press(page, "Keep these words");
    await page.getByText("These words are kept.").waitFor();
    await toPeople(page);
    await toPerson(page, NAME);
    await link(page, "Hand over the tablet").click();
    await tap(page, "handed-instrument-top");
  }],
  ["question", "a number that cannot be", async (page) => {
    await toPeople(page);
    await toPerson(page, NAME);
    await link(page, "Another assessment").click();
    await page.locator(".instrument-row", { has: page.getByRole("heading", { name: TOP.title, exact: true }) }).getByRole("link", { name: "Ask it here" }).click();
    await on(page, "begin");
    await tap(page, "setting-community");
    await press(page, "Begin");
    // Two parts may be sensitive, and are skipped.
    for (let n = 0; n < 2; n += 1) {
      await on(page, "heads-up");
      const here = page.url();
      await press(page, "Skip this part");
      await expect.poll(() => page.url()).not.toBe(here);
    }
    for (let n = 0; n < 6 && (await page.locator("#top_12").count()) === 0; n += 1) {
      const here = page.url();
      await press(page, "Continue");
      await expect.poll(() => page.url()).not.toBe(here);
    }
    await page.locator("#top_12").fill("200");
    await press(page, "Continue");
    await mistake(page);
  }],
];

export const STATES: States[] = [
  { title: "in front of the door and just behind it", states: door },
  { title: "before and in the middle of the questions", states: sitting },
  { title: "after the questions", states: after },
  { title: "with the example people", states: examples },
  { title: "while the tablet is handed over", states: handed },
  { title: "while a number is typed", states: typed },
];
