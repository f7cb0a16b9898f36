// Where a JSON text goes wrong, once a parser has refused it: a pushdown scan of RFC 8259 tokens that stops at
// the first one that cannot stand. Tells a text that was cut off from one that is malformed in the middle.

export interface JsonFault {
  /** 0-based character offset of the first token that cannot stand. */
  readonly offset: number;
  /** 1-based. */
  readonly line: number;
  readonly column: number;
  /** The text ends before its last bracket closes, and is well formed up to there. */
  readonly truncated: boolean;
}

/** null when the text is well formed after all. */
export function locateJsonFault(text: string): JsonFault | null {
  const open: string[] = [];
  let expected: Expected = "value";
  let at = skipSpace(text, 0);
  while (at < text.length) {
    const token = tokenAt(text, at);
    const next: Expected | null = token === null ? null : step(expected, token, open);
    if (token === null || next === null) return faultAt(text, at, isCutToken(text, at));
    expected = next;
    at = skipSpace(text, at + token.length);
  }
  return expected === "nothing" ? null : faultAt(text, text.length, true);
}

type Expected = "value" | "valueOrEnd" | "key" | "keyOrEnd" | "colon" | "commaOrEnd" | "nothing";

const TOKEN =
  /[{}[\],:]|"[^"\\\p{Cc}]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\p{Cc}]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/uy;
const SPACE = /[ \t\r\n]*/y;
const CUT_TOKEN =
  /^(?:"[^"]*(?:\\"[^"]*)*|-|-?\d+\.|-?\d+(?:\.\d+)?[eE][+-]?|t|tr|tru|f|fa|fal|fals|n|nu|nul)$/;
const CLOSES: Readonly<Record<string, string>> = { "}": "{", "]": "[" };

function skipSpace(text: string, from: number): number {
  SPACE.lastIndex = from;
  SPACE.test(text);
  return SPACE.lastIndex;
}

function tokenAt(text: string, at: number): string | null {
  TOKEN.lastIndex = at;
  return TOKEN.exec(text)?.[0] ?? null;
}

/** What may follow `token` where `expected` was due; null when the token may not stand there. */
function step(expected: Expected, token: string, open: string[]): Expected | null {
  switch (token[0]) {
    case "}":
    case "]":
      return close(expected, token, open);
    case ",":
      return expected === "commaOrEnd" ? (open.at(-1) === "{" ? "key" : "value") : null;
    case ":":
      return expected === "colon" ? "value" : null;
    default:
      return expected === "key" || expected === "keyOrEnd"
        ? token.startsWith('"')
          ? "colon"
          : null
        : begin(expected, token, open);
  }
}

function close(expected: Expected, token: string, open: string[]): Expected | null {
  const allowed = expected === "commaOrEnd" || expected === (token === "}" ? "keyOrEnd" : "valueOrEnd");
  return allowed && open.pop() === CLOSES[token] ? afterValue(open) : null;
}

/** A scalar, or the opening of an object or array, where a value is due. */
function begin(expected: Expected, token: string, open: string[]): Expected | null {
  if (expected !== "value" && expected !== "valueOrEnd") return null;
  if (token !== "{" && token !== "[") return afterValue(open);
  open.push(token);
  return token === "{" ? "keyOrEnd" : "valueOrEnd";
}

const afterValue = (open: readonly string[]): Expected => (open.length === 0 ? "nothing" : "commaOrEnd");

const isCutToken = (text: string, at: number): boolean =>
  text.length - at < 100_000 && CUT_TOKEN.test(text.slice(at));

function faultAt(text: string, offset: number, truncated: boolean): JsonFault {
  let line = 1;
  let start = 0;
  for (let end = text.indexOf("\n"); end !== -1 && end < offset; end = text.indexOf("\n", start)) {
    line++;
    start = end + 1;
  }
  return { offset, line, column: offset - start + 1, truncated };
}
