// Where the cells of delimited text stand (RFC 4180), found in one pass, so that a cell is cut out of the text when it is
// asked for. A quoted cell ends at a quote with only blanks before the next delimiter or line end; other quotes
// inside belong to it, and one that is never closed holds the rest of the text. Records of blank cells are left out.

export interface CsvScan {
  /** Of records with anything in them. */
  readonly count: number;
  /** Cells of record r: their number. */
  readonly width: (record: number) => number;
  /** Text of cell k of record r, without the quotes around it; undefined beyond the record's end. */
  readonly cell: (record: number, k: number) => string | undefined;
}

export interface CsvDialect {
  /** One character. */
  readonly delimiter: string;
  /** Does a carriage return end a line by itself? A line feed always does, with or without one before it. */
  readonly isCarriageReturn: boolean;
}

/** Reads at most `most` records. */
export function scanCsv(text: string, dialect: CsvDialect, most = Number.POSITIVE_INFINITY): CsvScan {
  const comma = dialect.delimiter.charCodeAt(0);
  const starts = createColumn();
  const firsts = createColumn();
  const cursor = { at: text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0, isFilled: false, isOpen: false };
  let count = 0;
  firsts.push(0);
  while (cursor.at < text.length && count < most) {
    const head = starts.length;
    cursor.isFilled = false;
    starts.push(cursor.at);
    for (skipCell(text, cursor, comma, dialect); text.charCodeAt(cursor.at) === comma; ) {
      starts.push(++cursor.at);
      skipCell(text, cursor, comma, dialect);
    }
    starts.push(cursor.at + 1);
    cursor.at +=
      text.charCodeAt(cursor.at) === CARRIAGE_RETURN && text.charCodeAt(cursor.at + 1) === LINE_FEED ? 2 : 1;
    if (!cursor.isFilled) starts.cut(head);
    else {
      firsts.push(starts.length);
      count++;
    }
  }
  const [from, first] = [starts.values(), firsts.values()];
  return {
    count,
    width: (record) => first[record + 1]! - first[record]! - 1,
    cell: (record, k) => {
      const i = first[record]! + k;
      return i + 1 < first[record + 1]!
        ? contentOf(text, from[i]!, from[i + 1]! - 1, cursor.isOpen)
        : undefined;
    },
  };
}

interface Cursor {
  at: number;
  /** Has the record anything in it so far? */
  isFilled: boolean;
  /** Did the last cell begin with a quote that is never closed? */
  isOpen: boolean;
}

/** From the start of a cell to the delimiter or line end behind it. */
function skipCell(text: string, cursor: Cursor, comma: number, { isCarriageReturn }: CsvDialect): void {
  let { at, isFilled } = cursor;
  if (text.charCodeAt(at) === QUOTE) {
    const close = closingQuote(text, at, comma);
    cursor.isOpen = close < 0;
    isFilled ||= close < 0 || text.slice(at + 1, close).trim() !== "";
    at = close < 0 ? text.length : close + 1;
  }
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === comma || code === LINE_FEED) break;
    if (code === CARRIAGE_RETURN && (isCarriageReturn || text.charCodeAt(at + 1) === LINE_FEED)) break;
    isFilled ||= code > SPACE && (code < NO_BREAK_SPACE || !isBlank(code));
  }
  cursor.at = at;
  cursor.isFilled = isFilled;
}

const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;
const NO_BREAK_SPACE = 0xa0;
const BYTE_ORDER_MARK = 0xfeff;

const isBlank = (code: number): boolean => String.fromCharCode(code).trim() === "";

/** Offset of the quote that ends the cell which the one at `open` begins; −1 when none does. */
function closingQuote(text: string, open: number, comma: number): number {
  for (let at = text.indexOf('"', open + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    if (text.charCodeAt(at + 1) === QUOTE) {
      at++;
      continue;
    }
    let after = at + 1;
    let code = text.charCodeAt(after);
    while (after < text.length && code !== comma && code !== LINE_FEED && code !== CARRIAGE_RETURN) {
      if (!isBlank(code)) break;
      code = text.charCodeAt(++after);
    }
    if (after >= text.length || code === comma || code === LINE_FEED || code === CARRIAGE_RETURN) return at;
  }
  return -1;
}

function contentOf(text: string, from: number, to: number, isLastOpen: boolean): string {
  if (text.charCodeAt(from) !== QUOTE) return text.slice(from, to);
  if (isLastOpen && to === text.length) return text.slice(from + 1);
  return text.slice(from + 1, text.lastIndexOf('"', to - 1)).replaceAll('""', '"');
}

/** Whole numbers, one after the other; grows by doubling. */
function createColumn() {
  let values = new Uint32Array(1024);
  let length = 0;
  return {
    get length(): number {
      return length;
    },
    push(value: number): void {
      if (length === values.length) {
        const wider = new Uint32Array(2 * length);
        wider.set(values);
        values = wider;
      }
      values[length++] = value;
    },
    cut(to: number): void {
      length = to;
    },
    values: (): Uint32Array => values.subarray(0, length),
  };
}
