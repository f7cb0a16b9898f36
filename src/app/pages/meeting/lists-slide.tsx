// The three lists and the decisions, as the wall has room for them.

import type { ReactElement } from "react";
import { isRaised, LIST_MATTERS, type MeetingDecision } from "../../../core/model/index.ts";
import { listKindsOf } from "../../../core/standards/index.ts";
import { inLanguage } from "../../../messages/findings.ts";
import { chooseMatter } from "../../commands/meeting/choose-matter.ts";
import { useMeetingText } from "../../i18n/use-meeting-text.ts";
import { useLanguage } from "../../i18n/use-text.ts";
import { meetingOf } from "../../state/meeting-of.ts";
import { packOf } from "../../state/plan-selectors.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { Rows } from "./talk-rows.tsx";
import { useMatterPlaces } from "./use-matter-places.ts";

/** Rows of each list. */
const ROOM = 3;

export function ListsSlide(): ReactElement {
  const app = useApp();
  const { kinds: words, noItems } = useMeetingText();
  const language = useLanguage();
  const matters = useAppState(({ history }) => history.plan.matters);
  const pack = useAppState(packOf);
  const places = useMatterPlaces();
  const states = listKindsOf(pack).flatMap(({ id, states: own }) =>
    own.map((state) => [`${id} ${state.id}`, inLanguage(state.name, language)] as const),
  );
  const stateName = new Map(states);
  return (
    <>
      {LIST_MATTERS.map((list) => {
        const own = matters.filter(({ kind }) => kind === list);
        return (
          <section key={list} className="talk-list">
            <h2>{words[list]}</h2>
            {own.length === 0 && <p className="talk-line">{noItems[list]}</p>}
            <Rows
              room={ROOM}
              rows={own.map(({ id, name, placeId, state, texts, due }) => ({
                id,
                name: [places.get(placeId ?? "")?.name ?? "", name].filter((part) => part !== "").join("："),
                said: [texts["owner"] ?? "", due ?? "", stateName.get(`${list} ${state}`) ?? state]
                  .filter((part) => part !== "")
                  .join(" · "),
                onPick: () => chooseMatter(app, id, { fly: true }),
              }))}
            />
          </section>
        );
      })}
    </>
  );
}

export function DecisionsSlide(): ReactElement {
  const text = useMeetingText();
  const meeting = useAppState(meetingOf);
  if (meeting === null) return <p className="talk-line">{text.talk.nothing}</p>;
  const { decisions, followUp, opinions } = meeting;
  return (
    <>
      <p className="talk-line">
        {text.convened(text.levels[meeting.level], meeting.chair, isRaised(meeting))}
      </p>
      {decisions.length === 0 && <p className="talk-line">{text.talk.nothing}</p>}
      <DecisionRows decisions={decisions} />
      {opinions.length > 0 && <h2>{text.sections.opinions}</h2>}
      <Rows
        room={3}
        rows={opinions.map(({ from, text: said }, at) => ({
          ...{ id: `opinion-${at}`, name: from, said, onPick: null },
        }))}
      />
      {followUp.length > 0 && <h2>{text.sections.followUp}</h2>}
      <DecisionRows decisions={followUp} />
    </>
  );
}

function DecisionRows({ decisions }: { readonly decisions: readonly MeetingDecision[] }): ReactElement {
  const { decisionStates } = useMeetingText();
  return (
    <Rows
      room={5}
      rows={decisions.map(({ text, owner, due, state }, at) => ({
        id: `decision-${at}`,
        name: text,
        said: [owner, due ?? "", decisionStates[state]].filter((part) => part !== "").join(" · "),
        onPick: null,
      }))}
    />
  );
}
