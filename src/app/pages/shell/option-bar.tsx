// The plan options in the top bar: the present state, those beside it, and one more; what can be done with the one
// shown, under it. Left and right go through them.

import { ChevronDown, Plus } from "lucide-react";
import { type KeyboardEvent, lazy, type ReactElement, Suspense, useState } from "react";
import { addOption } from "../../commands/add-option.ts";
import { switchOption } from "../../commands/switch-option.ts";
import { useText } from "../../i18n/use-text.ts";
import { isReadOnly } from "../../state/keeping.ts";
import { nextOptionName } from "../../state/option-names.ts";
import { nameOf } from "../../state/plan-options.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { IconButton } from "../../ui/button.tsx";
import { Popover } from "../../ui/popover.tsx";

const OptionMenu = lazy(async () => ({ default: (await import("../siting/option-menu.tsx")).OptionMenu }));

export function OptionBar(): ReactElement {
  const app = useApp();
  const text = useText();
  const options = useAppState((state) => state.options);
  const current = useAppState(({ currentOption }) => currentOption);
  const readOnly = useAppState(isReadOnly);
  const [open, setOpen] = useState(false);
  const named = (id: string): string => nameOf({ options }, id, text.present);
  const shown = options.find(({ id }) => id === current);
  const step = ({ key, currentTarget }: KeyboardEvent<HTMLElement>): void => {
    const by = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
    const next = options[options.findIndex(({ id }) => id === current) + by];
    if (by === 0 || next === undefined || !switchOption(app, next.id)) return;
    requestAnimationFrame(() => currentTarget.querySelector<HTMLElement>("[aria-selected=true]")?.focus());
  };
  return (
    <div className="option-bar">
      <div className="option-tabs" role="tablist" aria-label={text.options.label} onKeyDown={step}>
        {options.map(({ id }) => (
          <button
            key={id}
            type="button"
            role="tab"
            className="option-tab"
            aria-selected={id === current}
            tabIndex={id === current ? 0 : -1}
            onClick={() => switchOption(app, id)}
          >
            {named(id)}
          </button>
        ))}
      </div>
      {shown !== undefined && options.length > 1 && (
        <Popover
          label={text.options.menu(named(shown.id))}
          onToggle={setOpen}
          trigger={
            <>
              <span className="visually-hidden">{text.options.menu(named(shown.id))}</span>
              <ChevronDown size={14} aria-hidden="true" />
            </>
          }
        >
          <Suspense>{open && <OptionMenu />}</Suspense>
        </Popover>
      )}
      <IconButton
        label={text.options.add}
        disabled={readOnly}
        onClick={() =>
          addOption(app, { name: nextOptionName(options, text.options.letter), from: "current" })
        }
      >
        <Plus size={16} />
      </IconButton>
    </div>
  );
}
