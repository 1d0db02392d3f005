// Looks at a page for everybody: by ear, on a small screen, with a large finger.
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import { expect } from "./fixtures.ts";

export const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** The least a thing to press may be high and wide; more where the tablet is handed over. */
export const FINGER = { usual: 44, handed: 56 };

declare global {
  interface Window { axe: { run(root: Document, how: object): Promise<{ violations: { id: string; nodes: { target: unknown[]; failureSummary?: string }[] }[] }> } }
}

/** What axe finds: the rule and where. The page must have been given `AXE` as an init script. */
export async function violations(page: Page): Promise<string[]> {
  const found = await page.evaluate(async (tags) => (await window.axe.run(document, { runOnly: tags, resultTypes: ["violations"] })).violations, TAGS);
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${String(node.target[0])}: ${(node.failureSummary ?? "").split("\n")[1]?.trim() ?? ""}`));
}

/** What can be tapped but is too small for a finger. A link inside a sentence may be as small as its words. */
export async function small(page: Page, finger = FINGER.usual): Promise<string[]> {
  return page.evaluate((finger) => {
    const inSentence = (one: Element) =>
      one.matches("p a, li a, dd a") && [...(one.parentElement?.childNodes ?? [])].some((node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? "").trim() !== "");
    // Where a tap counts: the thing itself together with its label.
    const area = (one: Element) => {
      const boxes = [one, ...((one as HTMLInputElement).labels ?? [])].map((part) => part.getBoundingClientRect());
      const width = Math.max(...boxes.map((box) => box.right)) - Math.min(...boxes.map((box) => box.left));
      const height = Math.max(...boxes.map((box) => box.bottom)) - Math.min(...boxes.map((box) => box.top));
      return { width, height };
    };
    return [...document.querySelectorAll("a[href], button, input, textarea, select, summary")]
      .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.matches(".govuk-skip-link") && !inSentence(one))
      .map((one) => ({ one, ...area(one) }))
      .filter(({ width, height }) => width < finger - 0.01 || height < finger - 0.01)
      .map(({ one, width, height }) => `${one.tagName.toLowerCase()}.${one.className} "${(one.textContent || one.id).trim().slice(0, 30)}" ${Math.round(width)}x${Math.round(height)}`);
  }, finger);
}

/** What makes a page scroll sideways as well as down. A table of numbers may, by itself: its columns are its meaning. */
export async function sideways(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const beyond = document.documentElement.scrollWidth - window.innerWidth;
    const scrolls = (one: Element) => ["auto", "scroll"].includes(getComputedStyle(one).overflowX) && one.scrollWidth > one.clientWidth + 1 && one.firstElementChild?.tagName !== "TABLE";
    const inside = [...document.querySelectorAll("body *")].filter((one) => one.checkVisibility() && scrolls(one));
    return [
      ...(beyond > 0 ? [`${beyond} pixels beyond ${window.innerWidth}`] : []),
      ...inside.map((one) => `${one.tagName.toLowerCase()}.${one.className} scrolls sideways`),
    ];
  });
}

/** A colour on its way to another is not what anybody reads: it is there at once. One without an end is called off. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const one of document.getAnimations()) {
      if (one.effect?.getComputedTiming().endTime === Infinity) one.cancel();
      else one.finish();
    }
  });
}

/** Looks at one page in every way. Faults are gathered, so that one run shows all of them. */
export async function looksRight(page: Page, name: string): Promise<void> {
  await settle(page);
  expect.soft(await violations(page), `${name}: axe`).toEqual([]);
  const before = page.viewportSize() ?? { width: 820, height: 1180 };
  for (const width of [320, 768, 1280]) {
    await page.setViewportSize({ width, height: 1000 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect.soft(wide, `${name}: pixels beyond ${width}`).toBeLessThanOrEqual(0);
    expect.soft(await small(page), `${name}: too small at ${width}`).toEqual([]);
  }
  await page.setViewportSize(before);
  await expect.soft(page, `${name}: title`).toHaveTitle(/^[^–]+ – Trellis$/);
  await expect.soft(page, `${name}: title`).not.toHaveTitle(/Canaryname|Quennell|example\)|Rhys|Marged/);
  await expect.soft(page.locator("h1:visible"), `${name}: one main heading`).toHaveCount(1);
}
