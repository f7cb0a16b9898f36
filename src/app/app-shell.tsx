// The screen: top bar, steps, the step's panel, the map, what is selected, the findings below.

import { type ReactElement, useEffect } from "react";
import { changeSettings } from "./commands/change-settings.ts";
import { useLanguage, useText } from "./i18n/use-text.ts";
import { AssessPanel } from "./pages/assess/assess-panel.tsx";
import { CirclesPanel } from "./pages/circles/circles-panel.tsx";
import { DataPanel } from "./pages/data/data-panel.tsx";
import { FindingsDrawer } from "./pages/findings/findings-drawer.tsx";
import { Inspector } from "./pages/inspector/inspector.tsx";
import { HelpCard } from "./pages/shell/help-card.tsx";
import { MapStage } from "./pages/shell/map-stage.tsx";
import { Rail } from "./pages/shell/rail.tsx";
import { TopBar } from "./pages/shell/top-bar.tsx";
import { useDrop } from "./pages/shell/use-drop.ts";
import { useKeyboard } from "./pages/shell/use-keyboard.ts";
import type { Step } from "./state/app-state.ts";
import { useApp, useAppState } from "./state/use-app.ts";
import { Resizer } from "./ui/resizer.tsx";

const PANELS: Readonly<Record<Step, () => ReactElement>> = {
  data: DataPanel,
  circles: CirclesPanel,
  assess: AssessPanel,
};

export function AppShell(): ReactElement {
  const app = useApp();
  const text = useText();
  const language = useLanguage();
  const dropping = useDrop(app);
  useKeyboard(app);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <div className="shell">
      <TopBar />
      <Rail />
      <LeftPanel />
      <MapStage />
      <Inspector />
      <FindingsDrawer />
      <HelpCard />
      {dropping && (
        <div className="drop-veil" role="status">
          {text.drop}
        </div>
      )}
    </div>
  );
}

function LeftPanel(): ReactElement {
  const app = useApp();
  const text = useText();
  const step = useAppState(({ view }) => view.step);
  const width = useAppState(({ settings }) => settings.leftWidth);
  const Panel = PANELS[step];
  return (
    <aside className="left" aria-label={text.steps[step]} style={width === null ? {} : { width }}>
      <div className="left-body">
        <Panel />
      </div>
      <Resizer
        label={text.resize.left}
        edge="right"
        limits={[240, 520]}
        onResize={(leftWidth) => changeSettings(app, { leftWidth })}
      />
    </aside>
  );
}
