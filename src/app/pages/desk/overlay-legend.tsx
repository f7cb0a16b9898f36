// What the registers' colours or the matters' dots on the map mean, how many of each, and the way to put them away.

import { X } from "lucide-react";
import { type ReactElement, useEffect, useMemo } from "react";
import { changeView } from "../../commands/change-view.ts";
import { useDeskText } from "../../i18n/use-desk-text.ts";
import { useLanguage } from "../../i18n/use-text.ts";
import { overlayOf } from "../../state/overlay-of.ts";
import { packOf } from "../../state/plan-selectors.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { IconButton } from "../../ui/button.tsx";
import { formatCount } from "../../ui/format.ts";
import "./desk.css";

export function OverlayLegend(): ReactElement | null {
  const app = useApp();
  const { overlay: words, registers } = useDeskText();
  const language = useLanguage();
  const overlay = useAppState(({ view }) => view.overlay);
  const project = useAppState((state) => state.project);
  const history = useAppState((state) => state.history);
  const pack = useAppState(packOf);
  const scene = useMemo(
    () =>
      overlay === null || pack === null
        ? null
        : overlayOf(
            overlay,
            { project, history },
            pack,
            language,
            { ...words, yes: registers.yes, no: registers.no },
            app.host.now().slice(0, 10),
          ),
    [app, overlay, project, history, pack, language, words, registers],
  );
  useEffect(() => {
    app.map.current?.showOverlay(scene);
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
            <i style={{ background: color }} />
            {label}
            <span className="quiet">{formatCount(count)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
