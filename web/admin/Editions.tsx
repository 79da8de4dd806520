import { useState } from 'react';
import type { EditionKind } from '../../server/campaign/rules.ts';
import { adminWords } from '../message/admin/admin-words.ts';
import type { Lang } from '../ui/format.ts';
import { EditionForm } from './EditionForm.tsx';

const kinds: EditionKind[] = ['checklist', 'thresholds', 'campaign', 'routeWeights', 'ranking', 'holidays', 'bulletin'];

/** 标准与日期 — checklist, thresholds and campaign as dated editions. */
export function Editions({ lang }: { lang: Lang }) {
  const { editions: words } = adminWords(lang);
  const [kind, setKind] = useState<EditionKind>(
    () => kinds.find((one) => window.location.hash === `#editions-${one}`) ?? 'checklist',
  );
  return (
    <>
      <div className="office-bar">
        <fieldset className="row edition-kinds" aria-label={adminWords(lang).tabs.editions}>
          {kinds.map((one) => (
            <button key={one} type="button" className="quiet" aria-pressed={one === kind} onClick={() => setKind(one)}>
              {words[one]}
            </button>
          ))}
        </fieldset>
        <p>{words.text}</p>
      </div>
      <EditionForm key={kind} kind={kind} lang={lang} />
    </>
  );
}
