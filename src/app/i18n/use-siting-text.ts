// The words of the siting step in the chosen language.

import { SITING_DICTIONARIES } from "./siting-dictionaries.ts";
import type { SitingWords } from "./siting-words.ts";
import { useLanguage } from "./use-text.ts";

export const useSitingText = (): SitingWords => SITING_DICTIONARIES[useLanguage()];
