// The meeting pack as pages print it: places, states and levels in words.

import { isRaised, LIST_MATTERS, type Matter, type MeetingDecision } from "../../../core/model/index.ts";
import type { Decision, ListEntry, Meeting } from "../../../core/report/index.ts";
import { listKindsOf } from "../../../core/standards/index.ts";
import { inLanguage } from "../../../messages/findings.ts";
import { MEETING_DICTIONARIES } from "../../i18n/use-meeting-text.ts";
import type { AppState } from "../../state/app-state.ts";
import { matterPlaces } from "../../state/matter-places.ts";
import { meetingOf } from "../../state/meeting-of.ts";
import { baselineOf, packOf } from "../../state/plan-selectors.ts";

/** null when there is neither a pack nor an item of a list. */
export function printedMeeting(state: AppState): Meeting | null {
  const meeting = meetingOf(state);
  const entries = entriesOf(state);
  if (meeting === null && entries.length === 0) return null;
  const words = MEETING_DICTIONARIES[state.settings.language];
  const decision = ({ state: own, ...rest }: MeetingDecision, before: string): Decision => ({
    ...rest,
    state: `${before}${words.decisionStates[own]}`,
  });
  if (meeting === null) {
    return { title: words.newName, convened: "", entries, opinions: [], decisions: [], followUp: [] };
  }
  return {
    title: meeting.name,
    convened: words.convened(words.levels[meeting.level], meeting.chair, isRaised(meeting)),
    entries,
    opinions: meeting.opinions,
    decisions: meeting.decisions.map((own) => decision(own, "")),
    followUp: meeting.followUp.map((own) => decision(own, `${words.talk.followUp} · `)),
  };
}

const LISTS = { need: "needs", resource: "resources", project: "projects" } as const;

function entriesOf(state: AppState): ListEntry[] {
  const baseline = baselineOf(state);
  const { matters } = state.history.plan;
  const { language } = state.settings;
  const { item } = MEETING_DICTIONARIES[language];
  const kinds = listKindsOf(packOf(state));
  const places = baseline === null ? null : matterPlaces(baseline, state.history.plan);
  const nameOf = new Map(matters.map(({ id, name }) => [id, name]));
  const answersOf = ({ id, answers = [] }: Matter): string[] => [
    ...answers.flatMap((other) => nameOf.get(other) ?? []),
    ...matters.filter((other) => other.answers?.includes(id)).map(({ name }) => name),
  ];
  return matters.flatMap((matter) => {
    const kind = LIST_MATTERS.find((list) => list === matter.kind);
    if (kind === undefined) return [];
    const { name: text, placeId, due, texts } = matter;
    const known = kinds.find(({ id }) => id === kind)?.states.find(({ id }) => id === matter.state);
    return [
      {
        kind: LISTS[kind],
        text,
        place: placeId === null ? "" : (places?.get(placeId)?.name ?? item.placeGone),
        owner: texts["owner"] ?? "",
        due,
        state: known === undefined ? matter.state : inLanguage(known.name, language),
        answers: answersOf(matter),
      },
    ];
  });
}
