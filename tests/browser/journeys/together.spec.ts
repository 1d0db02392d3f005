// The whole journey: from a fresh tablet to a full assessment done together, again ninety days later,
// what changed, and the scores taken out; then all of it once more without a network.
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { expect, installed, test, today } from "../fixtures.ts";
import { addPerson, all, andSaved, answer, begin, give, goOn, item, itemsFor, lock, lookBack, main, makeVault, on, onQuestion, rows, strengthsProfile, tap, toPeople, toPerson, type Answers, unlock, walk } from "../walk.ts";

const NAME = "Nia Quillfeather";
const WORDS = "Fy merch 🌱 a’r tŷ ar y bryn, bob ŵyl  \n  cafe\u0301 \"au lait\", a <b>dog</b>";
const FIRST_STEP = "Walk to the river 🌊 on Fridays";

const STRENGTHS = itemsFor("strength");
const BARRIERS = itemsFor("barrier");
const KINDS_OF_GROUP = ["group_support", "group_active", "group_interest", "group_faith", "group_helping"];

const START: Answers = {
  ...all(STRENGTHS, 1),
  own_food: 2, own_body: 2, own_sleep: "skip", // 3 of 4: still a score
  daily_money: "skip", daily_post: "refuse", // 2 of 4: no score
  give_kind: "refuse", give_share: "refuse", give_part: "skip", // give_relied is passed over: nothing at all
  coping_calm: 2,
  peers_same: "does_not_apply",
  groups_any: 0, group_try: "skip",
  life_mind: 4, life_body: 0, life_home: 10, life_people: "refuse",
  home_tonight: 1, home_lose: 0, home_temporary: 1,
  drink: 1, drugs: 0, drink_in_the_way: 0, justice_new: 0, active: 1,
  ...all(itemsFor("support"), 0), support_housing: 3, support_work: 2,
  named_thing: FIRST_STEP,
  commit_matters: 6, commit_ready: 4, commit_able: 4, commit_ask: 4, commit_on: 4,
};
delete START.give_relied;

const NINETY_DAYS_ON: Answers = {
  ...all(STRENGTHS, 1),
  own_food: 2, own_body: 2, own_ask: 2, own_sleep: 2,
  coping_calm: 0,
  groups_any: 1, ...all(KINDS_OF_GROUP, 0), group_active: 1,
  life_mind: 7, life_body: 0, life_home: 9, life_people: 5, life_whole: 5,
  home_tonight: 1, home_lose: 0, home_temporary: 0,
  drink: 0, drugs: 0, justice_new: 0, active: 1,
  ...all(itemsFor("support"), 0), support_housing: 2, support_work: 2,
  commit_matters: 6, commit_ready: 5, commit_able: 5, commit_ask: 5, commit_on: 5,
};

