// The shape of the words about files in and out.

import type { dataZhCn } from "./data-zh-cn.ts";
import type { Worded } from "./dictionary.ts";

export type DataWords = Worded<typeof dataZhCn>;
