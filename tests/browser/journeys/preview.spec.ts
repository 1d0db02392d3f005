// An author looks at a definition before it is in the app: `cargo xtask serve --preview FILE`, with its own server,
// started here as an author would start it.
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { expect, test as base } from "../fixtures.ts";
import { AXE, looksRight } from "../look.ts";
import { main, on, tap } from "../walk.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const shipped = (name: string) => join(ROOT, "instruments/strengths-profile", name);

let server: ChildProcess;
let url = "";
const folder = mkdtempSync(join(tmpdir(), "trellis-preview-"));
const file = join(folder, "definition.json");

// Requests to the preview are requests to our own address.
const test = base.extend({ baseURL: async ({}, use) => use(url) });

/** Puts the shipped definition and its two wordings on the desk. */
function lay(): void {
  for (const name of ["definition.json", "wording.en.json", "wording.cy.json"]) {
    copyFileSync(shipped(name), join(folder, name));
  }
}

/** Changes a file as an author would, by its text. */
function change(name: string, from: string, to: string): void {
  const text = readFileSync(join(folder, name), "utf8");
  expect(text, `${name} holds ${from}`).toContain(from);
  writeFileSync(join(folder, name), text.replace(from, to));
}

test.beforeAll(async () => {
  test.setTimeout(900_000);
  lay();
  const program = process.env.TRELLIS_XTASK;
  const words = ["serve", "--port", "0", "--preview", file];
  server = program ? spawn(program, words, { cwd: ROOT }) : spawn("cargo", ["xtask", ...words], { cwd: ROOT });
  let said = "";
  let told = "";
  server.stderr?.on("data", (bytes) => (told += bytes));
  url = await new Promise((ready, never) => {
    server.stdout?.on("data", (bytes) => {
      said += bytes;
      const line = /^(http:\/\/127\.0\.0\.1:\d+\/)\n$/m.exec(said);
      if (line) {
        ready(line[1]);
      }
    });
    server.on("exit", () => never(new Error(`The preview did not start:\n${told}`)));
  });
});

test.afterAll(() => {
  server.removeAllListeners("exit");
  server.kill();
  rmSync(folder, { recursive: true });
});

test.beforeEach(async ({ page }) => {
  lay();
  await page.addInitScript({ path: AXE });
});

const press = (page: Page) => page.getByRole("button", { name: "Continue", exact: true }).click();

test("a definition is met page by page, a gate opens as it would, and nothing of it is kept", async ({ page }) => {
  await page.goto("/");
  await on(page, "preview-page");
  await expect(main(page)).toHaveAttribute("data-instrument", "strengths-profile");
  await looksRight(page, "beginning");
  await press(page);
  await expect(main(page)).toHaveAttribute("data-item", /./);
  await expect(page.locator("#heading")).toBeFocused();
  await looksRight(page, "first questions");
  while ((await main(page).getAttribute("data-item")) !== "groups_any") {
    const here = page.url();
    await page.locator("main .go-on button").click();
    await expect.poll(() => page.url()).not.toBe(here);
  }
  const gate = page.url();
  await press(page);
  await expect(main(page)).not.toHaveAttribute("data-item", "group_support");
  await page.goBack();
  await expect(main(page)).toHaveAttribute("data-item", "groups_any");
  await tap(page, "groups_any-1");
  await press(page);
  await expect(main(page)).toHaveAttribute("data-item", "group_support");
  // An answer stands as long as the page does.
  await page.goto(gate);
  await expect(main(page)).toHaveAttribute("data-item", "groups_any");
  await expect(page.locator("#groups_any-1")).not.toBeChecked();
  expect(await page.evaluate(async () => [(await indexedDB.databases()).length, localStorage.length, sessionStorage.length])).toEqual([0, 0, 0]);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
});

