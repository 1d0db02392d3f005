// About an instrument: what it asks, how it is scored, where it comes from, and what nobody has established. Whatever
// the definition says is on the page, and where it says nothing the page claims nothing.
import { readdirSync, readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, test, today } from "../fixtures.ts";
import { AXE, looksRight } from "../look.ts";
import { addPerson, begin, finish, main, makeVault, on, openExamples, toPerson, walk } from "../walk.ts";

type Scale = { change?: object; bands?: { name: string }[]; source: { citation: string } };
type Definition = {
  id: string; version: string; title: string; offered: boolean; wording: string; items: { id: string; topic: string }[]; scales: Scale[];
  licence: { terms: string; wording: string }; source: { citation: string }; not_established?: { fact: string; sentence: string }[];
};

const folder = new URL("../../../instruments/", import.meta.url);
const definitions: Definition[] = readdirSync(folder, { withFileTypes: true })
  .filter((one) => one.isDirectory())
  .map((one) => JSON.parse(readFileSync(new URL(`${one.name}/definition.json`, folder), "utf8")));
const offered = definitions.filter((one) => one.offered);

test.beforeEach(async ({ page }) => {
  await today(page, "2026-03-02");
  await page.addInitScript({ path: AXE });
});

const link = (page: Page, name: string) => page.getByRole("link", { name, exact: true });
const row = (page: Page, title: string) => page.locator(".instrument-row", { has: page.getByRole("heading", { name: title, exact: true }) });

/** From the page that offers others to what one of them is. */
async function about(page: Page, definition: Definition): Promise<void> {
  await row(page, definition.title).getByRole("link", { name: "About these questions" }).click();
  await on(page, "instrument");
  await expect(main(page)).toHaveAttribute("data-instrument", definition.id);
}

test("every instrument says all its definition says, and what nobody has established", async ({ page }) => {
  test.setTimeout(120_000);
  await openExamples(page);
  await toPerson(page, "Bea");
  await link(page, "Another assessment").click();
  await on(page, "another");
  for (const definition of offered) {
    await about(page, definition);
    const said = (await main(page).textContent()) ?? "";
    const must = [
      definition.version, definition.licence.terms, definition.licence.wording, definition.source.citation,
      ...definition.scales.map((scale) => scale.source.citation),
      ...definition.scales.flatMap((scale) => scale.bands?.map((band) => band.name) ?? []),
      ...(definition.not_established?.map((one) => one.sentence) ?? []),
      ...definition.items.flatMap((item) => [item.id, item.topic]),
    ];
    expect.soft(must.filter((one) => !said.includes(one)), `${definition.id} leaves out`).toEqual([]);
    const times = (sentence: string) => said.split(sentence).length - 1;
    const unjudged = definition.scales.filter((scale) => scale.change === undefined).length;
    expect.soft(times("Not established: how large a difference"), `${definition.id}: change`).toBe(unjudged);
    const unbanded = definition.scales.filter((scale) => scale.bands === undefined).length;
    expect.soft(times("Not established: what counts as high or low"), `${definition.id}: bands`).toBe(unbanded);
    await expect.soft(page.locator(".key-table tbody tr"), definition.id).toHaveCount(definition.items.length);
    const ours = definition.wording === "ours";
    expect.soft(said.includes("A Welsh speaker has not reviewed it yet."), `${definition.id}: Welsh`).toBe(ours);
    expect.soft(said.includes("The words of the questions belong to others"), `${definition.id}: words`).toBe(!ours);
    await page.goBack();
    await on(page, "another");
  }
});

test("how it is scored stands in words and as the key", async ({ page }) => {
  await openExamples(page);
  await toPerson(page, "Bea");
  await link(page, "Another assessment").click();
  const of = (id: string) => offered.find((one) => one.id === id) as Definition;
  await about(page, of("swemwbs-7"));
  await expect(main(page)).toContainText("Adds the points of 7 questions.");
  await expect(main(page)).toContainText("A missing answer never counts as nought.");
  await expect(main(page)).toContainText("The result is looked up in a table. That gives 7 to 35.");
  await expect(main(page)).toContainText("A higher number is better.");
  await page.locator("summary").first().click();
  await looksRight(page, "about a published measure");
  await page.goBack();
  await about(page, of("mirc-28"));
  await expect(page.locator(".key-table tbody tr").filter({ hasText: "Turned round" }).first()).toContainText("Turned round: 5 − code");
  await page.goBack();
  await about(page, of("lsns-6"));
  await looksRight(page, "about a measure with subscales");
});

test("it is found from the beginning of an assessment and from what one shows, in both languages", async ({ page }) => {
  await makeVault(page);
  await addPerson(page, "Nia");
  await page.getByRole("link", { name: "Start together" }).click();
  await on(page, "begin");
  await link(page, "About these questions").click();
  await on(page, "instrument");
  await expect(page.locator("#heading")).toBeFocused();
  await looksRight(page, "about ours");
  await page.getByRole("button", { name: "Cymraeg" }).click();
  await expect(page.locator("#heading")).toHaveText("Am y cwestiynau hyn");
  await expect(main(page)).toContainText("Does dim siaradwr Cymraeg wedi'i adolygu eto.");
  await expect(page.locator("main [lang=en]").first()).toBeVisible();
  await looksRight(page, "about ours, in Welsh");
  await page.getByRole("button", { name: "English" }).click();
  await page.goBack();
  await page.goBack();
  await begin(page);
  await walk(page, {});
  await finish(page);
  await link(page, "About these questions").click();
  await on(page, "instrument");
  await expect(main(page)).toHaveAttribute("data-instrument", "strengths-profile");
});
