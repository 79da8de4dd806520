import { useQuery } from '@tanstack/react-query';
import { useLayoutEffect, useState } from 'react';
import type { ScoresAnswer } from '../../server/ranking/answer.ts';
import { Refused } from '../api.ts';
import { OfficeHead } from '../chrome/office/OfficeHead.tsx';
import { Loading } from '../chrome/States.tsx';
import { useLive } from '../live.ts';
import { rankingWords } from '../message/ranking/ranking-words.ts';
import { useOwnSearch } from '../own-search.ts';
import { dressPage } from '../page-look.ts';
import { may, sessionQuery } from '../session.ts';
import { fill, formatDay } from '../ui/format.ts';
import { Shown, Tabs } from '../ui/Tabs.tsx';
import { useNarrow } from '../ui/use-narrow.ts';
import type { ViewState } from '../url.ts';
import { useView } from '../use-view.ts';
import { Externals } from './Externals.tsx';
import { FormulaText } from './FormulaText.tsx';
import { rankingNames } from './names.ts';
import { rankHistoryQuery, scoresQuery } from './queries.ts';
import { ScoreTable } from './ScoreTable.tsx';
import { Tools } from './Tools.tsx';
import '../chrome/chrome.css';
import '../chrome/office/office.css';
import '../chrome/office/office-parts.css';
import './ranking-page.css';

/** 考核排名与问责 — towns and villages by score with the formula, and what superiors said of them; on a phone a sentence instead. */
export default function RankingPage() {
  const [view] = useView();
  const { lang } = view;
  const words = rankingWords(lang);
  const session = useQuery(sessionQuery()).data;
  const narrow = useNarrow();
  useLayoutEffect(() => dressPage(view), [view]);
  return (
    <div className="office ranking-page" data-part="ranking-page">
      <OfficeHead title={words.title} lang={lang} />
      {narrow ? (
        <p className="state" data-part="no-ranking">
          {words.phone}
        </p>
      ) : (
        <RankingOfDay view={view} office={may(session, 'set-ranking')} />
      )}
    </div>
  );
}

const tabs = ['towns', 'villages', 'external'] as const;
type Tab = (typeof tabs)[number];

function RankingOfDay({ view, office }: { view: ViewState; office: boolean }) {
  const [, put] = useOwnSearch('/ranking', rankingNames);
  const { since } = view;
  useLive();
  const query = useQuery(scoresQuery(view.asOf, since));
  const words = rankingWords(view.lang);
  if (query.error) {
    const detail = query.error instanceof Refused && query.error.status !== 404 ? query.error.detail : words.gone;
    return (
      <p className="state" role="alert" data-part="no-ranking">
        {detail}
      </p>
    );
  }
  if (!query.data) return <Loading lang={view.lang} />;
  return (
    <Ranking
      answer={query.data}
      view={view}
      office={office}
      since={since}
      onSince={(day) => put({ since: day ?? '' })}
    />
  );
}

interface RankingProps {
  answer: ScoresAnswer;
  view: ViewState;
  /** Whether the person sets rankings. */
  office: boolean;
  since: string | null;
  onSince(since: string | null): void;
}

function Ranking({ answer, view, office, since, onSince }: RankingProps) {
  const { lang } = view;
  const words = rankingWords(lang);
  const [tab, setTab] = useState<Tab>(() => tabs.find((id) => id === window.location.hash.slice(1)) ?? 'towns');
  const history = useQuery({ ...rankHistoryQuery(view.asOf), enabled: tab === 'towns' }).data ?? null;
  const show = (id: Tab) => {
    window.history.replaceState(window.history.state, '', `#${id}`);
    setTab(id);
  };
  return (
    <>
      <Tabs
        className="office-tabs"
        label={words.title}
        tabs={tabs.map((id) => ({ id, title: words[id] }))}
        chosen={tab}
        lang={lang}
        onChoose={show}
      >
        <main className="office-page">
          <Shown of={tab}>
            {answer.hidden && (
              <p className="hidden-note" role="status" data-part="ranking-hidden">
                {words.hidden}
              </p>
            )}
            <p className="ranking-day">{fill(words.asOf, { day: formatDay(answer.on, lang) })}</p>
            {tab !== 'external' && <Tools {...{ answer, view, office, since, onSince }} />}
            {tab === 'towns' && <p className="hint">{answer.cut.towns.said[lang]}</p>}
            {tab === 'towns' && (
              <ScoreTable
                rows={answer.towns}
                of={answer.of.towns}
                formula={answer.formula}
                view={view}
                history={history}
                level="town"
              />
            )}
            {tab === 'villages' && <Villages answer={answer} view={view} />}
            {tab === 'external' && <Externals answer={answer} lang={lang} view={view} office={office} />}
            {tab !== 'external' && <FormulaText formula={answer.formula} lang={lang} />}
          </Shown>
        </main>
      </Tabs>
    </>
  );
}

/** The villages in the person's scope, of one town or all, or the last N of the county among them. */
function Villages({ answer, view }: { answer: ScoresAnswer; view: ViewState }) {
  const words = rankingWords(view.lang);
  const [own, put] = useOwnSearch('/ranking', rankingNames);
  const town = answer.towns.find(({ code }) => code === own.town)?.name ?? '';
  const onlyLast = own.last === '1';
  const shown = answer.villages.filter((row) => (town === '' || row.town === town) && (!onlyLast || row.last !== null));
  const towns = answer.towns.filter(({ name }) => answer.villages.some((row) => row.town === name));
  return (
    <>
      <div className="office-bar village-bar">
        <label>
          {words.town}{' '}
          <select
            value={town === '' ? '' : own.town}
            onChange={({ target }) => put({ town: target.value })}
            data-part="town-filter"
          >
            <option value="">{words.allTowns}</option>
            {towns.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          <input
            type="checkbox"
            checked={onlyLast}
            onChange={({ target }) => put({ last: target.checked ? '1' : '' })}
          />{' '}
          {fill(words.onlyLast, { n: answer.formula.lastVillages })}
        </label>
        <p>{fill(words.count, { n: shown.length, of: answer.of.villages })}</p>
        <p data-part="last-cut">{answer.cut.villages.said[view.lang]}</p>
      </div>
      {shown.length === 0 ? (
        <p className="hint">{words.none}</p>
      ) : (
        <ScoreTable
          rows={shown}
          of={answer.of.villages}
          formula={answer.formula}
          view={view}
          history={null}
          level="village"
        />
      )}
    </>
  );
}
