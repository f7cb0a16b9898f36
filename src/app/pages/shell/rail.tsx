// The steps of the work, in order, down the left edge.

import { ClipboardCheck, Database, LayoutGrid, MapPinPlus, Presentation, Radius } from "lucide-react";
import type { ReactElement } from "react";
import { changeView } from "../../commands/change-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { STEPS, type Step } from "../../state/app-state.ts";
import { useApp, useAppState } from "../../state/use-app.ts";

const ICONS: Readonly<Record<Step, typeof Database>> = {
  data: Database,
  circles: Radius,
  assess: ClipboardCheck,
  grids: LayoutGrid,
  siting: MapPinPlus,
  meeting: Presentation,
};

export function Rail(): ReactElement {
  const app = useApp();
  const text = useText();
  const current = useAppState(({ view }) => view.step);
  return (
    <nav className="rail" aria-label={text.stepsLabel}>
      {STEPS.map((step, index) => {
        const Icon = ICONS[step];
        return (
          <button
            key={step}
            type="button"
            className="rail-step"
            aria-current={step === current ? "step" : undefined}
            aria-keyshortcuts={String(index + 1)}
            onClick={() => changeView(app, { step })}
          >
            <Icon size={18} strokeWidth={1.6} aria-hidden="true" />
            {text.steps[step]}
          </button>
        );
      })}
    </nav>
  );
}
