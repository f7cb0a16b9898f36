// Well-known text of a coordinate system as a tree of nodes: WKT 1 of OGC, of ESRI, of GDAL, and WKT 2, which differ in
// words only. KEYWORD[ value, … ] with round or square brackets; a value is a quoted text, a number or a node, a bare
// word being a node without values.

export interface WktNode {
  /** Upper case. */
  readonly keyword: string;
  readonly values: readonly WktValue[];
}
export type WktValue = string | number | WktNode;

/** The tree of a text, or null when the text is no WKT. */
export function parseWkt(text: string): WktNode | null {
  const tokens = text.match(TOKENS) ?? [];
  if (tokens.length > MOST_TOKENS) return null;
  const cursor = { tokens, at: 0 };
  const root = readValue(cursor, 0);
  return isNode(root) && cursor.at === tokens.length ? root : null;
}

/** The text of a tree, on one line. */
export function writeWkt({ keyword, values }: WktNode): string {
  if (values.length === 0) return keyword;
  const parts = values.map((value) =>
    isNode(value)
      ? writeWkt(value)
      : typeof value === "number"
        ? String(value)
        : `"${value.replaceAll('"', '""')}"`,
  );
  return `${keyword}[${parts.join(",")}]`;
}

export const isNode = (value: WktValue | null | undefined): value is WktNode =>
  typeof value === "object" && value !== null;

/** First child node with one of the keywords. */
export function childOf(node: WktNode | null, ...keywords: string[]): WktNode | null {
  for (const value of node?.values ?? []) {
    if (isNode(value) && keywords.includes(value.keyword)) return value;
  }
  return null;
}

/** First node with one of the keywords, the node itself included, depth first. */
export function findNode(node: WktNode, ...keywords: string[]): WktNode | null {
  if (keywords.includes(node.keyword)) return node;
  for (const value of node.values) {
    const found = isNode(value) ? findNode(value, ...keywords) : null;
    if (found !== null) return found;
  }
  return null;
}

/** The text a node begins with; "" without. */
export const textOf = (node: WktNode | null): string => {
  const first = node?.values[0];
  return typeof first === "string" ? first : "";
};

/** The numbers directly in a node, in order. */
export const numbersOf = (node: WktNode | null): number[] =>
  (node?.values ?? []).filter((value): value is number => typeof value === "number");

interface Cursor {
  readonly tokens: readonly string[];
  at: number;
}

const TOKENS = /"(?:[^"]|"")*"|[[\](),]|[^\s"[\](),]+/g;
/** Far beyond the longest definition in use; a larger text is something else. */
const MOST_TOKENS = 5000;
const MOST_DEPTH = 20;

function readValue(cursor: Cursor, depth: number): WktValue | null {
  const token = cursor.tokens[cursor.at++];
  if (token === undefined || depth > MOST_DEPTH) return null;
  if (token.startsWith('"')) return token.slice(1, -1).replaceAll('""', '"');
  if (/^[[\](),]$/.test(token)) return null;
  const next = cursor.tokens[cursor.at];
  if (next !== "[" && next !== "(") {
    const number = Number(token);
    return Number.isNaN(number) ? { keyword: token.toUpperCase(), values: [] } : number;
  }
  cursor.at++;
  const values: WktValue[] = [];
  for (;;) {
    const value = readValue(cursor, depth + 1);
    if (value === null) return null;
    values.push(value);
    const mark = cursor.tokens[cursor.at++];
    if (mark === "]" || mark === ")") return { keyword: token.toUpperCase(), values };
    if (mark !== ",") return null;
  }
}
