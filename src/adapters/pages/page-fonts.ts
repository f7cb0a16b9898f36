// The font pages are printed with: Noto Sans SC (SIL Open Font License 1.1) in two weights, as TrueType files. Where
// they lie is the host's knowledge; they are read when a page is first drawn.

export interface PageFonts {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
}
