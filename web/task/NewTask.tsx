import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { taskWords } from '../message/task/task-words.ts';
import type { Lang } from '../ui/format.ts';
import { PlaceSearch } from '../ui/PlaceSearch.tsx';
import { NewTaskForm, type TaskPlace } from './NewTaskForm.tsx';
import { choicesQuery } from './queries.ts';

interface NewProps {
  /** Id of the person who assigns it. */
  owner: string;
  lang: Lang;
  onDone(said: string): void;
  onCancel(): void;
}

/** 新交办 — a task outside a meeting: where, what, who, until when. */
export function NewTask({ owner, lang, onDone, onCancel }: NewProps) {
  const words = taskWords(lang);
  const [place, setPlace] = useState<TaskPlace | null>(null);
  const choices = useQuery({ ...choicesQuery(place?.code ?? '', lang), enabled: place !== null }).data;
  return (
    <section className="card task-new" data-part="task-new" aria-label={words.newTask}>
      <h2>{words.newTask}</h2>
      {place === null || !choices ? (
        <div className="row">
          <PlaceSearch lang={lang} onPick={setPlace} />
          <button type="button" onClick={onCancel}>
            {words.cancel}
          </button>
        </div>
      ) : (
        <NewTaskForm key={place.code} {...{ owner, place, choices, lang, onDone, onCancel }} />
      )}
    </section>
  );
}
