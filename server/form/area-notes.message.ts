import type { Text } from '../text.ts';
import type { AreaChange } from './form-answers.ts';

/** What stays to be done after a place changed. */
export const areaNotes: Record<AreaChange['kind'], Text[]> = {
  rename: [],
  merge: [
    {
      zh: '地图仍按原来的两个村界绘制，请在下次导入合并后的村界。',
      en: 'The map still draws the two former boundaries: import the merged one next time.',
    },
    {
      zh: '被并入的村此前的填报和督查留在它自己的档案里，合并后的情况请按合并后的村重新填报。',
      en: 'What was reported of the village that ended stays in its own records: report the merged village anew.',
    },
  ],
  split: [
    {
      zh: '新设的村还没有村界，在导入新的村界之前地图上看不到它，可在列表和搜索中找到。',
      en: 'The new village has no boundary yet: until one is imported it is in lists and search, but not on the map.',
    },
  ],
  move: [
    {
      zh: '镇界仍按原来的绘制，请在下次导入调整后的镇界。',
      en: 'The map still draws the towns’ former boundaries: import the new ones next time.',
    },
  ],
};
