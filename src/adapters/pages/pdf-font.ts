// One weight of the printed font inside a PDF: the characters used so far, and in the end a subset embedded as a
// composite font (Identity-H) with a map back to Unicode, so that text can be selected and searched. Halos are drawn
// from the glyphs' outlines, each a form used again and again: as text they would be found a second time.

import { type GlyphParts, readOutline, walkContour } from "./glyph-outline.ts";
import { hex4, type PdfFile, pdfNumber } from "./pdf-file.ts";
import type { FontFile } from "./truetype.ts";

export class PdfFont {
  /** Name in the resources of a page. */
  readonly name: string;
  private readonly font: FontFile;
  private readonly family: string;
  private readonly glyphs: number[] = [0];
  private readonly codes: number[] = [0];
  private readonly numbers = new Map<number, number>();
  private readonly halos = new Set<number>();

  constructor(font: FontFile, family: string, name: string) {
    this.font = font;
    this.family = family;
    this.name = name;
  }

  /** The text as the hexadecimal string of its glyphs in this document. */
  encode(text: string): string {
    let hex = "";
    for (const letter of text) hex += hex4(this.numberOf(letter.codePointAt(0)!));
    return `<${hex}>`;
  }

  /** The outlines of the text, stroked; `size` and place in millimetres on a page whose y runs down. */
  outline(text: string, x: number, y: number, size: number, width: number): string {
    const unit = size / this.font.unitsPerEm;
    const parts = [
      `${unit.toFixed(7)} 0 0 ${(-unit).toFixed(7)} ${pdfNumber(x)} ${pdfNumber(y)} cm`,
      `${pdfNumber(width / unit)} w`,
    ];
    for (const letter of text) {
      const number = this.numberOf(letter.codePointAt(0)!);
      this.halos.add(number);
      parts.push(`/${this.haloName(number)} Do 1 0 0 1 ${this.font.advanceOf(this.glyphs[number]!)} 0 cm`);
    }
    return parts.join(" ");
  }

  private numberOf(code: number): number {
    const known = this.numbers.get(code);
    if (known !== undefined) return known;
    const number = this.glyphs.length;
    this.numbers.set(code, number);
    this.glyphs.push(this.font.glyphOf(code));
    this.codes.push(code);
    return number;
  }

  private readonly haloName = (number: number): string => `${this.name}x${number}`;

  /** Writes the outlines used; returns their resource entries. */
  embedHalos(file: PdfFile): string {
    const box = this.font.box.join(" ");
    const entries = [...this.halos].map((number) => {
      const path = this.pathOf(this.glyphs[number]!, 0, 0).join(" ");
      const form = file.addStream(`${path} S`, `/Type /XObject /Subtype /Form /BBox [${box}]`);
      return `/${this.haloName(number)} ${form} 0 R`;
    });
    return entries.join(" ");
  }

  private pathOf(glyph: number, dx: number, dy: number): string[] {
    const { contours, parts }: GlyphParts = readOutline(this.font.outlineOf(glyph));
    const out: string[] = [];
    const at = (...values: number[]): string =>
      values.map((v, i) => pdfNumber(v + (i % 2 === 0 ? dx : dy))).join(" ");
    for (const contour of contours) {
      walkContour(contour, {
        move: (x, y) => out.push(`${at(x, y)} m`),
        line: (x, y) => out.push(`${at(x, y)} l`),
        curve: (...values) => out.push(`${at(...values)} c`),
      });
      out.push("h");
    }
    return [...out, ...parts.flatMap((part) => this.pathOf(part.glyph, dx + part.dx, dy + part.dy))];
  }

  /** Writes the font; returns its resource entry. */
  embed(file: PdfFile): string {
    const { font, glyphs } = this;
    const bytes = font.subset(glyphs);
    const stream = file.addStream(bytes, `/Length1 ${bytes.length}`);
    const toEm = (value: number): number => Math.round((value * 1000) / font.unitsPerEm);
    const baseName = `QDPLAN+${this.family}`;
    const descriptor = file.add(
      `<< /Type /FontDescriptor /FontName /${baseName} /Flags 4 /FontBBox [${font.box.map(toEm).join(" ")}]` +
        ` /ItalicAngle 0 /Ascent ${toEm(font.ascent)} /Descent ${toEm(font.descent)} /CapHeight 733 /StemV 80` +
        ` /FontFile2 ${stream} 0 R >>`,
    );
    const widths = glyphs.map((glyph) => toEm(font.advanceOf(glyph))).join(" ");
    const descendant = file.add(
      `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${baseName} /FontDescriptor ${descriptor} 0 R` +
        ` /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /CIDToGIDMap /Identity` +
        ` /DW 1000 /W [0 [${widths}]] >>`,
    );
    const map = file.addStream(unicodeMap(this.codes));
    const text = file.add(
      `<< /Type /Font /Subtype /Type0 /BaseFont /${baseName} /Encoding /Identity-H` +
        ` /DescendantFonts [${descendant} 0 R] /ToUnicode ${map} 0 R >>`,
    );
    return `/${this.name} ${text} 0 R`;
  }
}

function utf16(code: number): string {
  const text = String.fromCodePoint(code);
  let hex = "";
  for (let i = 0; i < text.length; i++) hex += hex4(text.charCodeAt(i));
  return hex;
}

/** A ToUnicode map (Adobe technical note 5411), at most a hundred entries a block. */
function unicodeMap(codes: readonly number[]): string {
  const entries = codes.slice(1).map((code, i) => `<${hex4(i + 1)}> <${utf16(code)}>`);
  const blocks: string[] = [];
  for (let i = 0; i < entries.length; i += 100) {
    const block = entries.slice(i, i + 100);
    blocks.push(`${block.length} beginbfchar\n${block.join("\n")}\nendbfchar`);
  }
  return [
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
    "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
    "1 begincodespacerange <0000> <FFFF> endcodespacerange",
    ...blocks,
    "endcmap CMapName currentdict /CMap defineresource pop end end",
  ].join("\n");
}
