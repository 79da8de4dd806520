import type { AreasAnswer } from '../../../server/area/answer.ts';
import type { LayerAnswer } from '../../../server/layer/answer.ts';
import type { StepAnswer } from '../../../server/meeting/answer.ts';
import { meetingWords } from '../../message/meeting/meeting-words.ts';
import { stageWords } from '../../message/stage/stage-words.ts';
import { fill, formatDay, type Lang } from '../../ui/format.ts';
import { LampChip } from '../../ui/LampChip.tsx';
import type { ViewState } from '../../url.ts';
import { FitList } from './FitList.tsx';
import { StageChanges, StageQuiet } from './StageChanges.tsx';
import { StageText } from './StageText.tsx';
import { savedState } from './saved-view.ts';
import { TaskLines } from './TaskLines.tsx';
import { TownsTable } from './TownsTable.tsx';

export interface SideProps {
  step: StepAnswer;
  areas: AreasAnswer;
  layer: LayerAnswer | undefined;
  view: ViewState;
}

/** 左边 — the facts of a step, and of a place why it has its colour. */
export function StageFacts({ step, areas, layer, view }: SideProps) {
  const { lang, theme } = view;
  const words = meetingWords(lang);
  const { item, place, values } = step;
  return (
    <section className="stage-facts">
      {place && (
        <>
          <h2>
            {place.name} <small>{place.town}</small>
          </h2>
          <p>
            <LampChip lamp={place.lamp} theme={theme} text={place.state[lang]} />
          </p>
          <h3>{words.why}</h3>
          <p className="stage-why">{place.why[lang]}</p>
        </>
      )}
      {item.text && <StageText key={item.id} text={item.text} lang={lang} />}
      {place && (
        <FitList className="stage-rows" more={(n) => fill(stageWords(lang).more, { n })}>
          {step.facts.map(({ title, value }) => (
            <li key={title.zh}>
              <span>{title[lang]}</span>
              <b>{value}</b>
            </li>
          ))}
        </FitList>
      )}
      {item.kind === 'view' && layer && (
        <>
          <p className="stage-definition">{layer.definition[lang]}</p>
          <Days step={step} lang={lang} />
          {values && <TownsTable {...{ areas, layer, values, lang, theme }} />}
        </>
      )}
      {item.kind === 'tasks' && <TaskLines tasks={step.previous} lang={lang} theme={theme} placed />}
      {step.changes && <StageChanges changes={step.changes} layer={layer?.id} lang={lang} />}
    </section>
  );
}

/** The days a saved view shows, where they are not simply that of the figures, and how much moved between two. */
function Days({ step: { item, on, saved }, lang }: Pick<SideProps, 'step'> & { lang: Lang }) {
  const words = stageWords(lang);
  const compare = saved?.compare;
  const isPast = item.search != null && savedState(item.search).asOf !== null;
  return (
    <>
      {isPast && <p data-part="stage-on">{fill(words.shownOn, { day: formatDay(on, lang) })}</p>}
      {compare && (
        <p data-part="stage-compared">
          {fill(meetingWords(lang).since, { day: formatDay(compare.from, lang) })}{' '}
          <b className="bad">▼ {fill(words.worse, { n: compare.worse })}</b>{' '}
          <b className="good">▲ {fill(words.better, { n: compare.better })}</b>{' '}
          <b>· {fill(words.aged, { n: compare.aged })}</b>
        </p>
      )}
    </>
  );
}

/** 右边 — what was decided last time and what became of it, what is decided now; of the county its worst places. */
export function StageSide({ step, layer, view }: SideProps) {
  const { lang, theme } = view;
  const words = meetingWords(lang);
  return (
    <section className="stage-side">
      {step.worst.length > 0 && (
        <>
          <h3>{words.worst}</h3>
          <FitList className="stage-worst" more={(n) => fill(stageWords(lang).more, { n })}>
            {step.worst.map(({ code, name, town, why }) => (
              <li key={code}>
                <strong>{name}</strong> <span className="sub">{town}</span>
                <p className="sub">{why[lang]}</p>
              </li>
            ))}
          </FitList>
        </>
      )}
      {step.changes && <StageQuiet changes={step.changes} layer={layer?.id} lang={lang} />}
      {step.decided.length > 0 && (
        <>
          <h3>{words.decided}</h3>
          <TaskLines tasks={step.decided} lang={lang} theme={theme} />
        </>
      )}
      {step.place && (
        <>
          <h3>{stageWords(lang).lastTime}</h3>
          {step.previous.length === 0 && <p>{words.noBefore}</p>}
          {step.previous.length > 0 && <TaskLines tasks={step.previous} lang={lang} theme={theme} />}
        </>
      )}
    </section>
  );
}
