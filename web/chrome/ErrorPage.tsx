import { wordsOf } from '../message/words.ts';
import { readView } from '../url.ts';

/** 出错页 — what is shown where a page broke: what to do and a way back, in the page's language; the cause stays in the console. */
export function ErrorPage() {
  const { lang } = readView(Object.fromEntries(new URLSearchParams(window.location.search)));
  const words = wordsOf(lang);
  return (
    <main className="state" role="alert" data-part="error-page">
      <h1>{words.broken}</h1>
      <p>{words.brokenText}</p>
      <button type="button" className="primary" onClick={() => window.location.reload()}>
        {words.reload}
      </button>
      <button type="button" className="quiet" onClick={() => window.location.assign(lang === 'en' ? '/?lang=en' : '/')}>
        {words.toMap}
      </button>
    </main>
  );
}
