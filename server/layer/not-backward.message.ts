import { fields } from '../words/field/rules.ts';
import type { LayerClass } from './layer.ts';

/** The classes of an organisation that is not, or no longer, backward. */
export const notBackwardNow: LayerClass[] = [
  {
    id: 'none',
    title: fields.notBackward,
    lamp: 'none',
    hatch: 'none',
    letter: { zh: '正', en: 'N' },
  },
  {
    id: 'signed-off',
    title: { zh: '已销号', en: 'Signed off' },
    lamp: 'done',
    hatch: 'none',
    letter: { zh: '销', en: 'S' },
  },
];
