// One weight of the printed font inside a PDF: the characters used so far, and in the end a subset embedded as a
// composite font (Identity-H) with a map back to Unicode, so that text can be selected and searched. White halos use
// the same glyphs under a second name whose map says nothing: a name is found once, not twice.

import { hex4, type PdfFile } from "./pdf-file.ts";
import type { FontFile } from "./truetype.ts";

export class PdfFont {
  /** Names in the resources of a page: of the text, and of its halos. */
  readonly name: string;
  readonly haloName: string;
  private readonly font: FontFile;
  private readonly family: string;
  private readonly glyphs: number[] = [0];
  private readonly codes: number[] = [0];
  private readonly numbers = new Map<number, number>();

  constructor(font: FontFile, family: string, name: string) {
    this.font = font;
    this.family = family;
    this.name = name;
    this.haloName = `${name}h`;
  }

  /** The text as the hexadecimal string of its glyphs in this document. */
  encode(text: string): string {
    let hex = "";
    for (const letter of text) {
      const code = letter.codePointAt(0)!;
      let number = this.numbers.get(code);
      if (number === undefined) {
        number = this.glyphs.length;
        this.numbers.set(code, number);
        this.glyphs.push(this.font.glyphOf(code));
        this.codes.push(code);
      }
      hex += hex4(number);
    }
    return `<${hex}>`;
  }

  /** Writes the font; returns the resource entries of its two names. */
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
    const composite = (map: number): number =>
      file.add(
        `<< /Type /Font /Subtype /Type0 /BaseFont /${baseName} /Encoding /Identity-H` +
          ` /DescendantFonts [${descendant} 0 R] /ToUnicode ${map} 0 R >>`,
      );
    const text = composite(file.addStream(unicodeMap(this.codes, utf16)));
    const halo = composite(file.addStream(unicodeMap(this.codes, () => SILENT)));
    return `/${this.name} ${text} 0 R /${this.haloName} ${halo} 0 R`;
  }
}

/** Zero-width space: what a halo says. */
const SILENT = "200B";

function utf16(code: number): string {
  const text = String.fromCodePoint(code);
  let hex = "";
  for (let i = 0; i < text.length; i++) hex += hex4(text.charCodeAt(i));
  return hex;
}

/** A ToUnicode map (Adobe technical note 5411), at most a hundred entries a block. */
function unicodeMap(codes: readonly number[], write: (code: number) => string): string {
  const entries = codes.slice(1).map((code, i) => `<${hex4(i + 1)}> <${write(code)}>`);
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
