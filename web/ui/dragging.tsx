import { type PointerEvent as Pressed, type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useDrag } from 'react-aria-components/useDrag';
import { useDrop } from 'react-aria-components/useDrop';

/** What is dragged among the places of a page, by mouse, touch or keyboard. */
export interface Dragging {
  /** Id of what is dragged now. */
  dragged: string | null;
  /** Id of the place under the finger. */
  under: string | null;
  /** What each place does with what is dropped on it. */
  places: Map<string, (id: string) => void>;
  start(id: string): void;
  over(place: string | null): void;
  end(): void;
  /** Gives the focus to the handle of what was dropped, once it stands in its new place. */
  follow(id: string): void;
}

/** Keeps what is dragged; belongs to what holds all places it may be dropped on. */
export function useDragging(): Dragging {
  const [dragged, setDragged] = useState<string | null>(null);
  const [under, setUnder] = useState<string | null>(null);
  const [places] = useState(() => new Map<string, (id: string) => void>());
  const followed = useRef<string | null>(null);
  useLayoutEffect(() => {
    const handle = followed.current && document.querySelector<HTMLElement>(`[data-drag="${followed.current}"]`);
    if (!handle || dragged) return;
    followed.current = null;
    handle.focus();
  });
  return {
    dragged,
    under,
    places,
    start: setDragged,
    over: setUnder,
    end: () => {
      setDragged(null);
      setUnder(null);
    },
    follow: (id) => {
      followed.current = id;
    },
  };
}

interface DragProps {
  id: string;
  dragging: Dragging;
  /** Name of the handle for those who hear it, and what it shows. */
  label: string;
  handle: ReactNode;
  /** Whether a press on this part of the row may begin to drag it; a field is for its text. */
  from(pressed: Element): boolean;
}

/** A row that is dragged: what its element takes, and its handle, which Enter and a finger take up as well. */
export function useDragRow({ id, dragging, label, handle, from }: DragProps) {
  const [held, setHeld] = useState(false);
  const { dragProps, dragButtonProps } = useDrag({
    hasDragButton: true,
    getItems: () => [{ 'application/x-county-map': id }],
    getAllowedDropOperations: () => ['move'],
    onDragStart: () => dragging.start(id),
    onDragEnd: () => {
      setHeld(false);
      dragging.end();
    },
  });
  const press = ({ target, pointerType, pointerId }: Pressed) => {
    if (!(target instanceof Element)) return;
    const byFinger = pointerType === 'touch';
    setHeld(!byFinger && from(target));
    if (byFinger && target.closest('[data-drag]')) dragByFinger(id, pointerId, dragging);
  };
  return {
    rowProps: { ...dragProps, draggable: held, onPointerDownCapture: press },
    handle: (
      <Button {...dragButtonProps} className="handle" data-field="handle" data-drag={id} aria-label={label}>
        {handle}
      </Button>
    ),
  };
}

/** Follows one finger from place to place. The library leaves touch to the browser, and a browser on a desk drags nothing by touch. */
function dragByFinger(id: string, finger: number, dragging: Dragging) {
  const lifted = new AbortController();
  const { signal } = lifted;
  let place: string | null = null;
  const end = () => {
    lifted.abort();
    dragging.end();
  };
  dragging.start(id);
  window.addEventListener(
    'pointermove',
    ({ pointerId, clientX, clientY }) => {
      if (pointerId !== finger) return;
      const found = document.elementFromPoint(clientX, clientY)?.closest('[data-drop]') ?? null;
      found?.scrollIntoView({ block: 'nearest' });
      place = found?.getAttribute('data-drop') ?? null;
      dragging.over(place);
    },
    { signal },
  );
  window.addEventListener(
    'pointerup',
    ({ pointerId }) => {
      if (pointerId !== finger) return;
      if (place !== null) dragging.places.get(place)?.(id);
      end();
    },
    { signal },
  );
  window.addEventListener('pointercancel', ({ pointerId }) => pointerId === finger && end(), { signal });
}

interface PlaceProps {
  dragging: Dragging;
  /** What dropping here does, for those who hear it. */
  label: string;
  onDrop(id: string): void;
}

/** A place to drop on: what its element takes, and the spot within that the Tab key finds while something is dragged. */
export function useDropPlace({ dragging, label, onDrop }: PlaceProps) {
  const ref = useRef<HTMLSpanElement>(null);
  const place = useId();
  const { dragged, under, places } = dragging;
  const drop = (id: string) => {
    onDrop(id);
    dragging.follow(id);
  };
  useLayoutEffect(() => {
    places.set(place, drop);
    return () => void places.delete(place);
  });
  const { dropProps, dropButtonProps, isDropTarget } = useDrop({
    ref,
    hasDropButton: true,
    isDisabled: dragged === null,
    getDropOperation: () => 'move',
    onDrop: () => {
      if (dragged !== null) drop(dragged);
    },
  });
  return {
    dropProps: { ...dropProps, 'data-drop': place },
    isOver: dragged !== null && (isDropTarget || under === place),
    spot: (
      // biome-ignore lint/a11y/useSemanticElements: the library takes any element, and a button here would be a stop of its own
      <span
        ref={ref}
        role="button"
        tabIndex={-1}
        hidden={dragged === null}
        className="only-heard"
        aria-label={label}
        aria-describedby={dropButtonProps?.['aria-describedby']}
      />
    ),
  };
}
