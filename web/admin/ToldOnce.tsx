import { useState } from 'react';
import { adminWords } from '../message/admin/admin-words.ts';
import type { Lang } from '../ui/format.ts';

interface ToldOnceProps {
  title: string;
  told: string;
  text: string;
  lang: Lang;
  onClose(): void;
}

/** Something the server tells once and keeps only as a hash: a first password, a screen's link. */
export function ToldOnce({ title, told, text, lang, onClose }: ToldOnceProps) {
  const words = adminWords(lang);
  const [copied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard?.writeText(told).then(
      () => setCopied(true),
      () => undefined,
    );
  return (
    <section className="told-once" aria-live="polite" data-part="told-once">
      <h2>{title}</h2>
      <div className="row">
        <output>{told}</output>
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
