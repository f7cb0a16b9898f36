// A card over everything, until closed: the browser's own dialog keeps the focus inside and hears Escape.

import { X } from "lucide-react";
import { type ReactElement, type ReactNode, useEffect, useRef } from "react";
import { IconButton } from "./button.tsx";

interface ModalProps {
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly className?: string;
  readonly children: ReactNode;
}

export function Modal({ title, closeLabel, onClose, className, children }: ModalProps): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className={className} aria-label={title} onClose={onClose}>
      <header className="modal-head">
        <h2>{title}</h2>
        <IconButton label={closeLabel} onClick={() => dialog.current?.close()}>
          <X size={16} />
        </IconButton>
      </header>
      {children}
    </dialog>
  );
}
