// The hand on the siting step: pins and ways; what the pin finds where it is; the ways drawn so far.

import { CircleDot, DoorOpen, MapPin, MousePointer2, Route, Spline, Trash2 } from "lucide-react";
import type { ReactElement } from "react";
import { editPlan } from "../../commands/edit-plan.ts";
import { changeSiting } from "../../commands/siting/change-siting.ts";
import { useSitingText } from "../../i18n/use-siting-text.ts";
import { useText } from "../../i18n/use-text.ts";
import {
  isLinkTool,
  isPinTool,
  SITE_TOOL_KEYS,
  SITE_TOOLS,
  type SiteTool,
} from "../../map/siting/site-scene.ts";
import { isReadOnly } from "../../state/keeping.ts";
import { isPresent } from "../../state/plan-options.ts";
import type { SiteWork } from "../../state/site-work.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { IconButton } from "../../ui/button.tsx";
import { CheckField } from "../../ui/check-field.tsx";
import { formatCount, formatPlain, formatShare } from "../../ui/format.ts";

const ICONS: Readonly<Record<SiteTool, typeof MapPin>> = {
  select: MousePointer2,
  candidate: MapPin,
  center: CircleDot,
  path: Route,
  footbridge: Spline,
  gate: DoorOpen,
};

export function SiteTools({ work }: { readonly work: SiteWork }): ReactElement {
  const app = useApp();
  const text = useSitingText().tools;
  const readOnly = useAppState(isReadOnly);
  const present = useAppState((state) => isPresent(state, state.currentOption));
  const opens = present && (isLinkTool(work.tool) || work.tool === "center");
  return (
    <section className="site-tools" aria-label={text.label}>
      <div className="tool-row" role="toolbar" aria-label={text.label}>
        {SITE_TOOLS.map((tool) => {
          const Icon = ICONS[tool];
          return (
            <button
              key={tool}
              type="button"
              className="tool"
              aria-pressed={tool === work.tool}
              aria-keyshortcuts={SITE_TOOL_KEYS[tool].toUpperCase()}
              disabled={readOnly && tool !== "select"}
              onClick={() => changeSiting(app, { tool, drawing: null, pin: null })}
            >
              <Icon size={16} strokeWidth={1.6} aria-hidden="true" />
              {text.names[tool]}
              <kbd>{SITE_TOOL_KEYS[tool].toUpperCase()}</kbd>
            </button>
          );
        })}
      </div>
      <p className="quiet note">{text.hints[work.tool]}</p>
      {work.tool !== "select" && <p className="quiet note">{text.keys}</p>}
      {opens && <p className="note">{text.opensOption}</p>}
      {isPinTool(work.tool) && <PinFacts per={work.wish.areaPer100} />}
      <Ways readOnly={readOnly} />
    </section>
  );
}

function PinFacts({ per }: { readonly per: number | null }): ReactElement | null {
  const text = useSitingText().pin;
  const { units } = useText();
  const gain = useAppState(({ sites }) => sites?.pin?.gain ?? null);
  if (gain === null) return null;
  if (!gain.linked) return <p>{text.offNetwork}</p>;
  const facts: readonly (readonly [string, string, string])[] = [
    [text.gain, `+${formatCount(gain.households)}`, units.households],
    [text.elderly, `+${formatCount(gain.elderly)}`, units.households],
    [text.coverage, formatShare(gain.coverage) ?? "—", units.percent],
  ];
  return (
    <div className="pin-facts" role="status">
      <dl className="facts">
        {facts.map(([name, value, unit]) => (
          <div key={name}>
            <dt className="quiet">{name}</dt>
            <dd className="figure">
              {value}
              <span className="unit">{unit}</span>
            </dd>
          </div>
        ))}
      </dl>
      {per !== null && (
        <p className="quiet note">{text.need(formatCount((gain.within * per) / 100), formatPlain(per))}</p>
      )}
      {gain.unknownResidences > 0 && (
        <p className="quiet note">{text.unknown(formatCount(gain.unknownResidences))}</p>
      )}
    </div>
  );
}

function Ways({ readOnly }: { readonly readOnly: boolean }): ReactElement | null {
  const app = useApp();
  const text = useSitingText().ways;
  const links = useAppState(({ history }) => history.plan.links);
  if (links.length === 0) return null;
  return (
    <div className="ways">
      <h2>{text.title}</h2>
      <ul>
        {links.map(({ id, name, open }) => (
          <li key={id}>
            <span className="site-name">{name}</span>
            <CheckField
              label={text.open}
              checked={open}
              onChange={(next) => editPlan(app, "link.change", { id, open: next })}
            />
            <IconButton
              label={text.remove}
              disabled={readOnly}
              onClick={() => editPlan(app, "link.remove", { id })}
            >
              <Trash2 size={16} />
            </IconButton>
          </li>
        ))}
      </ul>
    </div>
  );
}
