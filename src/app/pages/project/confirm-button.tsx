// A button that asks once more before it does what cannot be undone; looking elsewhere takes the question back.

import { type ReactElement, type ReactNode, useState } from "react";
import { Button, IconButton } from "../../ui/button.tsx";

interface ConfirmButtonProps {
  readonly label: string;
  /** The question's answer, on the second button. */
  readonly sure: string;
  readonly onSure: () => void;
  readonly children: ReactNode;
}

export function ConfirmButton({ label, sure, onSure, children }: ConfirmButtonProps): ReactElement {
  const [asking, setAsking] = useState(false);
  if (!asking) {
    return (
      <IconButton label={label} onClick={() => setAsking(true)}>
        {children}
      </IconButton>
    );
  }
  return (
    <Button autoFocus kind="primary" onBlur={() => setAsking(false)} onClick={onSure}>
      {sure}
    </Button>
  );
}
