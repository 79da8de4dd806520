import type { AreaChange } from '../../form/form-answers.ts';
import type { Text } from '../../words/text.ts';

/** What stays to be done after a place changed. */
export const areaNotes: Record<AreaChange['kind'], Text[]> = {
  rename: [],
  merge: [
    {
      zh: '被并入的村此前的填报和督查列入合并后的村的档案，注明原村名；合并后的情况请按合并后的村填报。',
      en: 'Earlier reports and visits of the merged village appear in the file of the village it joined, under its former name. Report the merged village as it stands now.',
    },
  ],
  split: [
    {
      zh: '新设的村还没有村界，在导入新的村界之前地图上看不到它，可在列表和搜索中找到。',
      en: 'The new village has no boundary yet. Until you import one, it appears in lists and search but not on the map.',
    },
  ],
  move: [],
};

/** Where the map could not be drawn anew. */
export const undrawnNote: Text = {
  zh: '地图未能重新绘制，仍按原来的界线显示，请导入变更后的村界。',
  en: 'The map could not be redrawn and still shows the former boundaries. Import the new boundaries.',
};
