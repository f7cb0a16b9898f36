// The words of the meeting step in the chosen language, for the pages that load them.

import type { Language } from "../../messages/language.ts";
import { meetingEn } from "./meeting-en.ts";
import type { MeetingWords } from "./meeting-words.ts";
import { meetingZhCn } from "./meeting-zh-cn.ts";
import { useLanguage } from "./use-text.ts";

export const MEETING_DICTIONARIES: Readonly<Record<Language, MeetingWords>> = {
  "zh-CN": meetingZhCn,
  en: meetingEn,
};

export const useMeetingText = (): MeetingWords => MEETING_DICTIONARIES[useLanguage()];
