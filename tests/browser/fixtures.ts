// What every journey gets: a page that is watched. A violation of the content security policy, an
// error in the console, a fault nobody caught or a request to any other address fails the journey
// that caused it, unless the journey said beforehand that it would.
import { test as base, expect, type Page } from "@playwright/test";

/** What went wrong on the watched pages, in the order it happened. */
export class Watch {
  readonly troubles: string[] = [];
  private readonly expected: RegExp[] = [];

  /** Says that a trouble like this belongs to the journey. It then has to happen. */
  expects(trouble: RegExp): void {
    this.expected.push(trouble);
  }

  note(trouble: string): void {
    this.troubles.push(trouble);
  }

  settle(): void {
    const unexpected = this.troubles.filter((trouble) => !this.expected.some((one) => one.test(trouble)));
    const missing = this.expected.filter((one) => !this.troubles.some((trouble) => one.test(trouble)));
    expect(unexpected, "troubles the journey did not expect").toEqual([]);
    expect(missing.map(String), "troubles the journey expected that never came").toEqual([]);
  }
}

/** Watches a page. The `page` of every journey is watched already; a second tab needs this call. */
export async function watchPage(page: Page, watch: Watch, origin: string): Promise<void> {
  await page.exposeBinding("noteTrellisTrouble", (_source, trouble: string) => watch.note(trouble));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const note = (globalThis as unknown as { noteTrellisTrouble(trouble: string): void }).noteTrellisTrouble;
      note(`policy violation: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  page.on("console", (message) => {
    if (message.type() === "error") {
      watch.note(`console error: ${message.text()}`);
    }
  });
  page.on("pageerror", (fault) => watch.note(`uncaught: ${fault.message}`));
  page.on("crash", () => watch.note("the page crashed"));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith("blob:") && !url.startsWith("data:")) {
      watch.note(`request elsewhere: ${url}`);
    }
  });
}

/** Makes it that day for the page; its timers go on as usual. Call it before `page.goto`. */
export async function today(page: Page, day: string): Promise<void> {
  await page.clock.setFixedTime(new Date(`${day}T10:00:00`));
}

/** Waits until the service worker is in charge of this page and everything is stored. */
export async function installed(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller === null) {
      await new Promise((done) => navigator.serviceWorker.addEventListener("controllerchange", done, { once: true }));
    }
  });
}

export const test = base.extend<{ watch: Watch }>({
  watch: async ({}, use) => {
    await use(new Watch());
  },
  page: async ({ page, watch, baseURL }, use) => {
    await watchPage(page, watch, new URL(baseURL ?? "").origin);
    await use(page);
    watch.settle();
  },
});

export { expect };
