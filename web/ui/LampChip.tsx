import type { Lamp } from '../../server/layer/layer.ts';
import { lampColour, type Theme } from './lamp.ts';
import { inkOn } from './Swatch.tsx';

/** A few words on a lamp's colour, in ink that reads on it. */
export function LampChip({ lamp, theme, text }: { lamp: Lamp; theme: Theme; text: string }) {
  const background = lampColour(lamp, theme);
  return (
    <span className="lamp-chip" style={{ background, color: inkOn(background) }}>
      {text}
    </span>
  );
}
