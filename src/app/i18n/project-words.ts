// The shape of the words about keeping the work.

import type { Worded } from "./dictionary.ts";
import type { projectZhCn } from "./project-zh-cn.ts";

export type ProjectWords = Worded<typeof projectZhCn>;
