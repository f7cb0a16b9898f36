// The shape of the words of the meeting step.

import type { Worded } from "./dictionary.ts";
import type { meetingZhCn } from "./meeting-zh-cn.ts";

export type MeetingWords = Worded<typeof meetingZhCn>;
