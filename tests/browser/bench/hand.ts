// A hand on the measured page. It speaks to the browser directly: Playwright's own looking and checking
// would run inside the page, and be measured with it.
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { chromium, type BrowserContext, type CDPSession, type Page } from "@playwright/test";
import { startClock, type Painted } from "./clock.ts";
import { setting } from "./result.ts";

/** As in the journeys. As root Chromium has no sandbox of its own, and it has no business on the network. */
const FLAGS = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

export class Hand {
  private constructor(
    readonly page: Page,
    readonly devtools: CDPSession,
    private readonly context: BrowserContext,
    private readonly profile: string,
  ) {}

  /** A browser nobody used before. Its profile is on the disk: a private window keeps its database in
   *  memory, where keeping something safely costs nothing. */
  static async fresh(headers?: Record<string, string>): Promise<Hand> {
    const profile = mkdtempSync(join(setting("TRELLIS_BENCH_FOLDER"), "profile-"));
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: setting("CHROMIUM"),
      args: FLAGS,
      viewport: { width: 820, height: 1180 },
      locale: "en-GB",
      timezoneId: "Europe/London",
      extraHTTPHeaders: headers,
    });
    const page = context.pages()[0] ?? (await context.newPage());
    await page.addInitScript(startClock);
    return new Hand(page, await context.newCDPSession(page), context, profile);
  }

  async close(): Promise<void> {
    await this.context.close();
    rmSync(this.profile, { recursive: true, force: true });
  }

  /** How many times slower the page's processor is made. */
  async slow(rate: number): Promise<void> {
    await this.devtools.send("Emulation.setCPUThrottlingRate", { rate });
  }

  /** Opens the app, without waiting for anything. */
  async open(): Promise<void> {
    await this.page.goto(setting("TRELLIS_URL"), { waitUntil: "commit" });
  }

  /** Runs a function in the page and gives what it, or its promise, comes to. */
  async run<A extends unknown[], R>(work: (...given: A) => R, ...given: A): Promise<Awaited<R>> {
    const expression = `(${work})(...${JSON.stringify(given)})`;
    const answer = await this.devtools.send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
    if (answer.exceptionDetails !== undefined) {
      throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text);
    }
    return answer.result.value;
  }

  /** Waits until a page of the app is painted. */
  async on(name: string): Promise<Painted> {
    return this.run((name) => window.clock.reached(name), name);
  }

  /** Taps what this selector finds or, failing that, what says exactly this. */
  async tap(what: string): Promise<void> {
    const [x, y] = await this.run(async (what) => {
      const says = (element: Element) => element.textContent?.trim() === what;
      const named = [...document.querySelectorAll("header a, main a, main button, main label")].find(says);
      const element = named ?? document.querySelector(what);
      if (element === null) {
        throw new Error(`nothing here to tap: ${what}`);
      }
      element.scrollIntoView({ block: "center" });
      // The browser finds what lies under a finger in the last frame, so that has to be a new one.
      await window.clock.frame();
      const box = element.getBoundingClientRect();
      return [box.x + box.width / 2, box.y + box.height / 2];
    }, what);
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    await this.page.mouse.up();
  }

  /** Taps what leads to another page, and waits until that is painted. */
  async tapOn(what: string): Promise<void> {
    const before = await this.run(() => window.clock.pages.length);
    await this.tap(what);
    await this.run((before) => window.clock.morePages(before), before);
  }

  async write(field: string, words: string): Promise<void> {
    await this.tap(field);
    await this.page.keyboard.insertText(words);
  }
}
