// Chooses a rule pack where a page is about one.

import type { ReactElement } from "react";
import { inLanguage } from "../../../messages/findings.ts";
import { choosePack } from "../../commands/packs/choose-pack.ts";
import { useLanguage, useText } from "../../i18n/use-text.ts";
import { packEntries } from "../../state/pack-entry.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { SelectField } from "../../ui/select-field.tsx";

export function PackSelect({ value }: { readonly value: string }): ReactElement {
  const app = useApp();
  const text = useText();
  const language = useLanguage();
  const packIndex = useAppState((state) => state.packIndex);
  const ownPacks = useAppState((state) => state.ownPacks);
  const entries = packEntries({ packIndex, ownPacks }, app.host.now().slice(0, 10));
  return (
    <SelectField
      label={text.pack.label}
      value={value}
      options={entries.map(({ id, name }) => ({ value: id, label: inLanguage(name, language) }))}
      onChange={(id) => void choosePack(app, id)}
    />
  );
}