test("every question stands on one page, with what the author said of it", async ({ page }) => {
  const definition = JSON.parse(readFileSync(shipped("definition.json"), "utf8"));
  const words = JSON.parse(readFileSync(shipped("wording.en.json"), "utf8"));
  await page.goto("/?page=all");
  await on(page, "preview-page");
  await expect(page.locator(".answer-card")).toHaveCount(definition.items.length);
  for (const { id } of definition.items) {
    await expect.soft(page.locator(`#item-${id}`)).toContainText(words.items[id].text);
  }
  const gated = definition.items.find((item: { ask_when?: object }) => item.ask_when !== undefined);
  const facts = page.locator("details").filter({ hasText: gated.id }).last();
  await facts.locator("summary").click();
  await expect(facts).toContainText(`Asked when ${gated.ask_when.item} is ${gated.ask_when.is.join(" or ")}.`);
  await looksRight(page, "all");
});

test("a question is met in Welsh, and marked as Welsh where the page is not", async ({ page }) => {
  const words = JSON.parse(readFileSync(shipped("wording.cy.json"), "utf8"));
  const [id] = Object.keys(words.items);
  await page.goto("/?page=all&lang=cy");
  await expect(page.locator("html")).toHaveAttribute("lang", "cy");
  await expect(page.locator(`#item-${id}`)).toContainText(words.items[id].text);
  await expect(page.getByText("wording.cy.json, ", { exact: false })).toBeVisible();
  await looksRight(page, "Welsh");
  // A wording that is not there is said to be missing, and another is shown in its own language.
  rmSync(join(folder, "wording.cy.json"));
  await page.reload();
  await expect(page.getByText("There is no wording for cy: this is wording.en.json.")).toBeVisible();
  await expect(page.locator(`#item-${id} [lang=en]`).first()).toBeVisible();
});

test("without a wording the topics stand in, and that is said", async ({ page }) => {
  rmSync(join(folder, "wording.cy.json"));
  rmSync(join(folder, "wording.en.json"));
  const definition = JSON.parse(readFileSync(shipped("definition.json"), "utf8"));
  await page.goto("/?page=all");
  await expect(page.getByText("No wording lies beside it", { exact: false })).toBeVisible();
  await expect(page.locator(`#item-${definition.items[0].id}`)).toContainText(definition.items[0].topic);
});

test("every fault is shown in place of the page, as trellis check says them, and mending the file shows it", async ({ page }) => {
  change("definition.json", '"version"', '"virsion"');
  change("definition.json", '"offered"', '"nonsense"');
  await page.goto("/");
  await on(page, "preview-faults");
  const faults = page.locator("main li");
  const paths = async () => (await faults.allTextContents()).map((fault) => fault.split(": ").slice(0, 2).join(": ")).sort();
  expect(await paths()).toEqual(["definition.json: nonsense", "definition.json: offered", "definition.json: version", "definition.json: virsion"]);
  await expect(page.locator("h1")).toHaveText("4 things to mend");
  await expect(page.locator(".answer-card")).toHaveCount(0);
  await looksRight(page, "faults");
  // Mended in the definition, wrong in both wordings: all of it is said at once.
  lay();
  change("wording.en.json", '"title"', '"tittle"');
  writeFileSync(join(folder, "wording.cy.json"), "{");
  await page.getByRole("link", { name: "Load again" }).click();
  await expect(page.locator("h1")).toHaveText("3 things to mend");
  expect(await paths()).toEqual(["wording.cy.json: 1:1", "wording.en.json: title", "wording.en.json: tittle"]);
  const command = process.env.TRELLIS_COMMAND;
  if (command !== undefined && existsSync(command)) {
    expect((await faults.allTextContents()).sort()).toEqual(checked(command));
  }
  lay();
  await page.reload();
  await on(page, "preview-page");
});

/** What the command says of the same files. */
function checked(command: string): string[] {
  const files = ["definition.json", "wording.en.json", "wording.cy.json"];
  const ran = spawnSync(command, ["check", ...files], { cwd: folder, encoding: "utf8" });
  expect(ran.status).toBe(1);
  return String(ran.stderr).split("\n").filter((line) => /^(definition|wording)\./.test(line)).sort();
}

test("a file that is gone is said to be gone, and the app's own build holds no preview", async ({ page }) => {
  rmSync(file);
  await page.goto("/");
  await on(page, "preview-faults");
  await expect(page.locator("main li")).toContainText("definition.json: 1:1: cannot be read");
  const app = await fetch(new URL("/sw.js", process.env.TRELLIS_URL));
  const kept = await app.text();
  expect(kept).toContain("/assets/app-");
  expect(kept).not.toContain("preview");
});
