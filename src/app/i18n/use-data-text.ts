// The words about files in and out in the chosen language, for the pages that load them.

import type { Language } from "../../messages/language.ts";
import { dataEn } from "./data-en.ts";
import type { DataWords } from "./data-words.ts";
import { dataZhCn } from "./data-zh-cn.ts";
import { useLanguage } from "./use-text.ts";

export const DATA_DICTIONARIES: Readonly<Record<Language, DataWords>> = { "zh-CN": dataZhCn, en: dataEn };

export const useDataText = (): DataWords => DATA_DICTIONARIES[useLanguage()];
