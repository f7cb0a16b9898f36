// The shape of the words of the siting step.

import type { Worded } from "./dictionary.ts";
import type { sitingZhCn } from "./siting-zh-cn.ts";

export type SitingWords = Worded<typeof sitingZhCn>;
