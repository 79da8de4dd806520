import sharp from 'sharp';
import type { StepAnswer } from '../../meeting/answer.ts';
import { noteOf } from '../../meeting/rules.ts';
import type { Language } from '../../words/fill.ts';
import type { MeetingPaper } from '../meeting-paper.ts';
import { changeLists, sideLists, taskList } from '../step-lists.ts';
import { addFacts } from './facts-part.ts';
import { addFrame, addWords, type Place, room, type Slide } from './frame.ts';
import { addColumn, addColumns } from './lists.ts';
import { addMap } from './map-part.ts';
import type { MapPicture } from './map-picture.ts';

const left = { ...room, w: 4.2 };
const middle = { ...room, x: 4.65, w: 5.0 };
const wide = { ...room, w: 9.3 };
const right = { ...room, x: 9.8, w: 3.23 };
const captionHeight = 0.8;

interface Given {
  step: StepAnswer;
  lang: Language;
  map: MapPicture | null;
}

/** One item as a slide, what was said of it in the notes; no text leaves its box, however long the names. */
export async function addStep(slide: Slide, paper: MeetingPaper, { step, lang, map }: Given): Promise<void> {
  await addContent(slide, paper, { step, lang, map });
  addFrame(slide, step, paper, lang);
  const said = noteOf(paper.body, step.item.id);
  if (said !== '') slide.addNotes(said);
}

async function addContent(slide: Slide, paper: MeetingPaper, { step, lang, map }: Given): Promise<void> {
  const lists = sideLists(step, lang);
  // Where nothing stands at the right, the rest of the slide has the room.
  const beside = (from: Place) => (lists.length > 0 ? from : { ...from, w: right.x + right.w - from.x });
  switch (step.item.kind) {
    case 'changes':
      addColumns(slide, [...changeLists(step, lang), ...lists], room);
      return;
    case 'tasks':
      addColumns(slide, [taskList(step, lang)], room);
      return;
    case 'text':
      addWords(slide, step.item.text ?? '', beside(wide), { size: 28, least: 11 });
      break;
    case 'picture':
      await addPicture(slide, paper, step, beside(wide));
      break;
    case 'view':
    case 'place':
      addFacts(slide, step, left, lang);
      if (map) addMap(slide, paper, { step, lang, map, box: beside(middle) });
  }
  addColumn(slide, lists, right);
}

/** A kept picture, as large as the slide has room, its words below. */
async function addPicture(slide: Slide, { pictures }: MeetingPaper, { item }: StepAnswer, room: Place): Promise<void> {
  const bytes = pictures.get(item.picture ?? '');
  const caption = item.text ? captionHeight : 0;
  if (bytes) {
    const { width = 1, height = 1, format } = await sharp(bytes).metadata();
    const scale = Math.min(room.w / width, (room.h - caption) / height);
    const [w, h] = [width * scale, height * scale];
    const at = { x: room.x + (room.w - w) / 2, y: room.y + (room.h - caption - h) / 2, w, h };
    const data = `image/${format};base64,${Buffer.from(bytes).toString('base64')}`;
    slide.addImage({ data, ...at, altText: item.text ?? item.title });
  }
  const below = { ...room, y: room.y + room.h - caption + 0.1, h: caption - 0.1 };
  if (item.text) addWords(slide, item.text, below, { size: 18, least: 9, align: 'center' });
}
