// What is selected, at the right: verdicts first, the evidence under them, what can be changed last.

import { X } from "lucide-react";
import { lazy, type ReactElement, Suspense } from "react";
import { changeSettings } from "../../commands/change-settings.ts";
import { selectPlace } from "../../commands/select-place.ts";
import { useText } from "../../i18n/use-text.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { IconButton } from "../../ui/button.tsx";
import { Resizer } from "../../ui/resizer.tsx";
import { CenterCard } from "./center-card.tsx";
import { CommunityCard } from "./community-card.tsx";
import { ResidenceCard } from "./residence-card.tsx";

const PlaceRegisters = lazy(async () => ({
  default: (await import("../desk/place-registers.tsx")).PlaceRegisters,
}));
const GridCard = lazy(async () => ({ default: (await import("../grids/grid-card.tsx")).GridCard }));

export function Inspector(): ReactElement | null {
  const app = useApp();
  const text = useText();
  const selection = useAppState(({ view }) => view.selection);
  const width = useAppState(({ settings }) => settings.rightWidth);
  if (selection === null) return null;
  return (
    <aside className="inspector" aria-label={text.inspector.label} style={width === null ? {} : { width }}>
      <Resizer
        label={text.resize.right}
        edge="left"
        limits={[260, 560]}
        onResize={(rightWidth) => changeSettings(app, { rightWidth })}
      />
      <div className="inspector-body">
        {selection.kind === "center" && <CenterCard key={selection.id} id={selection.id} />}
        {selection.kind === "community" && <CommunityCard id={selection.id} />}
        {selection.kind === "grid" && (
          <Suspense>
            <GridCard key={selection.id} id={selection.id} />
          </Suspense>
        )}
        {selection.kind === "residence" && <ResidenceCard index={selection.index} />}
        <Suspense>
          <PlaceRegisters />
        </Suspense>
      </div>
      <div className="inspector-close">
        <IconButton label={text.close} onClick={() => selectPlace(app, null)}>
          <X size={16} />
        </IconButton>
      </div>
    </aside>
  );
}
