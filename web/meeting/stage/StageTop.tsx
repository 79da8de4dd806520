import type { GroundAnswer, MeetingAnswer } from '../../../server/meeting/answer.ts';
import { CampaignStand } from '../../chrome/CampaignStand.tsx';
import { hourText } from '../../chrome/TopBar.tsx';
import { meetingWords } from '../../message/meeting/meeting-words.ts';
import { stageWords } from '../../message/stage/stage-words.ts';
import { fill, formatDay, instantText, type Lang } from '../../ui/format.ts';

interface TopProps {
  meeting: MeetingAnswer;
  campaign: GroundAnswer['campaign'] | undefined;
  at: number;
  last: number;
  goneAt: number | null;
  lang: Lang;
}

/** 台上的标题 — number and title of the item, the instant of its figures, how much is newer, and since when nobody answers. */
export function StageTop({ meeting, campaign, at, last, goneAt, lang }: TopProps) {
  const words = meetingWords(lang);
  const title = meeting.items[at]?.title ?? meeting.title;
  return (
    <header className="meeting-top">
      <span className="meeting-number" data-part="meeting-number">
        {fill(words.of, { n: at + 1, of: last + 1 })}
      </span>
      <h1 className={title.length > 24 ? (title.length > 60 ? 'longest' : 'long') : ''}>{title}</h1>
      <DataAt meeting={meeting} campaign={campaign} goneAt={goneAt} lang={lang} />
    </header>
  );
}

/** 数据截至 — where the campaign stands, the instant of the frozen figures, and what came since. */
export function DataAt({
  meeting: { frozen, newer, state, heldOn, writable },
  campaign,
  goneAt,
  lang,
}: Omit<TopProps, 'at' | 'last'>) {
  const words = meetingWords(lang);
  const said = stageWords(lang);
  return (
    <span className="data-at">
      <CampaignStand campaign={campaign} lang={lang} />
      {frozen
        ? fill(words.dataAt, { at: instantText(frozen.at, lang) })
        : `${formatDay(heldOn, lang)} ${words.states[state]}`}
      {frozen && state === 'ended' && <strong data-part="meeting-ended">{words.ended}</strong>}
      {newer > 0 && state !== 'ended' && (
        <strong className="newer" data-part="meeting-newer">
          {fill(writable ? words.newer : said.newerLook, { count: newer })}
        </strong>
      )}
      <strong className="gone" role="status" data-part="meeting-gone" hidden={goneAt === null}>
        {goneAt !== null && fill(said.gone, { at: hourText(goneAt, lang) })}
      </strong>
    </span>
  );
}
