import { stageTitles } from '../../venue/milestone-titles.message.ts';
import { stages } from '../../venue/rules.ts';
import { fields } from '../../words/field/rules.ts';
import { reportedText, sentence, silent, silentText } from '../../words/phrase.message.ts';
import type { Layer, LayerClass } from '../layer.ts';

const looks: Pick<LayerClass, 'lamp' | 'hatch' | 'letter'>[] = [
  { lamp: 'scale-1', hatch: 'level', letter: { zh: '未', en: 'N' } },
  { lamp: 'scale-2', hatch: 'falling', letter: { zh: '在', en: 'U' } },
  { lamp: 'scale-3', hatch: 'rising', letter: { zh: '主', en: 'S' } },
  { lamp: 'scale-4', hatch: 'none', letter: { zh: '配', en: 'F' } },
  { lamp: 'good', hatch: 'none', letter: { zh: '建', en: 'B' } },
  { lamp: 'done', hatch: 'none', letter: { zh: '验', en: 'A' } },
];

/** 建设阶段 — how far each venue is, whatever its schedule. */
export const venueStage: Layer = {
  id: 'venue-stage',
  theme: 'venue',
  parent: 'venue-schedule',
  level: 'village',
  title: fields.stage,
  definition: {
    zh: '台账最近一次报送的建设阶段：未开工、主体在建、主体完工、配套完善、建成、验收合格。',
    en: 'The stage last reported: not started, structure under way, structure complete, fitting out, built, accepted.',
  },
  source: { zh: '各镇阵地建设台账', en: 'Village centre ledgers of the towns' },
  unit: null,
  classes: [
    ...stages
      .map(
        (id, at): LayerClass => ({
          id,
          title: stageTitles[id],
          ...(looks[at] ?? { lamp: 'none', hatch: 'none', letter: { zh: '', en: '' } }),
        }),
      )
      .reverse(),
    { ...silent, letter: { zh: '—', en: '–' } },
  ],
  touches: ['venue'],
  judge({ venue }, { on }) {
    if (venue === null) return { class: 'silent', value: null, why: silentText('venue', on) };
    const values = { stage: stageTitles[venue.stage], source: reportedText('venue', venue.reportedOn) };
    return {
      class: venue.stage,
      value: null,
      why: sentence('最近报送的建设阶段是“{stage}”。{source}', 'The stage last reported is “{stage}”{source}.', values),
    };
  },
  rollUp: {
    title: { zh: '建成率', en: 'Built' },
    classes: ['built', 'accepted'],
    outside: [],
    target: 1,
    better: 'more',
  },
  kpis: [
    { id: 'venue-not-started', title: { zh: '未开工', en: 'Not started' }, classes: ['not-started'], better: 'less' },
  ],
};
