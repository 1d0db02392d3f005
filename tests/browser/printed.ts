// What comes out of the printer: the text of a page as a PDF reader finds it, sheet by sheet, and where on the
// paper each piece of it stands.
import type { Page } from "@playwright/test";

/** A piece of text: its left, right and bottom edge and the size of its letters, in points. */
export type Piece = { words: string; left: number; right: number; bottom: number; size: number };
export type Paper = { width: number; height: number; pieces: Piece[] };

/** Millimetres of paper to points. */
const mm = (length: number) => (length / 25.4) * 72;
/** As the style sheet has them. */
const MARGIN = { side: mm(16), end: mm(18) };

/** The reader of PDF files. It speaks of what it would need to draw, and nothing is drawn here. */
async function reader(): Promise<typeof import("pdfjs-dist")> {
  Object.assign(globalThis, { DOMMatrix: class {}, ImageData: class {}, Path2D: class {} });
  return import("pdfjs-dist/legacy/build/pdf.mjs");
}

/** The page as it is printed on A4. */
export async function printed(page: Page): Promise<Paper[]> {
  const { getDocument, VerbosityLevel } = await reader();
  const data = new Uint8Array(await page.pdf({ format: "A4", preferCSSPageSize: true, printBackground: false }));
  const pdf = await getDocument({ data, verbosity: VerbosityLevel.ERRORS }).promise;
  const papers: Paper[] = [];
  for (let n = 1; n <= pdf.numPages; n += 1) {
    const sheet = await pdf.getPage(n);
    const { width, height } = sheet.getViewport({ scale: 1 });
    const { items } = await sheet.getTextContent();
    const pieces = items.flatMap((item) => {
      if (!("str" in item) || item.str.trim() === "") return [];
      const [, , slant, upright, left, bottom] = item.transform as number[];
      return [{ words: item.str, left, right: left + item.width, bottom, size: Math.hypot(slant, upright) }];
    });
    papers.push({ width, height, pieces });
  }
  await pdf.destroy();
  return papers;
}

/** Without spaces: how a PDF parts words says nothing about what stands there. */
export const solid = (words: string): string => words.normalize("NFC").replace(/[\s\u00ad\u200b]+/g, "");
export const words = (paper: Paper): string => solid(paper.pieces.map((piece) => piece.words).join(""));

/** How often something stands on these papers, each looked at alone: what is broken over two is on neither. */
export function times(papers: Paper[], wanted: string): number {
  return papers.map((paper) => words(paper).split(solid(wanted)).length - 1).reduce((all, one) => all + one, 0);
}

/** How something begins, as its heading and what comes right after it, and is not so on any one sheet. */
export const parted = (papers: Paper[], beginnings: string[][]): string[] =>
  beginnings.filter((parts) => times(papers, parts.join("")) === 0).map(([heading]) => heading);

/** What reaches beyond the margins, or is too small to be read. */
export function unfit(papers: Paper[], smallest: number): string[] {
  return papers.flatMap((paper, n) => {
    const outside = ({ left, right, bottom }: Piece) =>
      left < MARGIN.side - 1 || right > paper.width - MARGIN.side + 1 || bottom < 12 || bottom > paper.height - MARGIN.end + 1;
    const why = (piece: Piece) => [...(outside(piece) ? ["beyond the margin"] : []), ...(piece.size < smallest - 0.01 ? [`${piece.size} points`] : [])];
    return paper.pieces.flatMap((piece) => why(piece).map((one) => `page ${n + 1}: ${one}: ${piece.words}`));
  });
}
