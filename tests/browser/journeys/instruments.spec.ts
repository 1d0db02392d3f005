// More than one instrument: others beside the long one, what each is, paper forms, words a service brings.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, test, today } from "../fixtures.ts";
import { AXE, looksRight } from "../look.ts";
import { addPerson, all, begin, finish, item, lookBack, main, makeVault, on, onQuestion, toPeople, toPerson, type Answers, walk } from "../walk.ts";

const START = "2026-03-02";

test.beforeEach(async ({ page }) => {
  await today(page, START);
  await page.addInitScript({ path: AXE });
});

const link = (page: Page, name: string | RegExp) => page.getByRole("link", { name });

/** The row of an instrument on the page that offers others. */
const row = (page: Page, title: string) => page.locator(".instrument-row", { has: page.getByRole("heading", { name: title, exact: true }) });

/** From a person's page to the first question of another instrument. */
async function another(page: Page, title: string): Promise<void> {
  await link(page, "Another assessment").click();
  await on(page, "another");
  await row(page, title).getByRole("link", { name: "Ask it here" }).click();
  await on(page, "begin");
  await page.locator("[id=setting-community]").click();
  await page.getByRole("button", { name: "Begin" }).click();
  await on(page, "question");
}

/** Answers every question and finishes; ends on what it shows. */
async function answerAll(page: Page, answers: Answers): Promise<void> {
  await walk(page, answers);
  await on(page, "check");
  await page.getByRole("button", { name: "Finish" }).click();
  await on(page, "profile");
}

const CHECK_IN = ["looking_after_myself", "daily_life", "purpose", "coping", "hope", "people_close", "friends_and_peers", "belonging", "places", "giving_back"];

test("others stand beside the long assessment: each is asked at its wave and says what it shows", async ({ page }) => {
  await makeVault(page);
  await addPerson(page, "Nia");
  await link(page, "Another assessment").click();
  await on(page, "another");
  await expect(page.locator("#heading")).toBeFocused();
  await looksRight(page, "another assessment");
  await expect(row(page, "BARC-10 (Brief Assessment of Recovery Capital)").getByRole("link", { name: "Ask it here" })).toHaveCount(0);
  await expect(main(page)).not.toContainText("PHQ");
  await link(page, "Back").click();
  await begin(page);
  await walk(page, {});
  await finish(page);
  await link(page, "Back to Nia").click();
  await lookBack(page);

  await another(page, "Brief check-in");
  await expect(main(page)).toHaveAttribute("data-instrument", "brief-check-in");
  await expect(main(page)).toHaveAttribute("data-wave", "between_1");
  await answerAll(page, all(CHECK_IN, 2));
  await expect(page.locator("#heading")).toHaveText("What is strong");
  await expect(main(page)).not.toContainText("What gets in the way");
  await expect(main(page)).not.toContainText("Support you would like");
  await looksRight(page, "what a check-in shows");
  await link(page, "Back to Nia").click();
  await lookBack(page);

  await another(page, "Distance travelled");
  await expect(main(page)).toHaveAttribute("data-wave", "baseline");
  await answerAll(page, { home: 2, work: 3 });
  await expect(page.locator("#heading")).toHaveText("What your answers show");
  await expect(main(page)).not.toContainText("out of 10");
  await expect(page.locator(".facts > div")).toHaveCount(2);
  await looksRight(page, "what distance travelled shows");
  await link(page, "Back to Nia").click();
  await lookBack(page);
  await expect(page.locator(".assessment-row")).toHaveCount(3);
  await looksRight(page, "a person with several instruments");
});

test("ninety days later each instrument is set beside its own start", async ({ page }) => {
  await makeVault(page);
  await addPerson(page, "Nia");
  await another(page, "Distance travelled");
  await answerAll(page, { home: 2, work: 3 });
  await today(page, "2026-05-31");
  await toPeople(page);
  await expect(main(page)).toContainText("One person is ready for a catch-up.");
  await toPerson(page, "Nia");
  await another(page, "Distance travelled");
  await expect(main(page)).toHaveAttribute("data-wave", "followup_1");
  await answerAll(page, { home: 4, work: 3 });
  await link(page, "What has changed since the start").click();
  await on(page, "change");
  await expect(main(page).getByRole("heading", { level: 2 })).toHaveText(["Distance travelled"]);
  await expect(main(page)).toContainText("Home is higher than at the start: 2 then, 4 now.");
  await expect(main(page)).toContainText("We can show the numbers, but cannot say if this change is more than chance.");
  await looksRight(page, "change of another instrument");
});

test("every instrument that was given is taken out, each with its own columns", async ({ page }, info) => {
  await makeVault(page);
  await addPerson(page, "Nia");
  await page.locator("[id=research-yes]").click();
  await another(page, "Distance travelled");
  await answerAll(page, { home: 2, work: 3 });
  await link(page, "Back to Nia").click();
  await lookBack(page);
  await another(page, "Brief check-in");
  await answerAll(page, all(CHECK_IN, 2));
  await toPeople(page);
  await link(page, "Take scores out").click();
  await on(page, "take-out");
  await page.getByRole("button", { name: "Make the files" }).click();
  const names = [
    "answers_brief-check-in.csv", "answers_long.csv", "scores_long_brief-check-in.csv", "scores_wide_brief-check-in.csv", "provenance.csv", "sittings.csv", "codebook.csv",
    "answers_distance-travelled.csv", "scores_long_distance-travelled.csv", "scores_wide_distance-travelled.csv",
  ];
  await expect(page.getByRole("button", { name: /^Download / })).toHaveText(names.map((name) => `Download ${name}`));
  await looksRight(page, "files of several instruments");
  const file = async (name: string): Promise<string[][]> => {
    const coming = page.waitForEvent("download");
    await page.getByRole("button", { name: `Download ${name}`, exact: true }).click();
    const path = info.outputPath(name);
    await (await coming).saveAs(path);
    return readFileSync(path, "utf8").trimEnd().split("\n").map((line) => line.split(","));
  };
  const checkIn = await file("answers_brief-check-in.csv");
  expect(checkIn[0]).toEqual(["person", "wave", "days", "setting", ...CHECK_IN]);
  expect(checkIn.slice(1).map((row) => row.slice(1))).toEqual([["between_1", "0", "community", ...CHECK_IN.map(() => "2")]]);
  const long = await file("answers_long.csv");
  expect(new Set(long.slice(1).map((row) => row[4]))).toEqual(new Set(["brief-check-in", "distance-travelled"]));
  expect(long.filter((row) => row[0] === "person"), "one header").toHaveLength(1);
  const scores = await file("scores_long_distance-travelled.csv");
  expect(scores[0]).toEqual("person,wave,days,scale,status,raw,value,band,answered,items,prorated".split(","));
  expect(scores[1][0], "one code for a person in all files").toBe(checkIn[1][0]);
});
