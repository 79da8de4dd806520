import type { Note } from '../../geodata/note.ts';
import { withDaysSaid } from './day.message.ts';
import { fill, type Language } from './fill.ts';
import { buildNotes } from './notes-build.message.ts';
import { defectNotes } from './notes-defect.message.ts';
import { geodataNotes } from './notes-geodata.message.ts';
import { fieldTitles, importNotes } from './notes-import.message.ts';
import { sheetNotes } from './notes-sheet.message.ts';
import { ownOf } from './own/rules.ts';
import type { Text } from './text.ts';

/** Every sentence a note can become, by its code. A code stands in one file only. */
export const sentences: Record<string, Text> = {
  ...buildNotes,
  ...geodataNotes,
  ...defectNotes,
  ...sheetNotes,
  ...importNotes,
};

/** The sentence of a note in a language; placeholders are filled from where it belongs and from its values. A code without a sentence is said as it is. */
export function say(note: Note, lang: Language): string {
  const sentence = ownOf(sentences, note.code);
  if (!sentence) return note.code;
  const field = ownOf(fieldTitles, String(note.values?.field ?? ''))?.[lang];
  // The sheet of a CSV is called as the file is.
  const sheet = note.at.file.startsWith(`${note.at.sheet}.`) ? '' : (note.at.sheet ?? '');
  return fill(sentence[lang], {
    ...note.at,
    sheet,
    ...withDaysSaid(note.values ?? {}, lang),
    ...(field ? { field } : {}),
  });
}
