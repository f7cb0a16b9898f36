// The words about keeping the work in the chosen language, for the pages that load them.

import type { Language } from "../../messages/language.ts";
import { projectEn } from "./project-en.ts";
import type { ProjectWords } from "./project-words.ts";
import { projectZhCn } from "./project-zh-cn.ts";
import { useLanguage } from "./use-text.ts";

export const PROJECT_DICTIONARIES: Readonly<Record<Language, ProjectWords>> = {
  "zh-CN": projectZhCn,
  en: projectEn,
};

export const useProjectText = (): ProjectWords => PROJECT_DICTIONARIES[useLanguage()];
