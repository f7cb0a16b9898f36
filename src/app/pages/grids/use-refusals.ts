// Why an edit of the net was refused, in words.

import type { EditRefusal } from "../../commands/edit-plan.ts";
import { useGridsText } from "../../i18n/use-grids-text.ts";

export function useRefusals(): (refused: EditRefusal | null) => string | null {
  const { refusals } = useGridsText();
  return (refused) => (refused === null ? null : ((refusals as Record<string, string>)[refused] ?? refused));
}
