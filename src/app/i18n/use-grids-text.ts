// The words of the grid step in the chosen language, for the pages that load them.

import type { Language } from "../../messages/language.ts";
import { gridsEn } from "./grids-en.ts";
import type { GridsWords } from "./grids-words.ts";
import { gridsZhCn } from "./grids-zh-cn.ts";
import { useLanguage } from "./use-text.ts";

export const GRIDS_DICTIONARIES: Readonly<Record<Language, GridsWords>> = { "zh-CN": gridsZhCn, en: gridsEn };

export const useGridsText = (): GridsWords => GRIDS_DICTIONARIES[useLanguage()];
