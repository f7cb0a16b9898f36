// The shape of the words of the pages of rules, registers and matters.

import type { deskZhCn } from "./desk-zh-cn.ts";
import type { Worded } from "./dictionary.ts";

export type DeskWords = Worded<typeof deskZhCn>;
