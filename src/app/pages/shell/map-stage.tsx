// The map in its place, with what lies on it: legend, progress, trouble. The map itself is a chunk of its own
// that loads beside the first import.

import { Maximize } from "lucide-react";
import { Component, lazy, type ReactElement, type ReactNode, Suspense, useMemo, useRef } from "react";
import { addCenter } from "../../commands/add-center.ts";
import { cancelDrag, endDrag, moveDrag, startDrag } from "../../commands/drag-center.ts";
import { selectOnMap } from "../../commands/select-on-map.ts";
import { hoverResidence } from "../../commands/show-path.ts";
import { DICTIONARIES, useText } from "../../i18n/use-text.ts";
import type { MapEvents, MapHandle, MapModel } from "../../map/map-model.ts";
import type { App } from "../../state/app.ts";
import { hasNotice } from "../../state/keeping.ts";
import { createMapModelMaker } from "../../state/map-model-of.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { IconButton } from "../../ui/button.tsx";
import { EmptyState } from "./empty-state.tsx";
import { Legend } from "./legend.tsx";
import { ProgressCard } from "./progress-card.tsx";
import { Provenance } from "./provenance.tsx";
import { TroubleCard } from "./trouble-card.tsx";

const MapView = lazy(async () => ({ default: (await import("../../map/map-view.tsx")).MapView }));
const OverlayLegend = lazy(async () => ({
  default: (await import("../desk/overlay-legend.tsx")).OverlayLegend,
}));
const SwipeView = lazy(async () => ({ default: (await import("../siting/swipe-view.tsx")).SwipeView }));
const KeepingStrip = lazy(async () => ({
  default: (await import("../project/keeping-strip.tsx")).KeepingStrip,
}));

export function MapStage(): ReactElement {
  const text = useText();
  const model = useMapModel();
  const needsWord = useAppState(hasNotice);
  const busy = useAppState(({ work }) => work !== null);
  return (
    <main className="stage">
      <Suspense>{needsWord && <KeepingStrip />}</Suspense>
      <section className="map" aria-label={text.map.label}>
        {model !== null && (
          <MapBoundary message={text.map.failed}>
            <Suspense fallback={<p className="map-wait quiet">{text.map.loading}</p>}>
              <LiveMap model={model} />
            </Suspense>
            <Legend />
          </MapBoundary>
        )}
        {model === null && !busy && <EmptyState />}
        <ProgressCard />
        <TroubleCard />
      </section>
      <Provenance />
    </main>
  );
}

/** The model, the same object until a part of it changes. */
function useMapModel(): MapModel | null {
  const maker = useMemo(createMapModelMaker, []);
  const last = useRef<MapModel | null>(null);
  return useAppState((state) => {
    const next = maker.make(state);
    if (!sameParts(last.current, next)) last.current = next;
    return last.current;
  });
}

function sameParts(a: MapModel | null, b: MapModel | null): boolean {
  if (a === null || b === null) return a === b;
  return (Object.keys(b) as (keyof MapModel)[]).every((key) => a[key] === b[key]);
}

function LiveMap({ model }: { readonly model: MapModel }): ReactElement {
  const app = useApp();
  const text = useText();
  const events = useMemo(() => mapEvents(app), [app]);
  const swiped = useAppState(({ view }) => view.swipe !== null);
  const overlaid = useAppState(({ view }) => view.overlay !== null);
  const handle = (hand: MapHandle | null): void => {
    app.map.current = hand;
  };
  return (
    <>
      <MapView model={model} events={events} handle={handle} />
      <Suspense>{overlaid && <OverlayLegend />}</Suspense>
      <Suspense>{swiped && <SwipeView model={model} />}</Suspense>
      <div className="map-tools">
        <IconButton label={text.map.fitAll} onClick={() => app.map.current?.fitAll()}>
          <Maximize size={16} />
        </IconButton>
      </div>
    </>
  );
}

const mapEvents = (app: App): MapEvents => ({
  loadGridEvents: async () => (await import("../../commands/grids/grid-events.ts")).gridEvents(app),
  loadSiteEvents: async () => (await import("../../commands/siting/site-events.ts")).siteEvents(app),
  loadPinEvents: async () => (await import("../../commands/meeting/pin-events.ts")).pinEvents(app),
  onSelect: (selection) => selectOnMap(app, selection),
  onHover: (residence) => {
    const { view, sites } = app.store.getState();
    const held = view.step === "grids" || (view.step === "siting" && sites?.tool !== "select");
    if (!held) hoverResidence(app, residence);
  },
  onDragStart: (id) => startDrag(app, id),
  onDragMove: (id, lon, lat) => moveDrag(app, id, lon, lat),
  onDragEnd: (id, lon, lat) => endDrag(app, id, lon, lat),
  onDragCancel: () => cancelDrag(app),
  onPlace: (lon, lat) => {
    const { settings, view } = app.store.getState();
    const { language } = settings;
    if (view.tool === "pinMatter") {
      void import("../../commands/records/pin-matter.ts").then(({ pinMatter }) => pinMatter(app, lon, lat));
      return;
    }
    addCenter(app, lon, lat, DICTIONARIES[language].circles.newCenter);
  },
});

interface MapBoundaryProps {
  readonly message: string;
  readonly children: ReactNode;
}

/** A map that cannot start must not take the figures with it. */
class MapBoundary extends Component<MapBoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }
  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <p className="map-wait" role="alert">
        {this.props.message}
      </p>
    );
  }
}
