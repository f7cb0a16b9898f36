// Before and after on one ground: a second map of the same extent lies over the first, cut off at a divide that a hand
// or the arrow keys move. While it lies there the maps stand still, so that the two never part.

import { lazy, type PointerEvent, type ReactElement, Suspense, useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { changeTalk } from "../../commands/meeting/talk.ts";
import { resultsOfOption, swipeModel } from "../../commands/siting/swipe-model.ts";
import { useMeetingText } from "../../i18n/use-meeting-text.ts";
import { useText } from "../../i18n/use-text.ts";
import type { MapEvents, MapHandle, MapModel } from "../../map/map-model.ts";
import type { App } from "../../state/app.ts";
import { createMapModelMaker } from "../../state/map-model-of.ts";
import type { Talk } from "../../state/talk.ts";
import { useApp, useAppState } from "../../state/use-app.ts";

const MapView = lazy(async () => ({ default: (await import("../../map/map-view.tsx")).MapView }));

/** Share of the map an arrow key moves the divide by. */
const STEP = 0.05;

export function SwipeMap({ talk }: { readonly talk: Talk }): ReactElement | null {
  const app = useApp();
  const text = useText();
  const { talk: words } = useMeetingText();
  const [before, after] = useEnds(talk);
  const current = useAppState(({ currentOption }) => currentOption);
  const other = current === before?.id ? after : before;
  const model = useOptionModel(app, other?.id ?? null);
  const [stage, setStage] = useState<Element | null>(null);
  useEffect(() => setStage(document.querySelector(".map > .map-view")), []);
  if (stage === null || model === null || before === undefined || after === undefined) return null;
  const { swipe } = talk;
  const move = (share: number): void => changeTalk(app, { swipe: Math.min(1, Math.max(0, share)) });
  const onPoint = ({ buttons, clientX, currentTarget }: PointerEvent): void => {
    const { left, width } = currentTarget.getBoundingClientRect();
    if (buttons > 0) move((clientX - left) / width);
  };
  const cut = `${(100 * swipe).toFixed(2)}%`;
  const clipPath = other === after ? `inset(0 0 0 ${cut})` : `inset(0 calc(100% - ${cut}) 0 0)`;
  return createPortal(
    <div
      className="talk-swipe"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        onPoint(event);
      }}
      onPointerMove={onPoint}
    >
      <div className="talk-swipe-map" style={{ clipPath }} inert>
        <Suspense>
          <FollowingMap model={model} />
        </Suspense>
      </div>
      <span className="talk-swipe-name" data-side="before">
        {words.before(text.present)}
      </span>
      <span className="talk-swipe-name" data-side="after">
        {words.after(after.name)}
      </span>
      <div
        className="talk-divide"
        role="slider"
        tabIndex={0}
        aria-label={`${words.swipe} ${text.present}`}
        aria-valuenow={Math.round(100 * swipe)}
        aria-valuemin={0}
        aria-valuemax={100}
        style={{ left: cut }}
        onKeyDown={({ key }) => {
          if (key === "ArrowLeft") move(swipe - STEP);
          if (key === "ArrowRight") move(swipe + STEP);
        }}
      />
    </div>,
    stage,
  );
}

/** Looks exactly where the application's map looks. */
function FollowingMap({ model }: { readonly model: MapModel }): ReactElement {
  const app = useApp();
  const own = useRef<MapHandle>(null);
  useEffect(() => app.map.current?.onCamera((camera) => own.current?.jumpTo(camera)), [app]);
  return <MapView model={model} events={NO_EVENTS} handle={own} />;
}

function useEnds(talk: Talk) {
  const options = useAppState((state) => state.options);
  return [options[0], options.find(({ id }) => id === talk.after)] as const;
}

/** The map of another option, once its results are there. */
function useOptionModel(app: App, id: string | null): MapModel | null {
  const [model, setModel] = useState<MapModel | null>(null);
  useEffect(() => {
    let wanted = true;
    setModel(null);
    if (id === null) return;
    void resultsOfOption(app, id, "circles").then((results) => {
      const shown = createMapModelMaker().make(app.store.getState());
      if (wanted && results !== null && shown !== null) setModel(swipeModel(results, shown));
    });
    return () => {
      wanted = false;
    };
  }, [app, id]);
  return model;
}

const nothing = (): void => undefined;

/** The second map is a picture: nothing is done on it. */
const NO_EVENTS: MapEvents = {
  loadGridEvents: () => Promise.reject(new Error("the second map has no grids")),
  loadSiteEvents: () => Promise.reject(new Error("the second map has no sites")),
  onSelect: nothing,
  onHover: nothing,
  onDragStart: nothing,
  onDragMove: nothing,
  onDragEnd: nothing,
  onDragCancel: nothing,
  onPlace: nothing,
};
