import type { ChangedPlace, ChangesAnswer } from '../../../server/meeting/answer.ts';
import { meetingWords } from '../../message/meeting/meeting-words.ts';
import { stageWords } from '../../message/stage/stage-words.ts';
import { fill, formatDay, type Lang } from '../../ui/format.ts';
import { FitList } from './FitList.tsx';

interface ChangesProps {
  changes: ChangesAnswer;
  /** The layer on the map. */
  layer: string | undefined;
  lang: Lang;
}

/** 上次会议以来 — of the layer on the map, which places got worse and which better. */
export function StageChanges({ changes, layer: id, lang }: ChangesProps) {
  const words = meetingWords(lang);
  const { since, meeting, layers, decisions } = changes;
  const day = formatDay(since, lang);
  const given = decisions.kept + decisions.open + decisions.overdue;
  const layer = layers.find((one) => one.id === id) ?? layers[0];
  return (
    <>
      <p>{meeting ? fill(words.sinceMeeting, { meeting, day }) : fill(words.since, { day })}</p>
      {given > 0 && <p>{fill(words.kept, decisions)}</p>}
      {layer && layer.up.length + layer.down.length + layer.aged.length === 0 && <p>{words.noChange}</p>}
      {layer && <Group mark="▼" tone="bad" title={words.down2} places={layer.down} lang={lang} />}
      {layer && <Group mark="▲" tone="good" title={words.up2} places={layer.up} lang={lang} />}
      {layer && <Group mark="·" tone="aged" title={words.aged2} places={layer.aged} lang={lang} />}
    </>
  );
}

/** The other themes in numbers, and which villages reported nothing meanwhile. */
export function StageQuiet({ changes: { layers, quiet }, layer, lang }: ChangesProps) {
  const words = stageWords(lang);
  const others = layers.filter(({ id }) => id !== layer);
  const n = quiet.reduce((sum, { villages }) => sum + villages.length, 0);
  return (
    <>
      {others.length > 0 && <h3>{words.others}</h3>}
      {others.map(({ id, title, up, down, aged }) => (
        <p key={id}>
          {title[lang]} <b className="bad">▼ {fill(words.worse, { n: down.length })}</b>{' '}
          <b className="good">▲ {fill(words.better, { n: up.length })}</b>{' '}
          <b>· {fill(words.aged, { n: aged.length })}</b>
        </p>
      ))}
      {n > 0 && (
        <>
          <h3>{fill(words.quietVillages, { n })}</h3>
          <FitList className="silent" more={(left) => fill(words.more, { n: left })}>
            {quiet.map(({ town, villages }) => (
              <li key={town}>
                <strong>{town}</strong> {villages.join(lang === 'zh' ? '、' : ', ')}
              </li>
            ))}
          </FitList>
        </>
      )}
    </>
  );
}

interface GroupProps {
  mark: string;
  tone: 'good' | 'bad' | 'aged';
  title: string;
  places: ChangedPlace[];
  lang: Lang;
}

function Group({ mark, tone, title, places, lang }: GroupProps) {
  if (places.length === 0) return null;
  const words = meetingWords(lang);
  return (
    <>
      <h3 className={tone}>
        {mark} {title} {places.length}
      </h3>
      <FitList className="changed" part={`changed-${tone}`} more={(n) => fill(stageWords(lang).more, { n })}>
        {places.map(({ code, name, town, from, to }) => (
          <li key={code}>
            <strong>{name}</strong> <span className="sub">{town}</span>{' '}
            {fill(words.change, { from: from[lang], to: to[lang] })}
          </li>
        ))}
      </FitList>
    </>
  );
}
