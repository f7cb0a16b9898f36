// The words of the siting step by language, for the commands and pages that load them.

import type { Language } from "../../messages/language.ts";
import { sitingEn } from "./siting-en.ts";
import type { SitingWords } from "./siting-words.ts";
import { sitingZhCn } from "./siting-zh-cn.ts";

export const SITING_DICTIONARIES: Readonly<Record<Language, SitingWords>> = {
  "zh-CN": sitingZhCn,
  en: sitingEn,
};
