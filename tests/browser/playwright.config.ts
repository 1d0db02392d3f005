// Journeys through the built app in the machine's own Chromium. `cargo xtask test browser` starts
// the server with the production headers and says where it is; nothing here weakens them.
import { defineConfig } from "@playwright/test";

const url = process.env.TRELLIS_URL;
if (url === undefined) {
  throw new Error("Run the journeys with `cargo xtask test browser`, which builds and serves the app first; or set TRELLIS_URL to the address `cargo xtask serve` prints.");
}

const flags = process.env.TRELLIS_CHROMIUM_FLAGS ?? "--no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update --disable-sync";

export default defineConfig({
  testDir: "journeys",
  outputDir: "results",
  // Two cores: one browser, and one left for the server and the page's worker.
  workers: 1,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    // A tap that finds nothing to tap says so at once, not when the whole journey has run out of time.
    actionTimeout: 10_000,
    baseURL: url,
    browserName: "chromium",
    locale: "en-GB",
    timezoneId: "Europe/London",
    viewport: { width: 820, height: 1180 },
    bypassCSP: false,
    launchOptions: { executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: flags.split(" ") },
  },
});
