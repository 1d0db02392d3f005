// Measurements of the built app. `cargo xtask bench` starts them; they are no tests: a budget missed
// fails nothing, only a measurement that could not be made does.
import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: ".",
  testMatch: "*.bench.ts",
  outputDir: "../results/bench",
  workers: 1,
  retries: 0,
  timeout: 600_000,
});
