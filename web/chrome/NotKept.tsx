import { useState, useSyncExternalStore } from 'react';
import { keepsNothing, onRefusedKeeping } from '../browser-store.ts';
import { wordsOf } from '../message/words.ts';
import type { Lang } from '../ui/format.ts';

/** 草稿不能保留 — said once where the browser's storage is full or forbidden; everything else works as it does. */
export function NotKept({ lang }: { lang: Lang }) {
  const refused = useSyncExternalStore(onRefusedKeeping, keepsNothing);
  const [read, setRead] = useState(false);
  if (!refused || read) return null;
  const words = wordsOf(lang);
  return (
    <p className="not-kept" role="status" data-part="not-kept">
      {words.notKept}
      <button type="button" className="quiet" onClick={() => setRead(true)}>
        {words.gotIt}
      </button>
    </p>
  );
}
