// A large value as many small ones, so that whoever copies it (a message port, the browser's database) has a short task
// for each piece instead of a long one for the whole. Lists that are too heavy are taken out of the records they stand
// in and come piece by piece; what is left, with the places they belong to, comes last.

/** Part of a list that was taken out: its elements from number `at` on, of `length` in all. */
export interface Piece {
  readonly list: number;
  readonly at: number;
  readonly length: number;
  readonly items: readonly unknown[] | Column;
}

/** Where list `list` stands: the keys that lead to it. Outer lists come before those inside them. */
export interface Cut {
  readonly path: readonly (string | number)[];
  readonly list: number;
}

/** What is left when the lists are out: empty ones stand in their places. */
export interface Remainder<T> {
  readonly value: T;
  readonly cuts: readonly Cut[];
}

export type Column =
  | Uint8Array
  | Int8Array
  | Uint16Array
  | Int16Array
  | Uint32Array
  | Int32Array
  | Float32Array
  | Float64Array;

/** How much a piece may hold. */
export interface PieceLimits {
  /** Leaves of lists (long strings count for several). */
  readonly leaves: number;
  /** Of typed arrays; a power of two, or infinite where they are to stay in place. */
  readonly bytes: number;
}

/** A few milliseconds of copying. */
export const SHORT_PIECES: PieceLimits = { leaves: 8192, bytes: 1 << 20 };
/** Where typed arrays are handed over instead of copied. */
export const SHORT_LISTS: PieceLimits = { ...SHORT_PIECES, bytes: Number.POSITIVE_INFINITY };

/** The pieces of a plain record, typed arrays in copies, then what remains. The value itself is not changed. */
export function* cutPieces<T>(value: T, limits: PieceLimits): Generator<Piece, Remainder<T>> {
  const cutter = new Cutter(limits);
  const rest = yield* cutter.cut(value, []);
  return { value: rest as T, cuts: cutter.cuts };
}

/** Puts a value together again. Pieces of one list arrive in order. */
export class PieceJoiner {
  readonly #lists = new Map<number, unknown[] | Column>();

  take({ list, at, length, items }: Piece): void {
    const begun = this.#lists.get(list) ?? (isColumn(items) ? emptyLike(items, length) : []);
    this.#lists.set(list, begun);
    if (isColumn(begun)) begun.set(items as Column, at);
    else for (const item of items) begun.push(item);
  }

  /** Fills the lists into `value`, which becomes the caller's own. */
  finish<T>({ value, cuts }: Remainder<T>): T {
    const root = { value };
    for (const { path, list } of cuts) {
      const way = ["value", ...path];
      const last = way.pop()!;
      let place: unknown = root;
      for (const key of way) place = (place as Record<string | number, unknown>)[key];
      (place as Record<string | number, unknown>)[last] = this.#lists.get(list) ?? [];
    }
    return root.value;
  }
}

type Path = readonly (string | number)[];

class Cutter {
  readonly cuts: Cut[] = [];
  /** Lists that stand in several places come once. */
  readonly #known = new Map<unknown, number>();
  readonly #limits: PieceLimits;
  #lists = 0;

  constructor(limits: PieceLimits) {
    this.#limits = limits;
  }

  /** What stands in the place of `value`: itself when it is light. */
  *cut(value: unknown, path: Path): Generator<Piece, unknown> {
    if (isColumn(value)) return yield* this.#cutColumn(value, path);
    if (weightOf(value, this.#limits) <= this.#limits.leaves) return value;
    if (Array.isArray(value)) return yield* this.#cutList(value, path);
    if (typeof value !== "object" || value === null) return value;
    const rest: Record<string, unknown> = {};
    for (const [key, part] of Object.entries(value)) rest[key] = yield* this.cut(part, [...path, key]);
    return rest;
  }

  *#cutColumn(column: Column, path: Path): Generator<Piece, unknown> {
    const { bytes } = this.#limits;
    if (column.byteLength <= bytes) return column;
    const { list, known } = this.#place(column, path);
    const step = bytes / column.BYTES_PER_ELEMENT;
    for (let at = 0; at < column.length && !known; at += step) {
      yield { list, at, length: column.length, items: column.slice(at, at + step) };
    }
    return [];
  }

  *#cutList(values: readonly unknown[], path: Path): Generator<Piece, unknown> {
    const { list, known } = this.#place(values, path);
    const { leaves } = this.#limits;
    let items: unknown[] = [];
    let weight = 0;
    for (let i = 0; i < values.length && !known; i++) {
      const own = weightOf(values[i], this.#limits);
      items.push(own <= leaves ? values[i] : yield* this.cut(values[i], [...path, i]));
      weight += own;
      if (weight < leaves && i + 1 < values.length) continue;
      yield { list, at: i + 1 - items.length, length: values.length, items };
      items = [];
      weight = 0;
    }
    return [];
  }

  #place(value: unknown, path: Path): { readonly list: number; readonly known: boolean } {
    const before = this.#known.get(value);
    const list = before ?? this.#lists++;
    this.#known.set(value, list);
    this.cuts.push({ path, list });
    return { list, known: before !== undefined };
  }
}

/** Leaves of a value, counted no further than just past the limit. */
function weightOf(value: unknown, limits: PieceLimits): number {
  const { leaves, bytes } = limits;
  if (typeof value === "string") return 1 + value.length / CHARACTERS_A_LEAF;
  if (typeof value !== "object" || value === null) return 1;
  if (ArrayBuffer.isView(value)) return value.byteLength > bytes ? leaves + 1 : 1;
  let weight = 1;
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length && weight <= leaves; i++) weight += weightOf(value[i], limits);
  } else {
    for (const key in value) {
      if (weight > leaves) break;
      weight += weightOf((value as Readonly<Record<string, unknown>>)[key], limits);
    }
  }
  return weight;
}

const CHARACTERS_A_LEAF = 64;

const isColumn = (value: unknown): value is Column =>
  ArrayBuffer.isView(value) && !(value instanceof DataView);

const emptyLike = (column: Column, length: number): Column =>
  new (column.constructor as new (length: number) => Column)(length);
