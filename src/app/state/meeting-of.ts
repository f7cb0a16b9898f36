// The meeting pack that the screen is about: the last one of the option shown.

import type { MeetingPack, PlanState } from "../../core/model/index.ts";

interface WithPlan {
  readonly history: { readonly plan: Pick<PlanState, "meetings"> };
}

export const meetingOf = ({ history }: WithPlan): MeetingPack | null => history.plan.meetings.at(-1) ?? null;
