// The shape of every dictionary: the Chinese one's keys, with any words.

import type { zhCn } from "./zh-cn.ts";

/** Texts and functions that give texts, with any words. */
export type Worded<T> = T extends string
  ? string
  : T extends (...input: infer I) => string
    ? (...input: I) => string
    : { readonly [K in keyof T]: Worded<T[K]> };

export type Dictionary = Worded<typeof zhCn>;
