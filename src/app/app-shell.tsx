// The screen: top bar, steps, the step's panel, the map, what is selected, the findings below. Pages that the first
// screen does not show load when they are first asked for.

import { type ComponentType, lazy, type ReactElement, Suspense, useEffect } from "react";
import { changeSettings } from "./commands/change-settings.ts";
import { useLanguage, useText } from "./i18n/use-text.ts";
import { CirclesPanel } from "./pages/circles/circles-panel.tsx";
import { FindingsDrawer } from "./pages/findings/findings-drawer.tsx";
import { MapStage } from "./pages/shell/map-stage.tsx";
import { Rail } from "./pages/shell/rail.tsx";
import { TopBar } from "./pages/shell/top-bar.tsx";
import { useDrop } from "./pages/shell/use-drop.ts";
import { useKeyboard } from "./pages/shell/use-keyboard.ts";
import type { Step } from "./state/app-state.ts";
import { useApp, useAppState } from "./state/use-app.ts";
import { Resizer } from "./ui/resizer.tsx";

const PANELS: Readonly<Record<Step, ComponentType>> = {
  data: lazy(async () => ({ default: (await import("./pages/data/data-panel.tsx")).DataPanel })),
  circles: CirclesPanel,
  assess: lazy(async () => ({ default: (await import("./pages/assess/assess-panel.tsx")).AssessPanel })),
  grids: lazy(async () => ({ default: (await import("./pages/grids/grids-panel.tsx")).GridsPanel })),
  siting: lazy(async () => ({ default: (await import("./pages/siting/siting-panel.tsx")).SitingPanel })),
  meeting: lazy(async () => ({ default: (await import("./pages/meeting/meeting-panel.tsx")).MeetingPanel })),
};
const Inspector = lazy(async () => ({
  default: (await import("./pages/inspector/inspector.tsx")).Inspector,
}));
const ProjectDialogs = lazy(async () => ({
  default: (await import("./pages/project/project-dialogs.tsx")).ProjectDialogs,
}));
const ComparePage = lazy(async () => ({
  default: (await import("./pages/siting/compare-page.tsx")).ComparePage,
}));
const Desk = lazy(async () => ({ default: (await import("./pages/desk/desk.tsx")).Desk }));
const Presenter = lazy(async () => ({ default: (await import("./pages/meeting/presenter.tsx")).Presenter }));
const HelpCard = lazy(async () => ({ default: (await import("./pages/shell/help-card.tsx")).HelpCard }));

export function AppShell(): ReactElement {
  const app = useApp();
  const text = useText();
  const language = useLanguage();
  const dropping = useDrop(app);
  const selected = useAppState(({ view }) => view.selection !== null);
  const helping = useAppState(({ view }) => view.helpOpen);
  const asking = useAppState(({ keeping }) => keeping.dialog !== null);
  const comparing = useAppState(({ view }) => view.comparing);
  const atDesk = useAppState(({ view }) => view.desk !== null);
  const talking = useAppState(({ talk }) => talk !== null);
  useKeyboard(app);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <div className="shell" data-talking={talking || undefined}>
      <TopBar />
      <Rail />
      <LeftPanel />
      <MapStage />
      <Suspense>{selected && !talking && <Inspector />}</Suspense>
      <FindingsDrawer />
      <Suspense>{helping && <HelpCard />}</Suspense>
      <Suspense>{atDesk && <Desk />}</Suspense>
      <Suspense>{asking && <ProjectDialogs />}</Suspense>
      <Suspense>{comparing && <ComparePage />}</Suspense>
      <Suspense>{talking && <Presenter />}</Suspense>
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
        <Suspense>
          <Panel />
        </Suspense>
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
