// What the registers' colours or the matters' dots on the map mean, how many of each, and the way to put them away; and
// what to do while a matter waits for its point.

import { X } from "lucide-react";
import { type ReactElement, useEffect, useMemo, useState } from "react";
import type { Areas } from "../../../core/model/index.ts";
import type { RulePack } from "../../../core/standards/index.ts";
import { changeView } from "../../commands/change-view.ts";
import { drawnNet } from "../../commands/drawn-net.ts";
import { openMatter } from "../../commands/records/pin-matter.ts";
import { useDeskText } from "../../i18n/use-desk-text.ts";
import { useLanguage } from "../../i18n/use-text.ts";
import { AREA_OPACITY, type OverlayScene } from "../../map/overlay/overlay-scene.ts";
import type { MapOverlay } from "../../state/app-state.ts";
import { overlayOf } from "../../state/overlay-of.ts";
import { packOf } from "../../state/plan-selectors.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { IconButton } from "../../ui/button.tsx";
import { formatCount } from "../../ui/format.ts";
import "./desk.css";

export function OverlayLegend(): ReactElement | null {
  const app = useApp();
  const { overlay: words, registers, matters } = useDeskText();
  const language = useLanguage();
  const overlay = useAppState(({ view }) => view.overlay);
  const project = useAppState((state) => state.project);
  const history = useAppState((state) => state.history);
  const pack = useAppState(packOf);
  const pinned = useAppState(({ view }) => (view.tool === "pinMatter" ? view.matter : null));
  const net = useDrawnNet(isOnGrids(overlay, pack));
  const scene = useMemo(
    () =>
      overlay === null || pack === null
        ? null
        : overlayOf(
            overlay,
            { project, history, net },
            pack,
            language,
            { ...words, ...registers },
            app.host.now().slice(0, 10),
          ),
    [app, overlay, project, history, net, pack, language, words, registers],
  );
  useEffect(() => {
    const onPick = (id: string): void => openMatter(app, id);
    app.map.current?.showOverlay(scene === null ? null : { ...scene, onPick });
    return () => app.map.current?.showOverlay(null);
  }, [app, scene]);
  if (scene === null) return null;
  return (
    <section className="overlay-legend" aria-label={scene.title}>
      <h2>
        {scene.title}
        <IconButton label={words.off} onClick={() => changeView(app, { overlay: null })}>
          <X size={14} />
        </IconButton>
      </h2>
      <ul>
        {scene.legend.map(({ color, label, count }) => (
          <li key={label}>
            <i data-unknown={color === null || undefined} style={{ background: sampleOf(color, scene) }} />
            {label}
            <span className="quiet">{formatCount(count)}</span>
          </li>
        ))}
      </ul>
      {pinned !== null && (
        <p role="status">
          {matters.picking(history.plan.matters.find(({ id }) => id === pinned)?.name ?? "")}
        </p>
      )}
    </section>
  );
}

/** As it looks on the map: marks in full colour, areas tinted. */
function sampleOf(color: string | null, { areas }: OverlayScene): string | undefined {
  if (color === null || areas.polygons.count === 0) return color ?? undefined;
  return `color-mix(in srgb, ${color} ${100 * AREA_OPACITY}%, white)`;
}

function isOnGrids(overlay: MapOverlay | null, pack: RulePack | null): boolean {
  if (overlay?.kind !== "register") return false;
  return pack?.registers?.find(({ id }) => id === overlay.register)?.place === "grid";
}

/** The plan's own grids with their outlines, drawn when they are wanted and again when they change. */
function useDrawnNet(wanted: boolean): Areas | null {
  const app = useApp();
  const { grids, members, borders } = useAppState(({ history }) => history.plan);
  const [net, setNet] = useState<Areas | null>(null);
  useEffect(() => {
    if (!wanted || grids.length === 0 || members === undefined || borders === undefined) return setNet(null);
    let left = false;
    void drawnNet(app).then((drawn) => {
      if (!left) setNet(drawn.net?.grids ?? null);
    });
    return () => {
      left = true;
    };
  }, [app, wanted, grids, members, borders]);
  return net;
}
