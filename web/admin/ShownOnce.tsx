import { useState } from 'react';
import { adminWords } from '../message/admin/admin-words.ts';
import type { Lang } from '../ui/format.ts';

interface ShownOnceProps {
  title: string;
  secret: string;
  text: string;
  lang: Lang;
  onClose(): void;
}

/** Something the server tells once and keeps only as a hash: a first password, a screen's link. */
export function ShownOnce({ title, secret, text, lang, onClose }: ShownOnceProps) {
  const words = adminWords(lang);
  const [copied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard?.writeText(secret).then(
      () => setCopied(true),
      () => undefined,
    );
  return (
    <section className="shown-once" aria-live="polite" data-part="shown-once">
      <h2>{title}</h2>
      <div className="row">
        <output>{secret}</output>
        {'clipboard' in navigator && (
          <button type="button" className="quiet" onClick={() => void copy()}>
            {copied ? words.copied : words.copy}
          </button>
        )}
        <button type="button" className="quiet" onClick={onClose}>
          {words.close}
        </button>
      </div>
      <p>{text}</p>
    </section>
  );
}
