// The three lists and the decisions, as the wall has room for them.

import type { ReactElement } from "react";
import { isRaised, LIST_MATTERS, type MeetingDecision } from "../../../core/model/index.ts";
import { listKindsOf } from "../../../core/standards/index.ts";
import { inLanguage } from "../../../messages/findings.ts";
import { chooseMatter } from "../../commands/meeting/choose-matter.ts";
import { talkedMeeting } from "../../commands/meeting/slides-of.ts";
import { useMeetingText } from "../../i18n/use-meeting-text.ts";
import { useLanguage } from "../../i18n/use-text.ts";
import { packOf } from "../../state/plan-selectors.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { formatCount } from "../../ui/format.ts";
import { shareRows } from "./share-rows.ts";
import { Rows } from "./talk-rows.tsx";
import { useMatterPlaces } from "./use-matter-places.ts";

/** Rows of two lines that stand under the title, shared by the lists. */
const ROOM = 6;

export function ListsSlide(): ReactElement {
  const app = useApp();
  const { kinds: words, noItems, talk } = useMeetingText();
  const language = useLanguage();
  const matters = useAppState(({ history }) => history.plan.matters);
  const pack = useAppState(packOf);
  const places = useMatterPlaces();
  const states = listKindsOf(pack).flatMap(({ id, states: own }) =>
    own.map((state) => [`${id} ${state.id}`, inLanguage(state.name, language)] as const),
  );
  const stateName = new Map(states);
  const room = shareRows(
    LIST_MATTERS.map((list) => matters.filter(({ kind }) => kind === list).length),
    ROOM,
  );
  return (
    <>
      {LIST_MATTERS.map((list, at) => {
        const own = matters.filter(({ kind }) => kind === list);
        return (
          <section key={list} className="talk-list">
            <h2>
              {words[list]} <span className="talk-said">{formatCount(own.length)}</span>
            </h2>
            {own.length === 0 && <p className="talk-line">{noItems[list]}</p>}
            <Rows
              room={room[at] ?? 0}
              stacked
              silent
              rows={own.map(({ id, name, placeId, state, texts, due }) => ({
                id,
                name,
                said: [
                  placeId === null || places.has(placeId) ? "" : talk.placeGone,
                  texts["owner"] ?? "",
                  due ?? "",
                  stateName.get(`${list} ${state}`) ?? state,
                ],
                onPick: places.has(placeId ?? "") ? () => chooseMatter(app, id, { fly: true }) : null,
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
  const meeting = useAppState(talkedMeeting);
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
        stacked
        rows={opinions.map(({ from, text: said }, at) => ({
          ...{ id: `opinion-${at}`, name: from, said: [said], onPick: null },
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
      stacked
      rows={decisions.map(({ text, owner, due, state }, at) => ({
        id: `decision-${at}`,
        name: text,
        said: [owner, due ?? "", decisionStates[state]],
        onPick: null,
      }))}
    />
  );
}
