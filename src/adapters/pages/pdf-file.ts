// The bytes of a PDF 1.7 file (ISO 32000-1): numbered objects, compressed streams, cross-reference table. Nothing here
// knows what is on a page.

import { zlibSync } from "fflate";

export class PdfFile {
  private readonly bodies: (Uint8Array | null)[] = [];

  /** A number for an object that is written later. */
  reserve(): number {
    this.bodies.push(null);
    return this.bodies.length;
  }

  add(body: string): number {
    const id = this.reserve();
    this.write(id, body);
    return id;
  }

  write(id: number, body: string): void {
    this.bodies[id - 1] = latin(body);
  }

  /** A compressed stream; `entries` go into its dictionary. */
  addStream(content: Uint8Array | string, entries = ""): number {
    const id = this.reserve();
    const packed = zlibSync(typeof content === "string" ? latin(content) : content, { level: 7 });
    const head = latin(`<< /Length ${packed.length} /Filter /FlateDecode ${entries} >>\nstream\n`);
    this.bodies[id - 1] = join([head, packed, latin("\nendstream")]);
    return id;
  }

  finish(root: number, info: number): Uint8Array {
    const parts: Uint8Array[] = [latin("%PDF-1.7\n"), Uint8Array.of(0x25, 0xe2, 0xe3, 0xcf, 0xd3, 0x0a)];
    let length = parts[0]!.length + parts[1]!.length;
    const offsets = this.bodies.map((body, i) => {
      if (body === null) throw new Error(`object ${i + 1} of the PDF was reserved and never written`);
      const object = join([latin(`${i + 1} 0 obj\n`), body, latin("\nendobj\n")]);
      const start = length;
      parts.push(object);
      length += object.length;
      return start;
    });
    const count = offsets.length + 1;
    const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
    const trailer = `trailer\n<< /Size ${count} /Root ${root} 0 R /Info ${info} 0 R >>\nstartxref\n${length}\n%%EOF\n`;
    parts.push(latin(`xref\n0 ${count}\n0000000000 65535 f \n${table}${trailer}`));
    return join(parts);
  }
}

/** Text of document information and bookmarks: UTF-16 in hexadecimal. */
export function pdfText(text: string): string {
  let hex = "FEFF";
  for (let i = 0; i < text.length; i++) hex += hex4(text.charCodeAt(i));
  return `<${hex}>`;
}

export const hex4 = (value: number): string => value.toString(16).toUpperCase().padStart(4, "0");

/** A number in as few letters as two decimals take: a hundredth of a millimetre. */
export function pdfNumber(value: number): string {
  const text = value.toFixed(2);
  return text.replace(/\.?0+$/, "").replace(/^-0$/, "0");
}

function latin(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const part of parts) {
    whole.set(part, end);
    end += part.length;
  }
  return whole;
}
