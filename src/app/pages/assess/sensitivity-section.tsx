// How firm the verdicts are: which of them would change at 0.8 m/s, the pace of the elderly, or with household counts
// five percent off. Tried when asked, gone when the plan changes.

import { type ReactElement, useState } from "react";
import type { FlagFlip } from "../../../core/assess/index.ts";
import { flagLabel, inLanguage, verdictLabel } from "../../../messages/findings.ts";
import { selectPlace } from "../../commands/select-place.ts";
import { type TriedSensitivity, trySensitivity } from "../../commands/try-sensitivity.ts";
import { useDeskText } from "../../i18n/use-desk-text.ts";
import { useLanguage } from "../../i18n/use-text.ts";
import { packOf } from "../../state/plan-selectors.ts";
import { selectionOf } from "../../state/record-places.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { Button } from "../../ui/button.tsx";
import { formatCount, formatPlain, formatSpeed } from "../../ui/format.ts";
import "./sensitivity.css";

/** Changes listed for one trial; the rest are counted. */
const SHOWN = 6;

export function SensitivitySection(): ReactElement {
  const app = useApp();
  const { sensitivity: words } = useDeskText();
  const [tried, setTried] = useState<TriedSensitivity | null>(null);
  const key = useAppState(({ analysis }) => analysis?.key ?? null);
  const found = tried !== null && tried.key === key ? tried.found : null;
  return (
    <details className="sensitivity">
      <summary>{words.title}</summary>
      <p className="quiet note">{words.hint}</p>
      {found === null ? (
        <Button disabled={key === null} onClick={() => void trySensitivity(app).then(setTried)}>
          {words.run}
        </Button>
      ) : (
        <ul>
          {found.speeds.map(({ speed, flips }) => (
            <Trial key={speed} title={words.speed(formatSpeed(speed))} flips={flips} />
          ))}
          {found.households.map(({ percent, flips }) => (
            <Trial
              key={percent}
              title={(percent > 0 ? words.more : words.fewer)(formatPlain(Math.abs(percent)))}
              flips={flips}
            />
          ))}
        </ul>
      )}
    </details>
  );
}

interface TrialProps {
  readonly title: string;
  readonly flips: readonly FlagFlip[];
}

function Trial({ title, flips }: TrialProps): ReactElement {
  const { sensitivity: words } = useDeskText();
  return (
    <li>
      <h3>
        {title}
        <span className="quiet">
          {flips.length === 0 ? words.steady : words.flips(formatCount(flips.length))}
        </span>
      </h3>
      {flips.slice(0, SHOWN).map((flip) => (
        <Flip key={`${flip.ruleId} ${flip.place.id}`} flip={flip} />
      ))}
      {flips.length > SHOWN && <p className="quiet note">{words.rest(formatCount(flips.length - SHOWN))}</p>}
    </li>
  );
}

function Flip({ flip }: { readonly flip: FlagFlip }): ReactElement {
  const app = useApp();
  const { sensitivity: words } = useDeskText();
  const language = useLanguage();
  const rule = useAppState((state) => packOf(state)?.rules.find(({ id }) => id === flip.ruleId));
  const said = (verdict: FlagFlip["from"], flag: FlagFlip["fromFlag"]): string =>
    flag === null ? verdictLabel(verdict, language) : flagLabel(flag, language);
  return (
    <button
      type="button"
      className="flip"
      onClick={() => {
        const selection = selectionOf(app.store.getState(), flip.place.id);
        if (selection !== null) selectPlace(app, selection, { fly: true });
      }}
    >
      <span>{flip.place.name}</span>
      <small className="quiet">{rule === undefined ? flip.ruleId : inLanguage(rule.title, language)}</small>
      <span>{words.from(said(flip.from, flip.fromFlag), said(flip.to, flip.toFlag))}</span>
    </button>
  );
}
