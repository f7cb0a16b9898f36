// The shape of the words of the grid step.

import type { Worded } from "./dictionary.ts";
import type { gridsZhCn } from "./grids-zh-cn.ts";

export type GridsWords = Worded<typeof gridsZhCn>;
