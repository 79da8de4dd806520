import { wordsOf } from '../message/words.ts';
import type { Lang } from '../ui/format.ts';

/** While the first answers are on their way. */
export function Loading({ lang }: { lang: Lang }) {
  return (
    <main className="state" aria-busy="true" data-part="loading">
      <span className="spinner" aria-hidden="true" />
      <p role="status">{wordsOf(lang).loading}</p>
    </main>
  );
}

interface LoadFaultProps {
  lang: Lang;
  /** The sentence of a refusal; null when nothing came. */
  detail: string | null;
  onRetry(): void;
  /** Back to the present; null when it is looked at. */
  onNow: (() => void) | null;
}

/** Nothing came, or a refusal: its sentence, another try, and from another day the way back. */
export function LoadFault({ lang, detail, onRetry, onNow }: LoadFaultProps) {
  const words = wordsOf(lang);
  return (
    <main className="state" data-part="load-fault">
      <h1>{words.loadFault}</h1>
      <p>{detail ?? words.loadFaultText}</p>
      <button type="button" className="primary" onClick={onRetry}>
        {words.retry}
      </button>
      {onNow && (
        <button type="button" className="quiet" onClick={onNow}>
          {words.asOfNow}
        </button>
      )}
    </main>
  );
}

/** A county without any data: how it gets some. */
export function EmptyCounty({ lang }: { lang: Lang }) {
  const words = wordsOf(lang);
  return (
    <main className="state" data-part="empty">
      <h1>{words.empty}</h1>
      <p>{words.emptyText}</p>
      <pre>npm run import -- /data/county --dry-run</pre>
      <p>{words.emptyNote}</p>
    </main>
  );
}
