import { useEffect, useRef } from 'react';
import { wordsOf } from '../message/words.ts';
import type { Lang } from '../ui/format.ts';
import { Icon } from '../ui/Icon.tsx';

/** 快捷键 — what the keys do. */
export function HelpDialog({ lang, onClose }: { lang: Lang; onClose(): void }) {
  const words = wordsOf(lang);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="help card" data-part="help" aria-label={words.help} onClose={onClose}>
      <header>
        <h2>{words.help}</h2>
        <button type="button" className="tool" aria-label={words.close} onClick={() => dialog.current?.close()}>
          <Icon name="close" />
        </button>
      </header>
      <dl>
        {words.helpKeys.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </dialog>
  );
}
