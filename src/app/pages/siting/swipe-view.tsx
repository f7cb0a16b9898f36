// Two options on one map, left and right of a line that is dragged: the one shown on the right, the other laid over it
// on the left, looking at the same place. Gestures go to the map below.

import { X } from "lucide-react";
import { type KeyboardEvent, type PointerEvent, type ReactElement, useEffect, useRef, useState } from "react";
import { changeView } from "../../commands/change-view.ts";
import { type OptionResults, resultsOfOption, swipeModel } from "../../commands/siting/swipe-model.ts";
import { useSitingText } from "../../i18n/use-siting-text.ts";
import { useText } from "../../i18n/use-text.ts";
import type { MapEvents, MapHandle, MapModel } from "../../map/map-model.ts";
import { MapView } from "../../map/map-view.tsx";
import { nameOf } from "../../state/plan-options.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { IconButton } from "../../ui/button.tsx";
import "./swipe.css";

/** Share of the map's width that a press of an arrow key moves the line by. */
const STEP = 0.02;

export function SwipeView({ model }: { readonly model: MapModel }): ReactElement | null {
  const app = useApp();
  const text = useSitingText().swipe;
  const { present } = useText();
  const id = useAppState(({ view }) => view.swipe);
  const left = useAppState((state) => nameOf(state, state.view.swipe ?? "", present));
  const right = useAppState((state) => nameOf(state, state.currentOption, present));
  const [results, setResults] = useState<OptionResults | null>(null);
  const [at, setAt] = useState(0.5);
  const frame = useRef<HTMLDivElement>(null);
  const { theme, walk } = model;
  useEffect(() => {
    let wanted = true;
    if (id !== null)
      void resultsOfOption(app, id, theme).then((found) => {
        if (wanted) setResults(found);
      });
    void walk;
    return () => {
      wanted = false;
    };
  }, [app, id, theme, walk]);
  const other = useOther(results, model);
  if (other === null) return null;
  const share = (x: number): number => Math.min(0.98, Math.max(0.02, x));
  const drag = ({ clientX, buttons }: PointerEvent): void => {
    const box = frame.current?.getBoundingClientRect();
    if (box !== undefined && (buttons & 1) === 1) setAt(share((clientX - box.left) / box.width));
  };
  const press = (event: KeyboardEvent): void => {
    const by = event.key === "ArrowLeft" ? -STEP : event.key === "ArrowRight" ? STEP : 0;
    if (by === 0) return;
    event.stopPropagation();
    setAt(share(at + by));
  };
  return (
    <div ref={frame} className="swipe">
      <div className="swipe-side" style={{ clipPath: `inset(0 ${100 - 100 * at}% 0 0)` }}>
        <FollowingMap model={other} />
      </div>
      <span className="swipe-name" style={{ right: `calc(${100 - 100 * at}% + 16px)` }}>
        {left}
      </span>
      <span className="swipe-name" style={{ left: `calc(${100 * at}% + 16px)` }}>
        {right}
      </span>
      <div
        className="swipe-line"
        role="slider"
        tabIndex={0}
        aria-label={text.label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(100 * at)}
        style={{ left: `${100 * at}%` }}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
        onKeyDown={press}
      />
      <div className="swipe-close">
        <IconButton label={text.close} onClick={() => changeView(app, { swipe: null })}>
          <X size={16} />
        </IconButton>
      </div>
    </div>
  );
}

/** The other option's map; the same object while hovering and selecting change the map below. */
function useOther(results: OptionResults | null, model: MapModel): MapModel | null {
  const last = useRef<{ readonly key: readonly unknown[]; readonly value: MapModel } | null>(null);
  if (results === null) return null;
  const { theme, walk, language, baseline, gridHues, straightCircles } = model;
  const key = [results, theme, walk, language, baseline, gridHues?.colors, straightCircles];
  if (last.current === null || !key.every((part, i) => part === last.current?.key[i])) {
    last.current = { key, value: swipeModel(results, model) };
  }
  return last.current.value;
}

/** A map that looks where the application's map looks. */
function FollowingMap({ model }: { readonly model: MapModel }): ReactElement {
  const app = useApp();
  const own = useRef<MapHandle>(null);
  useEffect(() => app.map.current?.onCamera((camera) => own.current?.jumpTo(camera)), [app]);
  return <MapView model={model} events={NO_EVENTS} handle={own} />;
}

const nothing = (): void => undefined;
const NO_EVENTS: MapEvents = {
  loadGridEvents: () => Promise.reject(new Error("the map that follows has no grid step")),
  loadSiteEvents: () => Promise.reject(new Error("the map that follows has no siting step")),
  onSelect: nothing,
  onHover: nothing,
  onDragStart: nothing,
  onDragMove: nothing,
  onDragEnd: nothing,
  onDragCancel: nothing,
  onPlace: nothing,
};
