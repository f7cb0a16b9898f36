// Widths of text without a font at hand: the advances of Noto Sans SC, in thousandths of its size, which every
// renderer uses. Chinese, Japanese and full-width signs are one em wide; the table holds what is not. A test reads
// the font file and holds the tables equal to it. No kerning: the renderers switch it off.

import { type Millimetres, POINT, type TextStyle } from "../page.ts";

/** Width of one line. */
export function measureText(text: string, { size, weight }: Pick<TextStyle, "size" | "weight">): Millimetres {
  let thousandths = 0;
  for (const letter of text) thousandths += advanceOf(letter.codePointAt(0)!, weight);
  return (thousandths * size * POINT) / 1000;
}

/** Advance of one character in thousandths of the size. */
export function advanceOf(code: number, weight: 400 | 700): number {
  const [ascii, signs] = weight === 400 ? [REGULAR, REGULAR_SIGNS] : [BOLD, BOLD_SIGNS];
  if (code >= 32 && code < 127) return ascii[code - 32]!;
  if (code < 32) return 0;
  return signs.get(code) ?? (code < 0x2000 ? UNLISTED : 1000);
}

/** Letters of other alphabets, wide enough for nearly all: a box may be a little too long, never too short. */
const UNLISTED = 900;

const numbers = (list: string): readonly number[] => list.split(",").map(Number);
const signs = (list: string): ReadonlyMap<number, number> =>
  new Map(list.split(" ").map((entry) => [entry.codePointAt(0)!, Number(entry.slice(1))]));

const REGULAR = numbers(
  "224,323,474,555,555,921,680,278,338,338,467,555,278,347,278,392,555,555,555,555,555,555,555,555,555,555,278,278,555,555,555,474,946,608,657,638,688,589,552,689,728,293,535,646,543,812,723,742,633,742,635,596,599,721,575,878,573,531,603,338,392,338,555,559,606,563,618,510,620,554,325,564,607,275,275,552,284,926,610,606,620,620,388,468,377,607,521,802,498,521,475,338,270,338,555",
);
const BOLD = numbers(
  "227,370,574,590,590,963,740,325,378,378,507,590,325,370,325,387,590,590,590,590,590,590,590,590,590,590,325,325,590,590,590,514,1007,641,681,656,714,615,585,717,757,330,568,686,578,853,749,770,667,770,682,624,625,748,619,915,627,580,613,378,387,378,590,567,626,591,644,527,644,581,372,597,640,304,306,604,315,964,641,626,644,644,437,495,421,637,576,863,562,574,511,378,296,378,590",
);
const REGULAR_SIGNS = signs("–536 —894 ²411 °370 ©832 ·1000 ×1000 ÷1000 é554 ü607 ö606 ä563 ā563 ō606 ī275");
const BOLD_SIGNS = signs("–544 —908 ²424 °404 ©849 ·1000 ×1000 ÷1000 é581 ü637 ö626 ä591 ā591 ō626 ī304");
