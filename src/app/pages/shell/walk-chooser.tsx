// How people walk: four presets, or free minutes and speed. A fixed distance is that distance in the minutes.

import { ChevronDown, Footprints } from "lucide-react";
import type { ReactElement } from "react";
import type { WalkSettings } from "../../../core/access/index.ts";
import { changeSettings } from "../../commands/change-settings.ts";
import { useText } from "../../i18n/use-text.ts";
import { WALK_LIMITS } from "../../state/settings.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { formatCount, formatPlain, formatSpeed } from "../../ui/format.ts";
import { Popover } from "../../ui/popover.tsx";

const PRESETS = {
  standard: { minutes: 15, speed: 1 },
  elderly: { minutes: 15, speed: 0.8 },
  fixed800: { minutes: 15, speed: 800 / 900 },
  fixed1000: { minutes: 15, speed: 1000 / 900 },
} as const satisfies Record<string, WalkSettings>;
type Preset = keyof typeof PRESETS;
const PRESET_NAMES = Object.keys(PRESETS) as Preset[];

const reachOf = ({ minutes, speed }: WalkSettings): number => minutes * 60 * speed;

export function WalkChooser(): ReactElement {
  const text = useText();
  const walk = useAppState(({ settings }) => settings.walk);
  return (
    <Popover
      label={text.walk.title}
      trigger={
        <>
          <Footprints size={14} aria-hidden="true" />
          <span className="visually-hidden">{text.walk.label}</span>
          <span className="walk-value">
            {text.walk.minutesValue(formatPlain(walk.minutes))} ·{" "}
            {text.walk.speedValue(formatSpeed(walk.speed))}
            <span className="quiet"> {text.walk.reach(formatCount(reachOf(walk)))}</span>
          </span>
          <ChevronDown size={14} aria-hidden="true" />
        </>
      }
    >
      <div className="walk-card">
        <h2>{text.walk.title}</h2>
        <WalkPresets walk={walk} />
        <WalkSliders walk={walk} />
        <p className="quiet note">{text.walk.note}</p>
      </div>
    </Popover>
  );
}

function WalkPresets({ walk }: { readonly walk: WalkSettings }): ReactElement {
  const app = useApp();
  const text = useText();
  return (
    <div className="walk-presets">
      {PRESET_NAMES.map((name) => {
        const preset = PRESETS[name];
        const pressed = preset.minutes === walk.minutes && preset.speed === walk.speed;
        return (
          <button
            key={name}
            type="button"
            className="walk-preset"
            aria-pressed={pressed}
            onClick={() => changeSettings(app, { walk: preset })}
          >
            {text.walk.presets[name]}
            <small>
              {text.walk.speedValue(formatSpeed(preset.speed))} ·{" "}
              {text.walk.reach(formatCount(reachOf(preset)))}
            </small>
          </button>
        );
      })}
    </div>
  );
}

function WalkSliders({ walk }: { readonly walk: WalkSettings }): ReactElement {
  const app = useApp();
  const text = useText();
  const change = (part: Partial<WalkSettings>): void => changeSettings(app, { walk: { ...walk, ...part } });
  return (
    <div className="walk-sliders">
      <label>
        <span>{text.walk.speed}</span>
        <input
          type="range"
          min={WALK_LIMITS.speed[0]}
          max={2}
          step={0.05}
          value={walk.speed}
          onChange={(event) => change({ speed: Math.round(event.target.valueAsNumber * 100) / 100 })}
        />
        <output>{formatSpeed(walk.speed)}</output>
      </label>
      <label>
        <span>{text.walk.minutes}</span>
        <input
          type="range"
          min={3}
          max={30}
          step={1}
          value={walk.minutes}
          onChange={(event) => change({ minutes: event.target.valueAsNumber })}
        />
        <output>{formatPlain(walk.minutes)}</output>
      </label>
    </div>
  );
}
