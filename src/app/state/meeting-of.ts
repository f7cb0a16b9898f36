// The meeting pack that the screen is about: the last one of the option shown.

import type { MeetingPack } from "../../core/model/index.ts";
import type { AppState } from "./app-state.ts";

export const meetingOf = ({ history }: Pick<AppState, "history">): MeetingPack | null =>
  history.plan.meetings.at(-1) ?? null;
