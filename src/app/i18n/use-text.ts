// The words of the chosen language, for components.

import type { Language } from "../../messages/language.ts";
import { useAppState } from "../state/use-app.ts";
import type { Dictionary } from "./dictionary.ts";
import { en } from "./en.ts";
import { zhCn } from "./zh-cn.ts";

export const DICTIONARIES: Readonly<Record<Language, Dictionary>> = { "zh-CN": zhCn, en };

export const useText = (): Dictionary => DICTIONARIES[useAppState(({ settings }) => settings.language)];

export const useLanguage = (): Language => useAppState(({ settings }) => settings.language);
