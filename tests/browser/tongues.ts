// Which words are of one language alone, and where they stand on a page that says it is in the other.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

export type Tongue = "en" | "cy";

/** A piece of text that stands between what is filled in, and whether it is the whole of a message. */
type Piece = { words: string; whole: boolean };

/** The pieces of a Fluent file: what stands after a name or a case, without what is filled in. */
function messages(text: string): Piece[] {
  return text.split("\n").filter((line) => !line.startsWith("#")).flatMap((line) => {
    const said = line.replace(/^[\w-]+ =|^\s+\*?\[\w+\]|^\s+\.[\w-]+ =/, "").replace(/\{[^}]*->\s*$/, "");
    const pieces = said.split(/\{[^}]*\}|[{}]/).map((piece) => piece.trim());
    return pieces.map((words) => ({ words, whole: pieces.length === 1 }));
  });
}

function strings(value: unknown): string[] {
  return typeof value === "string" ? [value] : typeof value === "object" && value !== null ? Object.values(value).flatMap(strings) : [];
}

function below(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((name) => join(ROOT, folder, name));
}

function pieces(tongue: Tongue): Piece[] {
  const locales = below(`web/locales/${tongue}`).filter((file) => file.endsWith(".ftl"));
  const wordings = [...below("instruments"), ...below("web/about-you")].filter((file) => new RegExp(`wording\\.${tongue}(-easy)?\\.json$`).test(file));
  const told = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));
  return [
    ...locales.flatMap((file) => messages(readFileSync(file, "utf8"))),
    ...wordings.flatMap((file) => strings(told(file))).map((words) => ({ words: words.trim(), whole: true })),
  ].filter(({ words }) => /\p{L}{2}/u.test(words));
}

const ALL = { en: pieces("en"), cy: pieces("cy") };
const ALONE = { en: alone("en", "cy"), cy: alone("cy", "en") };

function alone(tongue: Tongue, other: Tongue): { whole: Set<string>; parts: string[] } {
  const both = new Set(ALL[other].map(({ words }) => words));
  const own = ALL[tongue].filter(({ words }) => !both.has(words));
  // Shorter than three words may be part of anything.
  const parts = own.map(({ words }) => words).filter((words) => words.split(/\s+/).length > 2);
  return { whole: new Set(own.filter(({ whole }) => whole).map(({ words }) => words)), parts: [...new Set(parts)] };
}

/** What stands on the page in the other language and is not marked as being in it. */
export async function unmarked(page: Page, tongue: Tongue): Promise<string[]> {
  const texts = await page.evaluate((tongue) => {
    const found: string[] = [document.title];
    for (const one of document.querySelectorAll("body, body *")) {
      if (one.matches("script, style, noscript") || one.closest("[lang]")?.getAttribute("lang") !== tongue || !one.checkVisibility()) {
        continue;
      }
      found.push(...[...one.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent ?? ""));
      found.push(...["aria-label", "title", "placeholder", "alt"].map((name) => one.getAttribute(name) ?? ""));
    }
    return found.map((text) => text.trim()).filter((text) => text !== "");
  }, tongue);
  const other = ALONE[tongue === "en" ? "cy" : "en"];
  return [...new Set(texts.filter((text) => other.whole.has(text) || other.parts.some((part) => text.includes(part))))];
}
