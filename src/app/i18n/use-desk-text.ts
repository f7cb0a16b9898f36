// The words of the pages of rules, registers and matters in the chosen language, for the pages that load them.

import type { Language } from "../../messages/language.ts";
import { deskEn } from "./desk-en.ts";
import type { DeskWords } from "./desk-words.ts";
import { deskZhCn } from "./desk-zh-cn.ts";
import { useLanguage } from "./use-text.ts";

export const DESK_DICTIONARIES: Readonly<Record<Language, DeskWords>> = { "zh-CN": deskZhCn, en: deskEn };

export const useDeskText = (): DeskWords => DESK_DICTIONARIES[useLanguage()];
