// Breaks a paragraph into lines of a width. Between two Chinese characters a line may break anywhere but before
// closing and after opening punctuation (GB/T 15834); Latin words and figures stay whole unless one alone is wider
// than the line. First fit, as a typesetter does it by hand.

import type { Millimetres, TextLine, TextRun, TextStyle } from "../page.ts";
import { measureText } from "./measure-text.ts";

/** Lines of the runs set one after another; a line feed in a run begins a new line. Never empty. */
export function breakLines(runs: readonly TextRun[], width: Millimetres): TextLine[] {
  const lines: TextLine[] = [];
  let line: TextRun[] = [];
  let used = 0;
  const flush = (joint: TextLine["joint"]): void => {
    const trimmed = trimEnd(line);
    const width = trimmed.reduce((sum, run) => sum + measureText(run.text, run), 0);
    const isCut = joint === "" && (line.at(-1)?.text ?? "") !== (trimmed.at(-1)?.text ?? "");
    lines.push({ runs: trimmed, width, joint: isCut ? " " : joint });
    line = [];
    used = 0;
  };
  for (const piece of unbreakable(runs, width)) {
    if (piece.text === "\n") {
      flush("\n");
      continue;
    }
    if (used + measureText(piece.text.trimEnd(), piece) > width && line.length > 0) flush("");
    if (line.length === 0 && piece.text.trim() === "") continue;
    used += measureText(piece.text, piece);
    line = append(line, piece);
  }
  if (line.length > 0 || lines.length === 0) flush("");
  return lines;
}

/** The runs that lines were broken from: what a break took is put back, so that they can be broken anew. */
export const joinLines = (lines: readonly TextLine[]): TextRun[] =>
  lines.flatMap(({ runs, joint }, i) => {
    const last = runs.at(-1);
    if (i + 1 === lines.length || joint === "" || last === undefined) return runs;
    return [...runs.slice(0, -1), { ...last, text: last.text + joint }];
  });

/** Pieces that a line takes whole: those wider than a line letter by letter. */
const unbreakable = (runs: readonly TextRun[], width: Millimetres): TextRun[] =>
  piecesOf(runs).flatMap((piece) =>
    measureText(piece.text.trimEnd(), piece) > width
      ? [...piece.text].map((text) => ({ ...piece, text }))
      : [piece],
  );

const CLOSING = /^[，。、；：？！）》」』”’】〕…％%,.;:?!)\]}·]/u;
const OPENING = /[（《「『“‘【〔([{]$/u;

/** The smallest stretches that a line may not break; those of two runs never join. */
function piecesOf(runs: readonly TextRun[]): TextRun[] {
  const pieces: TextRun[] = [];
  for (const run of runs) {
    const words = run.text.match(
      /\n|[^\S\n]+|[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]|[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+[^\S\n]?/gu,
    );
    for (const text of words ?? []) {
      const last = pieces.at(-1);
      const joins =
        last !== undefined &&
        text !== "\n" &&
        last.text !== "\n" &&
        sameStyle(last, run) &&
        (CLOSING.test(text) || OPENING.test(last.text));
      if (joins) pieces[pieces.length - 1] = { ...last, text: last.text + text };
      else pieces.push({ ...run, text });
    }
  }
  return pieces;
}

const sameStyle = (a: TextStyle, b: TextStyle): boolean =>
  a.size === b.size && a.weight === b.weight && a.color === b.color;

function append(line: readonly TextRun[], piece: TextRun): TextRun[] {
  const last = line.at(-1);
  return last !== undefined && sameStyle(last, piece)
    ? [...line.slice(0, -1), { ...last, text: last.text + piece.text }]
    : [...line, piece];
}

function trimEnd(line: readonly TextRun[]): TextRun[] {
  const last = line.at(-1);
  return last === undefined ? [] : [...line.slice(0, -1), { ...last, text: last.text.trimEnd() }];
}