test("two people sit down together, come back after ninety days, see what changed and take the scores out", async ({ page, context }, info) => {
  test.setTimeout(300_000);
  const met: string[] = [];
  await today(page, "2026-03-02");

  await test.step("a fresh tablet gets a vault with a passphrase", async () => {
    await makeVault(page);
    await expect(main(page)).toContainText("Nobody here yet");
  });

  await test.step("a person is added, and has not started yet", async () => {
    await addPerson(page, NAME);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(NAME);
    await toPeople(page);
    await expect(page.locator(".person-row", { hasText: NAME })).toContainText("Not started yet");
    await toPerson(page, NAME);
  });

  await test.step("a baseline begins in the community, with what matters in their own words", async () => {
    await begin(page);
    await expect(main(page)).toHaveAttribute("data-instrument", "strengths-profile");
    await expect(main(page)).toHaveAttribute("data-wave", "baseline");
    await expect(main(page)).toHaveAttribute("data-item", "matters");
    await answer(page, "matters", WORDS);
    await answer(page, "helped_before", "skip");
    await expect(item(page, "helped_before")).toContainText("Skipped. That is fine.");
    await answer(page, "hope_for", "refuse");
    await expect(item(page, "hope_for")).toContainText("You would rather not say. That is fine.");
    met.push(...["matters", "helped_before", "hope_for"]);
    await goOn(page);
  });

  await test.step("something that cannot wait is offered to be sorted first, and the questions wait", async () => {
    await onQuestion(page, "cannot_wait");
    met.push("cannot_wait");
    await expect(page.getByRole("link", { name: "Sort this first" })).toHaveCount(0);
    await answer(page, "cannot_wait", [2]);
    await page.getByRole("link", { name: "Sort this first" }).click();
    await on(page, "sort-first");
    await expect(page.locator(".told")).toHaveText("Food");
    await page.getByLabel("Note what we will do").fill("Ring the food bank before noon ☎");
    await tap(page, "who-together");
    await page.getByRole("button", { name: "Note it and stop here for today" }).click();
    await lookBack(page);
    await expect(main(page)).toContainText("Ring the food bank before noon ☎");
    await expect(main(page), "and who does it").toContainText("Both of us, noted");
    await page.getByRole("link", { name: "Go on where we stopped" }).click();
    await onQuestion(page, "own_food");
  });

  await test.step("Back keeps the answer, and the words come back byte for byte", async () => {
    await answer(page, "own_food", 2);
    await page.getByRole("link", { name: "Back", exact: true }).click();
    await onQuestion(page, "cannot_wait");
    await expect(page.locator("#cannot_wait-2")).toBeChecked();
    await page.getByRole("link", { name: "Back", exact: true }).click();
    await onQuestion(page, "matters");
    expect(await page.locator("#matters").inputValue()).toBe(WORDS);
    await goOn(page);
    await goOn(page);
    await expect(page.locator("#own_food-2")).toBeChecked();
  });

  await test.step("Skip, rather not say and Clear each say their own words and tick nothing", async () => {
    const rounds = [
      ["skip", "Skipped. That is fine."],
      ["refuse", "You would rather not say. That is fine."],
      ["clear", "Cleared."],
    ];
    for (const [way, words] of rounds) {
      await answer(page, "own_body", way);
      await expect(item(page, "own_body").locator(".standing")).toHaveText(words);
      await expect(item(page, "own_body").locator("input:checked")).toHaveCount(0);
    }
    await answer(page, "own_body", 1);
    await answer(page, "own_body", "clear");
    await expect(item(page, "own_body").locator(".standing")).toHaveText("Cleared.");
    await expect(item(page, "own_body").locator("input:checked")).toHaveCount(0);
    met.push(...(await walk(page, START, { until: "coping_calm" })));
  });

  await test.step("a reload in the middle asks for the passphrase and comes back to the same question", async () => {
    await answer(page, "coping_calm", 2);
    await page.reload();
    await unlock(page);
    await onQuestion(page, "coping_calm");
    await expect(main(page)).toHaveAttribute("data-item", "coping_calm");
    await expect(page.locator("#coping_calm-2")).toBeChecked();
    await expect(item(page, "coping_stop").locator("input:checked")).toHaveCount(0);
  });

  await test.step("stopping for today and locking comes back to the first question nobody came to", async () => {
    await page.getByRole("link", { name: "Stop here for today" }).click();
    await on(page, "after");
    await page.getByRole("link", { name: "Back", exact: true }).click();
    await onQuestion(page, "coping_calm");
    await page.getByRole("link", { name: "Stop here for today" }).click();
    await lookBack(page);
    await toPeople(page);
    await expect(page.locator(".person-row", { hasText: NAME })).toContainText("Part way through");
    await lock(page);
    await unlock(page);
    await toPerson(page, NAME);
    // What is answered from here on is later than what the worker said of the sitting.
    await page.clock.setFixedTime(new Date("2026-03-02T10:20:00"));
    await page.getByRole("link", { name: "Go on where we stopped" }).click();
    await onQuestion(page, "coping_calm");
    await expect(page.locator("#coping_calm-2")).toBeChecked();
  });

  await test.step("the rest is asked in order, and a gate answered no is not asked behind", async () => {
    met.push(...(await walk(page, START)));
    await on(page, "check");
    const first = (ids: string[]) => Math.min(...ids.filter((id) => met.includes(id)).map((id) => met.indexOf(id)));
    const last = (ids: string[]) => Math.max(...ids.map((id) => met.lastIndexOf(id)));
    expect(met.slice(0, 4)).toEqual(["matters", "helped_before", "hope_for", "cannot_wait"]);
    expect(last(STRENGTHS), "every strength is asked before anything that gets in the way").toBeLessThan(first(BARRIERS));
    expect(last(BARRIERS)).toBeLessThan(first(itemsFor("support")));
    for (const id of [...STRENGTHS, "group_try", "home_lose", "home_temporary", "drink_in_the_way"]) {
      expect(met, id).toContain(id);
    }
    for (const id of [...KINDS_OF_GROUP, "inject", "inject_share", "drugs_in_the_way", "home_release", "justice_kind"]) {
      expect(met, id).not.toContain(id);
    }
  });

  await test.step("an answer is changed from the list of answers, and that leads straight back", async () => {
    const row = page.locator(".govuk-summary-list__row", { hasText: "I eat a meal every day." });
    await expect(row).toContainText("Yes");
    await expect(page.locator(".own-words").first()).toHaveText(WORDS, { useInnerText: false });
    await row.getByRole("link", { name: "Change your answer: I eat a meal every day." }).click();
    await onQuestion(page, "own_food");
    await expect(page.locator("#own_food-2")).toBeChecked();
    await answer(page, "own_food", 1);
    await page.getByRole("button", { name: "Continue", exact: true }).click();
    await on(page, "check");
    await expect(row).toContainText("Sometimes");
    await page.getByRole("link", { name: /Change your answer: .*used any drugs/ }).click();
    await answer(page, "drugs", 1);
    await goOn(page);
    await onQuestion(page, "inject"); // a gate opened on the way back is asked, not passed over
    await page.getByRole("link", { name: "Back", exact: true }).click();
    await page.getByRole("link", { name: /Change your answer: .*used any drugs/ }).click();
    await answer(page, "drugs", 0);
    await page.getByRole("button", { name: "Continue", exact: true }).click();
    await on(page, "check");
  });

  await test.step("about you says why, and every question can be refused", async () => {
    await page.getByRole("button", { name: "Continue", exact: true }).click();
    await on(page, "about-you");
    await expect(main(page)).toContainText("They help to show whether the service is fair to everyone.");
    const asked = await page.locator("main fieldset").count();
    await expect(main(page).getByRole("button", { name: /^I would rather not say: / })).toHaveCount(asked);
    await give(page, "age_band", 4);
    await expect(page.locator("#age_band-4")).toBeChecked();
    await expect.soft(page.getByText("Saved", { exact: true }), "an answer about oneself shows that it is saved").toBeVisible();
    await give(page, "sex", "refuse");
    await expect(item(page, "sex")).toContainText("You would rather not say. That is fine.");
    await page.getByRole("button", { name: "Finish" }).click();
    await on(page, "profile");
  });

  await test.step("the profile shows what is strong, then what gets in the way, then support", async () => {
    await expect(page.locator("blockquote.own-words").first()).toHaveText(WORDS, { useInnerText: false });
    const headings = await page.locator("main h2, main h3").allTextContents();
    const at = (words: string) => headings.indexOf(words);
    for (const area of ["Looking after myself", "Giving back"]) {
      expect(at(area), area).toBeGreaterThan(-1);
      expect(at(area)).toBeLessThan(at("What gets in the way"));
    }
    expect(at("What gets in the way")).toBeLessThan(at("Support you would like"));
    const picture = await page.locator("ul.trellis").evaluate((list) =>
      [...document.querySelectorAll("h2")].filter((h) => h.textContent === "What gets in the way")
        .every((h) => (list.compareDocumentPosition(h) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0));
    expect(picture).toBe(true);
    expect(await page.locator("ul.trellis > li").count()).toBe(10);
    await expect(main(page)).not.toContainText(/total|net score|Strengths of mine|Things in the way/i);
    await expect(page.locator(".facts div", { hasText: "Home" }).first()).toContainText("In the way at the moment");
    await expect(main(page)).toContainText("Help with a place to live");
  });

  await test.step("numbers are there for whoever asks, and a missing answer draws nothing and scores nothing", async () => {
    const visible = await page.locator("main").innerText();
    expect(visible).not.toMatch(/\b\d+ of \d+\b/);
    const scores = page.getByRole("region", { name: "Show the numbers" }).getByRole("table");
    await expect(scores).toBeHidden();
    await page.getByText("Show the numbers", { exact: true }).click();
    const numbers = new Map((await rows(scores)).map(([area, score]) => [area, score]));
    expect(numbers.get("Looking after myself")).toMatch(/^5 of 8,\s+based on 3 of 4 answers$/);
    expect(numbers.get("Running daily life")).toBe("Not enough answers");
    expect(numbers.get("Giving back")).toBe("Not enough answers");
    expect(numbers.get("Coping and confidence")).toBe("5 of 8");
    const leaves = (area: string) => page.locator("li.rung", { hasText: area }).locator("svg g");
    await expect(leaves("Giving back")).toHaveCount(0);
    await expect(leaves("Running daily life")).toHaveCount(2);
    await expect(leaves("Coping and confidence")).toHaveCount(4);
    await page.getByText("Show this picture as a table").click();
    const table = new Map((await rows(page.getByRole("region", { name: "Your strengths" }).getByRole("table"))).map((row) => [row[0], row.slice(1)]));
    expect(table.get("Giving back")).toEqual(["0", "0", "0", "4"]);
    expect(table.get("Running daily life")).toEqual(["0", "2", "0", "2"]);
    expect(table.get("Looking after myself")).toEqual(["1", "2", "0", "1"]);
    await expect(page.locator(".facts div", { hasText: "People in my life" })).toHaveCount(0);
  });

  await test.step("a person says yes to research", async () => {
    await page.getByRole("link", { name: `Back to ${NAME}` }).click();
    await lookBack(page);
    await expect(item(page, "research").locator("input:checked")).toHaveCount(0);
    await tap(page, "research-yes");
    await expect(item(page, "research")).toContainText("Yes, since 2 March 2026");
  });

  await test.step("a person is ready from fourteen days before the ninetieth day, and not before", async () => {
    const days = [
      ["2026-03-02", "Next catch-up 31 May 2026", "Nobody is ready for a catch-up today."],
      ["2026-05-16", "Next catch-up 31 May 2026", "Nobody is ready for a catch-up today."],
      ["2026-05-17", "Ready for a catch-up", "One person is ready for a catch-up."],
      ["2026-05-31", "Ready for a catch-up", "One person is ready for a catch-up."],
    ];
    for (const [day, status, count] of days) {
      await page.clock.setFixedTime(new Date(`${day}T10:00:00`));
      await toPeople(page);
      await expect(page.locator(".person-row", { hasText: NAME })).toContainText(status);
      await expect(main(page)).toContainText(count);
      await toPerson(page, NAME);
    }
  });

  await test.step("the catch-up asks the same again, with nothing filled in", async () => {
    await begin(page, "Catch up together");
    await expect(main(page)).toHaveAttribute("data-wave", "followup_1");
    const empty = async () => {
      await expect(page.locator("main fieldset[id^=item-] input:checked")).toHaveCount(0);
      for (const area of await page.locator("main textarea").all()) {
        await expect(area).toHaveValue("");
      }
    };
    const again = await walk(page, NINETY_DAYS_ON, { until: "named_thing", look: empty });
    await expect(main(page)).toContainText("Last time you named:");
    await expect(page.locator("main blockquote")).toHaveText(FIRST_STEP);
    await empty();
    await andSaved(page, () => page.getByRole("button", { name: "It is still this one" }).click());
    await expect.soft(page.locator("#named_thing"), "the words kept from last time stand in their place").toHaveValue(FIRST_STEP);
    await goOn(page);
    again.push(...(await walk(page, NINETY_DAYS_ON, { look: empty })));
    for (const id of KINDS_OF_GROUP) {
      expect(again).toContain(id);
    }
    expect(again).not.toContain("group_try");
  });

  await test.step("about you is asked again with what was said before, to be mended", async () => {
    await page.getByRole("button", { name: "Continue", exact: true }).click();
    await on(page, "about-you");
    await expect(main(page)).toContainText("You told us this before. Is it still right?");
    await expect(page.locator("#age_band-4")).toBeChecked();
    await page.getByRole("button", { name: "Finish" }).click();
    await on(page, "profile");
  });

  const area = (name: string) => page.locator("article.area", { has: page.getByRole("heading", { name, exact: true }) });
  const change = async () => {
    await expect(area("Looking after myself")).toContainText("Looking after myself is higher than at the start: 5 then, 8 now.");
    const strengths = page.locator("section", { has: page.getByRole("heading", { name: "Strengths", exact: true }) });
    await expect(strengths.getByText("cannot say if this change is more than chance"), "said once for the whole part").toHaveCount(1);
    await expect(area("Looking after myself").locator("svg circle")).toHaveCount(1);
    await expect(area("Looking after myself").locator("svg rect")).toHaveCount(1);
    await expect(area("Coping and confidence")).toContainText("Coping and confidence is lower than at the start: 5 then, 3 now.");
    await expect(area("Hope and who I am")).toContainText("Hope and who I am is the same as at the start: 4.");
    await expect(area("My first step")).toContainText("22 then, 26 now");
    await expect(area("Where I stay")).toContainText("10 then, 9 now");
    // Nothing was said at the start, so there is a square and no circle, and no way between them.
    await expect(area("Giving back")).toContainText("There are not enough answers to compare. That is OK.");
    await expect(area("Giving back").locator("svg circle")).toHaveCount(0);
    await expect(area("Giving back").locator("svg rect")).toHaveCount(1);
    await expect(area("Giving back").locator(".line-way")).toHaveCount(0);
  };

  await test.step("change is a sentence, a row and a table for each area, and judges nothing", async () => {
    await page.getByRole("link", { name: "What has changed since the start" }).click();
    await on(page, "change");
    await change();
    await page.getByText("Show this as a table").first().click();
    const table = new Map((await rows(page.getByRole("region", { name: "Strengths" }).getByRole("table"))).map((row) => [row[0], row.slice(1)]));
    expect(table.get("Looking after myself")).toEqual(["5", "8", "3"]);
    expect(table.get("Coping and confidence")).toEqual(["5", "3", "-2"]);
    expect(table.get("Giving back")).toEqual(["no number", "4", "no number"]);
    await expect(main(page)).not.toContainText(/improv|deteriorat|reliabl|significan|worse|progress|fail|declin|would expect by chance|Small ups and downs/i);
    await expect(area("Home")).toContainText("This was in the way then. It is not in the way now.");
    const inTheWay = page.locator("section", { has: page.getByRole("heading", { name: "What gets in the way" }) });
    await inTheWay.getByText("Show this as a table").click();
    const barriers = new Map((await rows(inTheWay.getByRole("table"))).map((row) => [row[0], row.slice(1)]));
    expect(barriers.get("Home")).toEqual(["In the way at the moment", "Not in the way"]);
    await expect.soft(area("Groups I belong to"), "groups are an area too").toHaveCount(1);
    const partly = page.locator("section", { has: area("Support I want more of") });
    await expect.soft(partly, "support wanted more of is better at neither end").toContainText("Neither end is better.");
  });

  const files = new Map<string, string>();
  await test.step("the scores are taken out under a pseudonym, without names, words or dates", async () => {
    await page.getByRole("link", { name: "Take scores out" }).click();
    await on(page, "take-out");
    await expect(main(page)).toContainText("Pseudonymised, still personal data");
    await expect(main(page)).toContainText("One person has said yes and finished an assessment.");
    await page.getByRole("button", { name: "Make the files" }).click();
    const names = ["answers_strengths-profile.csv", "answers_long.csv", "scores_long.csv", "scores_wide.csv", "provenance.csv", "sittings.csv", "codebook.csv"];
    await expect(page.getByRole("button", { name: /^Download / })).toHaveText(names.map((name) => `Download ${name}`));
    for (const name of names) {
      const coming = page.waitForEvent("download");
      await page.getByRole("button", { name: `Download ${name}` }).click();
      const download = await coming;
      expect(download.suggestedFilename()).toBe(name);
      const path = info.outputPath(name);
      await download.saveAs(path);
      files.set(name, readFileSync(path, "utf8"));
    }
    for (const [name, text] of files) {
      expect(text, name).not.toMatch(/Nia|Quillfeather|merch|ŵyl|river|food bank/i);
      // Two hashes end each line of provenance.csv, and any digits may turn up in them.
      const plain = name === "provenance.csv" ? text.replace(/,[0-9a-f]{64},[0-9a-f]{64}$/gm, "") : text;
      expect(plain, name).not.toMatch(/2026|\d{4}-\d{2}-\d{2}|\bMarch\b|\bMay\b/);
      expect(text, name).not.toMatch(/\r|^\uFEFF/);
      expect(text.endsWith("\n"), name).toBe(true);
    }
  });

  await test.step("the files have exactly the columns that were promised", async () => {
    const head = (name: string) => (files.get(name) ?? "").split("\n")[0].split(",");
    const asked = strengthsProfile.items.filter((one) => one.kind !== "text").map((one) => one.id);
    expect(head("answers_strengths-profile.csv")).toEqual(["person", "wave", "days", "setting", ...asked]);
    expect(head("scores_long.csv")).toEqual("person,wave,days,scale,status,raw,value,band,answered,items,prorated".split(","));
    expect(head("provenance.csv")).toEqual("person,wave,days,instrument,version,rule_version,wording,rules,inputs".split(","));
    expect(head("codebook.csv")).toEqual(
      "variable,role,label,type,codes,missing_codes,instrument,version,scale,reversed,source,confidence".split(","));
    const answers = (files.get("answers_strengths-profile.csv") ?? "").trim().split("\n").slice(1).map((line) => line.split(","));
    expect(answers.map((row) => row.slice(1, 4))).toEqual([["baseline", "0", "community"], ["followup_1", "90", "community"]]);
    const pseudonyms = new Set(answers.map((row) => row[0]));
    expect(pseudonyms.size, "one person, one pseudonym in both waves").toBe(1);
    for (const name of ["answers_long.csv", "scores_long.csv", "scores_wide.csv"]) {
      const people = (files.get(name) ?? "").trim().split("\n").slice(1).map((line) => line.split(",")[0]);
      expect(new Set(people), name).toEqual(pseudonyms);
    }
    const cell = (row: number, id: string) => answers[row][4 + asked.indexOf(id)];
    const cells: [number, string, string][] = [
      [0, "own_food", "1"], [0, "own_sleep", "skipped"], [0, "daily_post", "prefer_not_to_say"],
      [0, "give_relied", "skipped"], [0, "peers_same", "does_not_apply"], [0, "cannot_wait", "2"],
      [0, "group_active", "0"], [0, "inject", "0"], [0, "life_body", "0"], [0, "life_whole", "skipped"],
      [1, "own_food", "2"], [1, "group_active", "1"], [1, "cannot_wait", "skipped"],
    ];
    for (const [row, id, expected] of cells) {
      expect(cell(row, id), `${id} of row ${row + 1}`).toBe(expected);
    }
    const long = (files.get("answers_long.csv") ?? "").trim().split("\n").map((line) => line.split(","));
    const column = (name: string) => long[0].indexOf(name);
    const implied = long.find((row) => row[1] === "baseline" && row[column("item")] === "group_active");
    expect(implied?.[column("implied")]).toBe("yes");
  });

  await test.step("trellis score gives the same numbers from the answers, byte for byte", async () => {
    const command = process.env.TRELLIS_COMMAND;
    if (command === undefined) {
      throw new Error("Set TRELLIS_COMMAND to the built `trellis` command, so that its scores can be compared with the browser's.");
    }
    const score = (...more: string[]) =>
      execFileSync(command, ["score", "strengths-profile", "--in", info.outputPath("answers_strengths-profile.csv"), ...more], { encoding: "utf8" });
    expect(score()).toBe(files.get("scores_long.csv"));
    expect(score("--wide")).toBe(files.get("scores_wide.csv"));
  });

  await test.step("the command finds the browser's rules and answers behind its scores, and tells a total that is wrong", async () => {
    const lines = (name: string) => (files.get(name) ?? "").trim().split("\n").map((line) => line.split(","));
    const from = lines("provenance.csv").map((row) => row.slice(4));
    const wide = lines("scores_wide.csv");
    const scale = wide[0].indexOf("looking_after_myself");
    const check = (stored: (row: string[], n: number) => string) => {
      const text = lines("answers_strengths-profile.csv").map((row, n) =>
        [...row, ...from[n].map((cell) => n === 0 ? `provenance.${cell}` : cell), stored(wide[n], n)].join(",")).join("\n") + "\n";
      writeFileSync(info.outputPath("stored.csv"), text);
      const ran = spawnSync(process.env.TRELLIS_COMMAND ?? "", ["score", "strengths-profile", "--in", info.outputPath("stored.csv"), "--wide"], { encoding: "utf8" });
      expect(ran.stdout, "ours is written").toBe(files.get("scores_wide.csv"));
      return { code: ran.status, said: ran.stderr };
    };
    expect(check((row, n) => n === 0 ? "stored.looking_after_myself" : row[scale])).toEqual({ code: 0, said: "" });
    const wrong = check((row, n) => n === 0 ? "stored.looking_after_myself" : n === 1 ? "6" : row[scale]);
    expect(wrong.code).toBe(1);
    expect(wrong.said).toContain("stored 6, ours 5. The stored one was worked out by the same rules from the same answers.");
  });

  await test.step("locked, without a network, loaded again and unlocked, everything is still there", async () => {
    await installed(page);
    await lock(page);
    await expect(page.locator("body")).not.toContainText(NAME);
    await context.setOffline(true);
    await page.reload();
    await unlock(page);
    await toPeople(page);
    await toPerson(page, NAME);
    await page.getByRole("link", { name: "What is strong" }).first().click();
    await on(page, "profile");
    await expect(page.locator("blockquote.own-words").first()).toHaveText(WORDS, { useInnerText: false });
    await page.getByRole("link", { name: "Back", exact: true }).click();
    await page.getByRole("link", { name: "What has changed" }).click();
    await on(page, "change");
    await change();
    await toPeople(page);
    await addPerson(page, "Ref 12");
    await begin(page);
    await answer(page, "matters", "Still here");
    await context.setOffline(false);
  });
});
