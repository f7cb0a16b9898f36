// Reads a rule pack from a file into this project; what is wrong with one that is refused is said in full.

import { type ReactElement, useState } from "react";
import { packProblemSentence } from "../../../messages/pack-problems.ts";
import { importPack } from "../../commands/packs/own-packs.ts";
import { useDeskText } from "../../i18n/use-desk-text.ts";
import { useLanguage } from "../../i18n/use-text.ts";
import { isReadOnly } from "../../state/keeping.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { Button } from "../../ui/button.tsx";
import { chooseFile } from "../../ui/choose-file.ts";
import { useGivenFiles } from "./use-given-files.ts";

export function PackReader(): ReactElement {
  const app = useApp();
  const { rules: words } = useDeskText();
  const language = useLanguage();
  const readOnly = useAppState(isReadOnly);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const read = async (file: File): Promise<void> => {
    const found = await importPack(app, file);
    setProblems(found.map((problem) => packProblemSentence(problem, file.name, language)));
  };
  useGivenFiles((file) => {
    if (!readOnly) void read(file);
  }, words.importJson);
  return (
    <>
      <Button disabled={readOnly} onClick={() => chooseFile(".json", (file) => void read(file))}>
        {words.importJson}
      </Button>
      {problems.length > 0 && (
        <ul className="refusal desk-refusals" role="alert">
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
    </>
  );
}
